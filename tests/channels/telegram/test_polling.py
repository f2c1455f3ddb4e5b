"""The way to Telegram: refused, blocked, gone and back again; and once over a real network."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from structlog.testing import capture_logs
from telegram.error import NetworkError, TimedOut

from cchc_bot.app import App
from cchc_bot.channels.telegram.channel import TelegramChannel, connect
from cchc_bot.channels.telegram.errors import TokenRefusedError
from cchc_bot.chat.messages import Attachment, Reply
from tests.channels.telegram.bot_api import TOKEN, BotApi, RefusedError
from tests.channels.telegram.desk import Desk, Scripted
from tests.channels.telegram.people import message, press

GONE = NetworkError("the carrier blocks it")


@pytest.mark.parametrize("status", [401, 404])
async def test_it_ends_at_once_when_the_token_is_refused(desk: Desk, status: int) -> None:
    desk.api.trouble("getMe", RefusedError(status, "Unauthorized"))

    with pytest.raises(TokenRefusedError) as refused:
        await desk.channel.run(asyncio.Event())

    assert TOKEN not in repr(refused.getrepr(showlocals=False))


async def test_it_goes_on_trying_until_telegram_can_be_reached(desk: Desk) -> None:
    desk.api.trouble("getMe", GONE, GONE, TimedOut())
    desk.api.trouble("deleteWebhook", GONE)
    desk.api.trouble("getUpdates", GONE, RefusedError(409, "Conflict: another one polls"))

    with capture_logs() as logs:
        (sent,) = await desk.hears(message(text="có ai không?"))

    assert sent.text == "đây ạ"
    warnings = [entry["event"] for entry in logs if entry["log_level"] == "warning"]
    assert warnings == ["telegram_unreachable"] * 2  # one for each of the two outages
    assert TOKEN not in str(logs)


async def test_it_goes_on_when_the_token_stops_working_later(desk: Desk) -> None:
    desk.api.trouble("getUpdates", RefusedError(401, "Unauthorized"))

    (sent,) = await desk.hears(message(text="có ai không?"))

    assert sent.text == "đây ạ"


async def test_it_answers_without_a_menu_when_that_is_refused(desk: Desk) -> None:
    desk.api.trouble("setMyCommands", RefusedError(429, "Too Many Requests", retry_after=9))

    assert len(await desk.hears(message(text="có ai không?"))) == 1


async def test_it_takes_each_update_once_even_when_it_is_started_again(desk: Desk) -> None:
    first = await desk.hears(message(text="một"))
    second = await desk.hears(message(text="hai"))

    assert (len(first), len(second)) == (1, 1)


async def test_it_logs_neither_ids_nor_words_when_an_answer_is_lost(desk: Desk) -> None:
    desk.api.trouble("sendMessage", RefusedError(403, "Forbidden: bot was blocked by the user"))
    desk.api.trouble("sendMessage", NetworkError(f"POST /bot{TOKEN}/sendMessage failed"))

    with capture_logs() as logs:
        await desk.hears(message(text="bí mật"), message(text="bí mật"))

    lost = [(e["event"], e["log_level"]) for e in logs if e["event"] != "telegram_ready"]
    assert lost == [("telegram_answer_unwanted", "info"), ("telegram_answer_not_sent", "warning")]
    assert TOKEN not in str(logs)
    assert "bí mật" not in str(logs)


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
