"""The terminal: a line is a message, the reply is printed in full."""

import asyncio
import sys
from typing import TextIO

from cchc_bot.channels.console.render import to_text
from cchc_bot.chat.messages import Incoming
from cchc_bot.chat.router import Router
from cchc_bot.domain.people import Channel, Language, Sender
from cchc_bot.texts import TextLibrary

_PROMPT = "> "


class ConsoleChannel:
    def __init__(
        self,
        router: Router,
        texts: TextLibrary,
        user: str,
        source: TextIO | None = None,
        target: TextIO | None = None,
    ) -> None:
        self._router = router
        self._choose = texts[Language.VIETNAMESE]("channel.choose")
        self._sender = Sender(Channel.CONSOLE, user)
        self._source = source or sys.stdin
        self._target = target or sys.stdout

    async def run(self) -> None:
        """Answer line by line until the input ends."""
        while line := await asyncio.to_thread(self._read):
            reply = await self._router.answer(Incoming(self._sender, line.rstrip("\n")))
            print(to_text(reply, self._choose), end="\n\n", file=self._target, flush=True)

    def _read(self) -> str:
        if self._source.isatty():
            print(_PROMPT, end="", file=self._target, flush=True)
        return self._source.readline()
