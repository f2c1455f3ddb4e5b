"""One open page: greets it with what it has missed, and answers what it sends."""

import asyncio
from typing import Any

import structlog
from aiohttp import WSCloseCode, WSMsgType, web

from cchc_bot.channels.web.connections import Connections, to_json
from cchc_bot.channels.web.frames import MAX_FRAME_BYTES, PING, BadFrameError, read_frame
from cchc_bot.channels.web.limits import RateLimit
from cchc_bot.channels.web.render import person_frame, turn_frame
from cchc_bot.channels.web.sessions import Session
from cchc_bot.channels.web.transcript import Clerk, Transcript
from cchc_bot.chat.router import Router
from cchc_bot.domain.people import Sender
from cchc_bot.domain.transcripts import Message
from cchc_bot.services.people import PeopleService
from cchc_bot.texts import TextLibrary

HISTORY = 50  # turns
_HEARTBEAT_SECONDS = 20
_CLOSE_SECONDS = 1.0
_log = structlog.get_logger()


class ChatSockets:
    def __init__(
        self, router: Router, people: PeopleService, texts: TextLibrary, transcript: Transcript
    ) -> None:
        self._router = router
        self._people = people
        self._texts = texts
        self._transcript = transcript
        self._clerk = Clerk(router, transcript)
        self._connections = Connections()
        self._limit = RateLimit(count=20, seconds=10)

    async def talk(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one WebSocket until either side ends it."""
        session = Session.of(request) or Session.begin()
        # Without compression: it would hold a quarter of a megabyte for each open page.
        socket = web.WebSocketResponse(
            heartbeat=_HEARTBEAT_SECONDS,
            max_msg_size=MAX_FRAME_BYTES,
            timeout=_CLOSE_SECONDS,
            compress=False,
        )
        session.put_into(socket, request)
        await socket.prepare(request)
        visit = _Visit(session.sender, socket)
        # Counted before it is told what it missed, so that nothing falls in between; what comes
        # twice the page knows by its id.
        async with self._connections.holding(visit.sender, socket):
            await self._welcome(visit, request.query.get("last", ""))
            await self._listen(visit)
        return socket

    async def close(self, seconds: float) -> None:
        """Tell all pages that the server goes, and let begun answers end."""
        await self._connections.close()
        await self._clerk.finish(seconds)

    async def _welcome(self, visit: "_Visit", last: str) -> None:
        visit.person = await self._describe(visit.sender)
        turns = await self._transcript.list_after(visit.sender, last, HISTORY)
        await visit.tell(
            {"type": "welcome", **visit.person, "turns": [turn_frame(turn) for turn in turns]}
        )

    async def _listen(self, visit: "_Visit") -> None:
        async with asyncio.TaskGroup() as tasks:
            async for frame in visit.socket:
                try:
                    content = read_frame(frame.data if frame.type is WSMsgType.TEXT else "")
                except BadFrameError:
                    await visit.socket.close(code=WSCloseCode.POLICY_VIOLATION)
                    return
                if isinstance(content, Message):
                    tasks.create_task(self._answer(visit, content))
                elif content is PING:
                    await visit.tell({"type": "pong"})

    async def _answer(self, visit: "_Visit", message: Message) -> None:
        seconds = self._limit.admit(visit.sender)
        if seconds:
            await visit.tell({"type": "wait", "id": message.id, "seconds": seconds})
            return
        try:
            turn = await self._clerk.answer(visit.sender, message)
            frame = {"type": "turn", "turn": turn_frame(turn)}
            await self._connections.tell(visit.sender, frame)
            await self._tell_change(visit)
        except Exception:
            # The page comes back after a while and sends again what has no answer.
            _log.exception("web_answer_failed")
            await visit.socket.close(code=WSCloseCode.INTERNAL_ERROR)

    async def _tell_change(self, visit: "_Visit") -> None:
        """Tell all pages of a person when an answer gave them another language or office."""
        person = await self._describe(visit.sender)
        if person != visit.person:
            visit.person = person
            await self._connections.tell(visit.sender, {"type": "person", **person})

    async def _describe(self, sender: Sender) -> dict[str, Any]:
        person = (await self._people.meet(sender)).person
        return person_frame(person, self._router.routes, self._texts[person.language])


class _Visit:
    def __init__(self, sender: Sender, socket: web.WebSocketResponse) -> None:
        self.sender = sender
        self.socket = socket
        self.person: dict[str, Any] = {}  # what the page was told last

    async def tell(self, frame: dict[str, Any]) -> None:
        try:
            await self.socket.send_str(to_json(frame))
        except ConnectionError:
            return
