"""Finds who answers a message, and remembers what the answer asked for."""

import unicodedata
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from uuid import uuid4

import structlog

from cchc_bot.chat.messages import Incoming, Reply
from cchc_bot.chat.routes import Asked, Handler, Route
from cchc_bot.chat.turns import Turns
from cchc_bot.domain.people import Language, Thread
from cchc_bot.search.folding import fold
from cchc_bot.services.people import PeopleService
from cchc_bot.texts import TextLibrary

MAX_LENGTH = 4000
_log = structlog.get_logger()


class Router:
    """Answers messages, those of one sender strictly one after the other.

    The order: a command; a number that chooses a button; a phrase that stands for a command;
    the answer to what was asked last; what a route recognises in free text; the fallback.
    A phrase goes before an answer, so that "menu" or "thông báo" leads out of any question.
    """

    def __init__(
        self, routes: Sequence[Route], fallback: Handler, people: PeopleService, texts: TextLibrary
    ) -> None:
        self.routes = tuple(routes)
        self._by_command = {route.command: route for route in routes}
        self._by_phrase = {
            fold(phrase): route
            for route in routes
            for phrase in texts.phrases(f"{route.topic}.words")
        }
        self._fallback = fallback
        self._people = people
        self._texts = texts
        self._turns = Turns()

    async def answer(self, incoming: Incoming) -> Reply:
        """Answer a message. An error inside is logged, and told to the sender in plain words."""
        incoming = replace(incoming, text=_cleaned(incoming.text))
        say = self._texts[Language.VIETNAMESE]  # until it is known who asks
        async with self._turns.of(incoming.sender):
            try:
                thread = await self._people.meet(incoming.sender)
                say = self._texts[thread.person.language]
                reply = await self._answer_in(
                    thread, Asked(thread.person, incoming.text, say, incoming)
                )
            except Exception:
                number = uuid4().hex[:8]
                _log.exception("answer_failed", number=number, channel=incoming.sender.channel)
                reply = Reply.of(say("error.unexpected", number=number))
        return replace(reply, language=say.language)

    async def _answer_in(self, thread: Thread, asked: Asked) -> Reply:
        if not asked.incoming.is_readable:
            return Reply.of(asked.say("channel.unreadable"))
        if len(asked.text) > MAX_LENGTH:
            return Reply.of(asked.say("error.too_long", limit=asked.say.count(MAX_LENGTH)))
        reply = await self._find_answer(asked, thread)
        actions = tuple(button.action for button in reply.buttons)
        expects = thread.expects if reply.is_aside else reply.expects
        await self._people.remember(thread, expects, actions)
        return reply

    async def _find_answer(self, asked: Asked, thread: Thread) -> Reply:
        async for route, argument in self._candidates(asked, thread):
            reply = await _try(route, replace(asked, text=argument))
            if reply is not None:
                return reply
        reply = await self._fallback(asked)
        if reply is None:
            raise LookupError("the fallback has no answer")
        return reply

    async def _candidates(self, asked: Asked, thread: Thread) -> AsyncIterator[tuple[Route, str]]:
        text = _chosen(asked.text, thread.choices)
        command, rest = _first_word_and_rest(text)
        # In a group Telegram writes /hoso@name_of_bot.
        route = self._by_command.get(command.partition("@")[0].lower())
        if route:
            yield route, rest
            return
        route = self._by_phrase.get(fold(text))
        if route:
            yield route, ""
        if thread.expects and not _is_like_command(text):
            command, _, start = thread.expects.partition(" ")
            yield self._by_command[command], f"{start} {text}".strip()
        for route in self.routes:
            argument = route.recognise and await route.recognise(asked)
            if argument is not None:
                yield route, argument


async def _try(route: Route, asked: Asked) -> Reply | None:
    if not route.audience.admits(asked.person):
        return Reply.of(asked.say(f"audience.{route.audience.name.lower()}"))
    if route.is_private and not asked.incoming.is_private:
        return Reply.of(asked.say("audience.private"))
    return await route.answer(asked)


def _is_like_command(text: str) -> bool:
    """Whether somebody meant a command, if a mistyped one: that is no answer to a question."""
    return text[:1] == "/" and text[1:2].isalpha()


def _first_word_and_rest(text: str) -> tuple[str, str]:
    words = text.split(maxsplit=1)
    return (words[0] if words else "", words[1] if len(words) > 1 else "")


def _chosen(text: str, choices: tuple[str, ...]) -> str:
    """Return the action behind "2" where two or more choices were offered."""
    number = text.strip().rstrip(".)")
    if number.isascii() and number.isdigit() and 0 < int(number) <= len(choices):
        return choices[int(number) - 1]
    return text


def _cleaned(text: str) -> str:
    # Composed letters, so that lengths and comparisons mean the same everywhere; no control
    # characters: PostgreSQL refuses a NUL, terminals obey escapes; a space of whatever width,
    # as copied from a web page, is a space.
    composed = unicodedata.normalize("NFC", text)
    spaced = (" " if letter.isspace() and letter not in "\n\t" else letter for letter in composed)
    return "".join(letter for letter in spaced if letter.isprintable() or letter in "\n\t").strip()
