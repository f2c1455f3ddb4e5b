"""/start: a greeting that says in one look what can be asked."""

from collections.abc import Awaitable, Callable

from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.chat.routes import Asked, Audience, Route

COMMAND = "/start"
_OFFERED = ("dossier", "procedure", "notice", "help")
_EXAMPLES = 3
Examples = Callable[[Asked], Awaitable[tuple[Button, ...]]]


def routes(commands: dict[str, str], examples: Examples, *, is_demonstration: bool) -> list[Route]:
    """`commands` tells the command of each topic that the greeting offers as a button.

    `examples` gives what a newcomer can try in a demonstration; it is asked in no other case.
    """

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
        buttons = [Button(say(f"{topic}.summary"), commands[topic]) for topic in offered]
        if is_demonstration:
            lines.append(Line(say("demonstration.greeting")))
            buttons += (await examples(asked))[:_EXAMPLES]
        return Reply(tuple(lines), tuple(buttons))

    return [Route(COMMAND, "start", Audience.ANYONE, greet)]
