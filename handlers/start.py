"""/start: a greeting that says in one look what can be asked."""

from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.chat.routes import Asked, Audience, Route

COMMAND = "/start"
_OFFERED = ("dossier", "procedure", "notice", "help")


def routes(commands: dict[str, str], *, is_demonstration: bool) -> list[Route]:
    """`commands` tells the command of each topic that the greeting offers as a button."""

    async def greet(asked: Asked) -> Reply:
        say = asked.say
        lines = [
            Line(say("start.greeting"), strong=True),
            Line(say("start.invitation")),
            Line(say("start.example_procedure")),
            Line(say("start.example_dossier")),
        ]
        offered = [topic for topic in _OFFERED if topic in commands]
        if asked.person.is_official and "score" in commands:
            lines.append(Line(say("start.official")))
            offered.insert(0, "score")
        if is_demonstration:
            lines.append(Line(say("demonstration.greeting")))
        buttons = tuple(Button(say(f"{topic}.summary"), commands[topic]) for topic in offered)
        return Reply(tuple(lines), buttons)

    return [Route(COMMAND, "start", Audience.ANYONE, greet)]
