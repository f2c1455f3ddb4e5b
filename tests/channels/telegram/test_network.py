"""The channel over a real network: python-telegram-bot's own client, a server on loopback."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from cchc_bot.app import App
from cchc_bot.channels.telegram.channel import TelegramChannel, connect
from cchc_bot.channels.telegram.errors import TokenRefusedError
from cchc_bot.chat.messages import Attachment, Reply
from tests.channels.telegram.bot_api import TOKEN, BotApi, RefusedError
from tests.channels.telegram.desk import Scripted
from tests.channels.telegram.people import message, press


@pytest.fixture
async def served() -> AsyncIterator[tuple[BotApi, str]]:
    """Serve the pretended Bot API on loopback; return it and its address."""
    api = BotApi()

    async def answer(request: web.Request) -> web.Response:
        fields = await request.post()
        parameters = {name: value for name, value in fields.items() if isinstance(value, str)}
        files = {
            name: value.file.read()
            for name, value in fields.items()
            if isinstance(value, web.FileField)
        }
        method = request.match_info["method"]
        if method == "getUpdates" and not api.updates and parameters.get("timeout"):
            await asyncio.sleep(0.05)
        try:
            return web.json_response({"ok": True, "result": api.call(method, parameters, files)})
        except RefusedError as error:
            return web.json_response(error.answer, status=error.status)

    application = web.Application()
    application.router.add_post(f"/bot{TOKEN}/{{method}}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield api, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_it_polls_over_a_real_network(app: App, served: tuple[BotApi, str]) -> None:
    api, address = served
    channel = TelegramChannel(app.router, app.texts, connect(TOKEN, f"{address}/"))
    stop = asyncio.Event()
    api.report(message(text="ngôn ngữ"), press("/ngonngu en"))

    running = asyncio.create_task(channel.run(stop))
    await api.all_taken.wait()
    stop.set()
    start = time.monotonic()
    await running

    assert time.monotonic() - start < 3
    assert "answers in English" in api.said[-1].text
    assert {"getMe", "setMyCommands", "getUpdates", "answerCallbackQuery"} <= set(api.methods())


async def test_it_takes_the_way_through_a_proxy(app: App, served: tuple[BotApi, str]) -> None:
    api, address = served
    application = connect(TOKEN, "http://telegram.invalid", proxy=address)
    channel = TelegramChannel(app.router, app.texts, application)
    api.report(message(text="ngôn ngữ"))

    async with channel.open(asyncio.Event()):
        await api.all_taken.wait()

    assert len(api.said) == 1


async def test_it_uploads_a_picture_over_a_real_network(
    app: App, served: tuple[BotApi, str]
) -> None:
    api, address = served
    picture = Attachment("diem.png", "image/png", b"\x89PNG", "Biểu đồ điểm")
    router = Scripted(app, Reply((), attachments=(picture,))).router
    channel = TelegramChannel(router, app.texts, connect(TOKEN, address))
    stop = asyncio.Event()
    api.report(message(text="điểm"))

    running = asyncio.create_task(channel.run(stop))
    await api.all_taken.wait()
    stop.set()
    await running

    assert [(call.text, call.files) for call in api.said] == [
        ("Biểu đồ điểm", {"photo": b"\x89PNG"})
    ]


async def test_it_refuses_a_token_over_a_real_network(app: App, served: tuple[BotApi, str]) -> None:
    channel = TelegramChannel(app.router, app.texts, connect("43:of-nobody", served[1]))

    with pytest.raises(TokenRefusedError):
        await channel.run(asyncio.Event())


async def test_it_stops_at_once_while_nobody_answers(app: App) -> None:
    # Port 9 of loopback: nobody listens there.
    channel = TelegramChannel(app.router, app.texts, connect(TOKEN, "http://127.0.0.1:9"))
    stop = asyncio.Event()
    running = asyncio.create_task(channel.run(stop))
    await asyncio.sleep(0.3)

    stop.set()
    start = time.monotonic()
    await running

    assert time.monotonic() - start < 1
