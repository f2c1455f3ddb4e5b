"""What the web chat needs to keep, and the answering of each message once."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from cchc_bot.channels.web.render import to_frame
from cchc_bot.chat.messages import Incoming
from cchc_bot.chat.router import Router
from cchc_bot.domain.people import Sender
from cchc_bot.domain.transcripts import KeptFile, Message, Turn


class Transcript(Protocol):
    """Where turns are kept. The SQL one is in storage/web_turns.py."""

    async def begin(self, sender: Sender, message: Message) -> Turn: ...
    async def complete(
        self, sender: Sender, turn: Turn, reply: dict[str, Any], files: Sequence[KeptFile]
    ) -> None: ...
    async def list_after(self, sender: Sender, message_id: str, limit: int) -> tuple[Turn, ...]: ...
    async def get_file(self, sender: Sender, file_id: str) -> KeptFile | None: ...
    async def forget_old(self) -> None: ...


class Clerk:
    """Answers each message once, however often it is sent."""

    def __init__(self, router: Router, transcript: Transcript) -> None:
        self._router = router
        self._transcript = transcript
        self._answering: dict[tuple[Sender, str], asyncio.Task[Turn]] = {}

    async def answer(self, sender: Sender, message: Message) -> Turn:
        """Return the answered turn: at once where it was answered before.

        An answer that has begun is finished and kept although its asker's connection breaks.
        """
        key = (sender, message.id)
        task = self._answering.get(key)
        if task is None:
            task = asyncio.create_task(self._answer(sender, message))
            self._answering[key] = task
            task.add_done_callback(lambda _: self._answering.pop(key))
        return await asyncio.shield(task)

    async def finish(self, seconds: float) -> None:
        """Let begun answers end, but wait no longer than this; those left out are sent again."""
        if self._answering:
            _, late = await asyncio.wait(self._answering.values(), timeout=seconds)
            for task in late:
                task.cancel()

    async def _answer(self, sender: Sender, message: Message) -> Turn:
        turn = await self._transcript.begin(sender, message)
        if turn.reply is not None:
            return turn
        message = turn.message
        incoming = Incoming(sender, message.text, is_press=bool(message.pressed_on))
        frame, files = to_frame(await self._router.answer(incoming))
        await self._transcript.complete(sender, turn, frame, files)
        return replace(turn, reply=frame)
