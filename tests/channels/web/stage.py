"""A bot that answers in every way that the page can show, and the page's side of the wire."""

import asyncio
import json
import struct
import zlib
from collections import Counter
from typing import Any

from aiohttp import ClientWebSocketResponse, WSMsgType
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from cchc_bot.app import App
from cchc_bot.channels.web.channel import WebChannel
from cchc_bot.chat.messages import Attachment, Button, Line, Reply
from cchc_bot.chat.router import Router
from cchc_bot.chat.routes import Asked, Audience, Handler, Route

LETTER = Attachment("thư <ngỏ>.html", "text/html", b"<script>alert(1)</script>", "Thư ngỏ")


class Stage:
    """Echoes, and knows /trang (pages), /hinh (a picture, a file), /dai (long), /cho (waits)."""

    def __init__(self) -> None:
        self.heard: Counter[str] = Counter()
        self.gate = asyncio.Event()  # /cho answers once it is set
        self.is_waiting = asyncio.Event()

    def channel(self, app: App, *, is_demonstration: bool = False) -> WebChannel:
        """Return the web chat with the routes of the whole bot and those of the stage."""
        routes = [*app.router.routes, *(_route(name, getattr(self, f"_{name}")) for name in _NAMES)]
        router = Router(routes, self._echo, app.people, app.texts)
        return WebChannel(
            router, app.people, app.texts, app.transcript, is_demonstration=is_demonstration
        )

    async def _echo(self, asked: Asked) -> Reply:
        self.heard[asked.text] += 1
        return Reply.of(f"Đã nghe: {asked.text}")

    async def _trang(self, asked: Asked) -> Reply:
        number = int(asked.text or 1)
        self.heard[f"trang {number}"] += 1
        buttons = (
            Button("Trang trước", f"/trang {number - 1}"),
            Button("Trang sau", f"/trang {number + 1}"),
            Button("Thôi", "thôi"),
            Button("Lâu", "/cho"),
        )
        lines = (Line(f"Trang {number}", strong=True), Line(f"Nội dung trang {number}"))
        return Reply(lines, buttons, is_page=True)

    async def _hinh(self, _asked: Asked) -> Reply:
        picture = Attachment("biểu đồ.png", "image/png", a_png(), "Biểu đồ điểm các lĩnh vực")
        return Reply((Line("Biểu đồ"),), attachments=(picture, LETTER))

    async def _dai(self, _asked: Asked) -> Reply:
        lines = [Line(f"Đoạn {n}: " + "chữ " * 30, strong=n % 5 == 0) for n in range(40)]
        return Reply(tuple(lines))

    async def _cho(self, asked: Asked) -> Reply:
        self.heard["cho"] += 1
        self.is_waiting.set()
        await self.gate.wait()
        return Reply.of("Đợi xong rồi")


_NAMES = ("trang", "hinh", "dai", "cho")


def _route(name: str, answer: Handler) -> Route:
    return Route(f"/{name}", name, Audience.ANYONE, answer, is_in_menu=False)


class Page:
    """What the page does over its WebSocket."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.welcome: dict[str, Any] = {}

    @classmethod
    async def open(cls, client: TestClient[Any, Any], last: str = "", **headers: str) -> "Page":
        origin = {"Origin": str(client.make_url("/").origin())}
        socket = await client.ws_connect("/chat", params={"last": last}, headers=origin | headers)
        page = cls(socket)
        page.welcome = await page.hear("welcome")
        return page

    async def send(self, id_: str, text: str, **more: str) -> None:
        frame = {"type": "say", "id": id_, "text": text, **more}
        await self.socket.send_str(json.dumps(frame, ensure_ascii=False))

    async def hear(self, kind: str) -> dict[str, Any]:
        """Return the next frame, which has to be of this kind."""
        frame: dict[str, Any] = await self.socket.receive_json(timeout=5)
        assert frame["type"] == kind, frame
        return frame

    async def ask(self, id_: str, text: str, **more: str) -> dict[str, Any]:
        """Send a message and return the turn that answers it."""
        await self.send(id_, text, **more)
        turn: dict[str, Any] = (await self.hear("turn"))["turn"]
        assert turn["id"] == id_
        return turn

    async def closed_with(self) -> int:
        """Wait until the server closes the connection, and return its code."""
        while (message := await self.socket.receive(timeout=5)).type is not WSMsgType.CLOSE:
            pass
        code: int = message.data
        return code


def words(turn: dict[str, Any]) -> str:
    return "\n".join(line["text"] for line in turn["reply"]["lines"])


def a_client(channel: WebChannel) -> TestClient[Any, Any]:
    """Return a browser of its own, with cookies of its own. The server is on loopback."""
    return TestClient(TestServer(channel.application()))


def cookie_of(client: TestClient[Any, Any]) -> str:
    return client.session.cookie_jar.filter_cookies(URL(client.make_url("/")))["cchc_session"].value


def a_png(width: int = 900, height: int = 600) -> bytes:
    """Return a picture of two stripes."""
    upper, lower = b"\x0b\x4f\x9c" * width, b"\xff\xc1\x07" * width
    rows = b"".join(b"\x00" + (upper if y < height // 2 else lower) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
