"""Answers that Telegram refuses, delays or has shown already."""

import time

import httpx
import pytest
from telegram.error import NetworkError, TimedOut

from cchc_bot.app import App
from cchc_bot.chat.messages import Attachment, Button, Line, Reply
from tests.channels.telegram.bot_api import RefusedError
from tests.channels.telegram.desk import Desk, Scripted
from tests.channels.telegram.people import message, press

PAGE = Reply((Line("trang 2", strong=True),), (Button("Tiếp", "/trang 3"),), is_page=True)
CHART = Attachment("diem.png", "image/png", b"png", "Biểu đồ điểm")
MARKUP_REFUSED = RefusedError(400, "Bad Request: can't parse entities: unexpected end tag")


def desk_that_says(app: App, *replies: Reply | Exception) -> Desk:
    return Desk(app, Scripted(app, *replies).router)


def caused(error: NetworkError, cause: Exception) -> NetworkError:
    error.__cause__ = cause
    return error


async def test_it_turns_a_page_in_place(app: App) -> None:
    desk = desk_that_says(app, PAGE)
    desk.api.show(500)

    (sent,) = await desk.hears(press("/trang 2", page=500))

    assert (sent.method, sent.params["message_id"]) == ("editMessageText", "500")
    assert sent.params["text"] == "<b>trang 2</b>"
    assert sent.buttons[0][0]["callback_data"] == "/trang 3"


async def test_it_is_content_when_a_page_stands_there_already(app: App) -> None:
    desk = desk_that_says(app, PAGE)
    desk.api.show(500)

    said = await desk.hears(press("/trang 2", page=500), press("/trang 2", page=500))

    assert [call.method for call in said] == ["editMessageText", "editMessageText"]


async def test_it_sends_a_page_anew_when_the_old_one_is_gone(app: App) -> None:
    said = await desk_that_says(app, PAGE).hears(press("/trang 2", page=404))

    assert [call.method for call in said] == ["editMessageText", "sendMessage"]


@pytest.mark.parametrize(
    "reply",
    [
        Reply.of("không phải trang"),
        Reply((Line("x" * 5000),), is_page=True),
        Reply((Line("trang"),), attachments=(CHART,), is_page=True),
    ],
    ids=["no page", "too long for one message", "with a picture"],
)
async def test_it_sends_anew_what_cannot_take_the_place_of_a_message(
    app: App, reply: Reply
) -> None:
    desk = desk_that_says(app, reply)
    desk.api.show(500)

    assert all(call.method != "editMessageText" for call in await desk.hears(press("/trang 2")))


async def test_it_sends_a_long_answer_whole_with_the_buttons_at_its_end(app: App) -> None:
    lines = tuple(
        Line(f"{n}. Đơn <xin> & tờ khai số {n}. 🙏", strong=n % 2 == 0) for n in range(400)
    )
    said = await desk_that_says(app, Reply(lines, PAGE.buttons)).hears(message(text="dài"))

    assert len(said) > 2
    assert "\n".join(call.text for call in said) == "\n".join(line.text for line in lines)
    assert [bool(call.buttons) for call in said] == [False] * (len(said) - 1) + [True]


async def test_it_sends_plain_words_once_when_the_markup_is_refused(app: App) -> None:
    desk = desk_that_says(app, Reply((Line("1 < 2", strong=True),)))
    desk.api.trouble("sendMessage", MARKUP_REFUSED)

    first, second = await desk.hears(message(text="hỏi"))

    assert first.params["parse_mode"] == "HTML"
    assert (second.params["text"], second.params.get("parse_mode")) == ("1 < 2", None)


async def test_it_gives_up_when_plain_words_are_refused_as_well(app: App) -> None:
    desk = desk_that_says(app, Reply.of("a"), Reply.of("b"))
    desk.api.trouble("sendMessage", MARKUP_REFUSED, MARKUP_REFUSED)

    said = await desk.hears(message(text="hỏi"), message(text="hỏi nữa"))

    assert [call.text for call in said] == ["a", "a", "b"]


