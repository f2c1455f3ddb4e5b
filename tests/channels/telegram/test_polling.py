"""The way to Telegram: refused, blocked, gone and back again; and once over a real network."""

import asyncio
import time

import pytest
from structlog.testing import capture_logs
from telegram.error import NetworkError, TimedOut

from cchc_bot.app import App
from cchc_bot.channels.telegram.errors import TokenRefusedError
from cchc_bot.chat.messages import Reply
from tests.channels.telegram.bot_api import TOKEN, RefusedError
from tests.channels.telegram.desk import Desk, Scripted
from tests.channels.telegram.people import message

GONE = NetworkError("the carrier blocks it")


@pytest.mark.parametrize("status", [401, 404])
async def test_it_ends_at_once_when_the_token_is_refused(desk: Desk, status: int) -> None:
    desk.api.trouble("getMe", RefusedError(status, "Unauthorized"))

    with pytest.raises(TokenRefusedError) as refused:
        await desk.channel.run(asyncio.Event())

    assert TOKEN not in str(refused.getrepr())


async def test_it_ends_what_runs_beside_it_when_the_token_is_refused(desk: Desk) -> None:
    desk.api.trouble("getMe", RefusedError(401, "Unauthorized"))
    stop = asyncio.Event()

    with pytest.raises(TokenRefusedError):
        async with desk.channel.open(stop):
            await stop.wait()


async def test_it_serves_beside_others_until_they_end(desk: Desk) -> None:
    desk.api.report(message(text="có ai không?"))

    async with desk.channel.open(asyncio.Event()):
        await desk.api.all_taken.wait()

    assert [call.text for call in desk.api.said] == ["đây ạ"]


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


async def test_it_stops_soon_even_while_an_answer_takes_long(app: App) -> None:
    scripted = Scripted(app, Reply.of("đây ạ"), delay=60)
    start = time.monotonic()

    await Desk(app, scripted.router).hears(message(text="có ai không?"))

    assert time.monotonic() - start < 3
