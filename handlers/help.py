"""/trogiup: what can be asked; and a kind word to those who say thanks."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_bot.chat.messages import Line, Reply
from cchc_bot.chat.routes import Asked, Audience, Route
from cchc_bot.search.folding import fold
from cchc_bot.texts import TextLibrary

COMMAND = "/trogiup"


def routes(others: Sequence[Route], texts: TextLibrary) -> list[Route]:
    """`others` are the routes to tell of; each person is told of those that admit them."""
    thanks = {fold(phrase) for phrase in texts.phrases("help.thanks_words")}

    async def explain(asked: Asked) -> Reply:
        say = asked.say
        if asked.text and fold(asked.text) in thanks:
            return replace(Reply.of(say("help.thanks")), is_aside=True)
        offered = [
            Line(say("help.command", command=route.command, summary=say(f"{route.topic}.summary")))
            for route in others
            if route.is_in_menu and route.audience.admits(asked.person)
        ]
        return Reply((Line(say("help.heading"), strong=True), *offered, Line(say("help.free"))))

    async def recognise_thanks(asked: Asked) -> str | None:
        return asked.text if fold(asked.text) in thanks else None

    return [Route(COMMAND, "help", Audience.ANYONE, explain, recognise_thanks)]
