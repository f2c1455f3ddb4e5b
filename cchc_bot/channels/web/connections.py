"""The open WebSockets: one person may have the page open more than once."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSCloseCode, web

from cchc_bot.domain.people import Sender

MAX_OF_ONE_SENDER = 5
TAKEN_OVER = 4001  # tells the page not to come back by itself
_SEND_SECONDS = 10


class Connections:
    def __init__(self) -> None:
        self._open: dict[Sender, tuple[web.WebSocketResponse, ...]] = {}

    @asynccontextmanager
    async def holding(self, sender: Sender, socket: web.WebSocketResponse) -> AsyncIterator[None]:
        """Count a connection as open. One too many closes the oldest.

        The oldest may be one that broke without saying so; refusing the newest would then keep
        somebody out for no fault of theirs.
        """
        sockets = (*self._open.get(sender, ()), socket)
        self._open[sender] = sockets[-MAX_OF_ONE_SENDER:]
        try:
            for oldest in sockets[:-MAX_OF_ONE_SENDER]:
                await oldest.close(code=TAKEN_OVER)
            yield
        finally:
            self._remove(sender, socket)

    def _remove(self, sender: Sender, socket: web.WebSocketResponse) -> None:
        remaining = tuple(other for other in self._open.pop(sender, ()) if other is not socket)
        if remaining:
            self._open[sender] = remaining

    async def tell(self, sender: Sender, frame: Mapping[str, Any]) -> None:
        """Send a frame to all connections of a sender."""
        text = to_json(frame)
        await asyncio.gather(*(_send(socket, text) for socket in self._open.get(sender, ())))

    async def close(self) -> None:
        sockets = [socket for sockets in self._open.values() for socket in sockets]
        await asyncio.gather(*(socket.close(code=WSCloseCode.GOING_AWAY) for socket in sockets))


def to_json(frame: Mapping[str, Any]) -> str:
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":"))


async def _send(socket: web.WebSocketResponse, text: str) -> None:
    # A connection that broke or stands still loses nothing: it asks for the rest when it is back.
    try:
        await asyncio.wait_for(socket.send_str(text), _SEND_SECONDS)
    except ConnectionError:
        return
    except TimeoutError:
        await socket.close()