@pytest.mark.parametrize(
    ("trouble", "attempts"),
    [
        (RefusedError(403, "Forbidden: bot was blocked by the user"), 1),
        (RefusedError(400, "Bad Request: chat not found"), 1),
        (RefusedError(502, "Bad Gateway"), 1),
        (RefusedError(429, "Too Many Requests: retry later", retry_after=1), 2),
        (RefusedError(429, "Too Many Requests: retry later", retry_after=600), 1),
        (caused(TimedOut(), httpx.ReadTimeout("")), 1),
        (caused(TimedOut(), httpx.WriteTimeout("")), 1),
        (caused(TimedOut(), httpx.ConnectTimeout("")), 2),
        (caused(TimedOut(), httpx.PoolTimeout("")), 2),
        (caused(NetworkError("refused"), httpx.ConnectError("")), 2),
        (caused(NetworkError("torn"), httpx.RemoteProtocolError("")), 1),
    ],
    ids=lambda value: f"{value!r}"[:60],
)
async def test_it_sends_again_only_what_surely_was_not_sent(
    app: App, trouble: Exception, attempts: int
) -> None:
    desk = desk_that_says(app, Reply.of("a"), Reply.of("b"))
    desk.api.trouble("sendMessage", trouble)

    said = await desk.hears(message(text="hỏi"), message(text="hỏi nữa"))

    # Whatever became of the first answer, the second question gets its own.
    assert [call.text for call in said] == ["a"] * attempts + ["b"]


async def test_it_waits_as_long_as_telegram_asks(app: App) -> None:
    desk = desk_that_says(app, Reply.of("a"))
    desk.api.trouble("sendMessage", RefusedError(429, "Too Many Requests", retry_after=1))
    start = time.monotonic()

    await desk.hears(message(text="hỏi"))

    assert time.monotonic() - start >= 1


async def test_it_shows_a_picture_with_its_description_above_the_words(app: App) -> None:
    reply = Reply((Line("Điểm của xã"),), PAGE.buttons, (CHART,))

    photo, words = await desk_that_says(app, reply).hears(message(text="điểm"))

    assert (photo.method, photo.text, photo.buttons) == ("sendPhoto", "Biểu đồ điểm", [])
    assert photo.files == {"photo": b"png"}
    assert (words.method, words.text, len(words.buttons)) == ("sendMessage", "Điểm của xã", 1)


async def test_it_puts_the_buttons_below_a_picture_that_comes_without_words(app: App) -> None:
    reply = Reply((), PAGE.buttons, (CHART,))

    (photo,) = await desk_that_says(app, reply).hears(message(text="điểm"))

    assert len(photo.buttons) == 1


async def test_it_sends_a_file_as_a_document(app: App) -> None:
    letter = Attachment("thu.docx", "application/octet-stream", b"docx", "Thư xin lỗi " * 200)

    (sent,) = await desk_that_says(app, Reply((), attachments=(letter,))).hears(message(text="thư"))

    assert (sent.method, sent.files) == ("sendDocument", {"document": b"docx"})
    assert len(sent.text) <= 1024


async def test_it_sends_a_picture_as_a_document_when_telegram_cannot_show_it(app: App) -> None:
    desk = desk_that_says(app, Reply((), attachments=(CHART,)))
    desk.api.trouble("sendPhoto", RefusedError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"))

    said = await desk.hears(message(text="điểm"))

    assert [call.method for call in said] == ["sendPhoto", "sendDocument"]


async def test_it_describes_in_words_what_it_cannot_send(app: App) -> None:
    desk = desk_that_says(app, Reply((Line("Điểm của xã"),), PAGE.buttons, (CHART,)))
    desk.api.trouble("sendPhoto", caused(TimedOut(), httpx.ReadTimeout("")))

    said = await desk.hears(message(text="điểm"))

    assert [call.text for call in said] == ["Biểu đồ điểm", "Điểm của xã", "Biểu đồ điểm"]
    assert said[-1].buttons
