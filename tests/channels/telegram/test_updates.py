"""From what Telegram reports to what it is told."""

import asyncio
from typing import Any

import pytest

from cchc_bot.app import App
from cchc_bot.chat.messages import Button, Reply
from cchc_bot.domain.people import Channel, Sender
from tests.channels.telegram.desk import Desk, Scripted
from tests.channels.telegram.people import AN, BINH, GROUP, message, press
from tests.channels.telegram.things import PHOTO, PLACE, POLL, STICKER, VOICE

ANOTHER_BOT = {"id": 9, "is_bot": True, "first_name": "Bot", "username": "another_bot"}


async def test_it_answers_in_the_chat_that_it_was_asked_in(desk: Desk, scripted: Scripted) -> None:
    (sent,) = await desk.hears(message(text="xin chào <b>"))

    assert (sent.method, sent.params["chat_id"], sent.text) == ("sendMessage", "7", "đây ạ")
    assert scripted.asked[0].incoming.sender == Sender(Channel.TELEGRAM, "7")
    assert scripted.asked[0].text == "xin chào <b>"
    assert scripted.asked[0].incoming.is_private


@pytest.mark.parametrize(
    "content",
    [{"photo": PHOTO}, {"voice": VOICE}, {"sticker": STICKER}, {"location": PLACE}, {"poll": POLL}],
    ids=lambda content: next(iter(content)),
)
async def test_it_tells_kindly_that_it_reads_words_only(
    desk: Desk, content: dict[str, Any]
) -> None:
    (sent,) = await desk.hears(message(**content))

    assert "mới đọc được chữ" in sent.text


async def test_it_tells_it_once_for_an_album(desk: Desk) -> None:
    album = [message(photo=PHOTO, media_group_id="1") for _ in range(4)]
    captioned = message(photo=PHOTO, media_group_id="1", caption="giấy này nộp ở đâu")

    said = await desk.hears(*album, captioned)

    assert ["chữ" in call.text for call in said] == [True, False]


async def test_it_reads_the_words_under_a_picture(desk: Desk, scripted: Scripted) -> None:
    await desk.hears(message(photo=PHOTO, caption="giấy này nộp ở đâu"))

    assert scripted.asked[0].text == "giấy này nộp ở đâu"


@pytest.mark.parametrize(
    "report",
    [
        message(new_chat_title="Nhà mình"),
        message(ANOTHER_BOT, text="/start"),
        {"update_id": 900_001, "edited_message": message(text="sửa")["message"]},
        {"update_id": 900_002, "channel_post": message(text="tin")["message"]},
        {"update_id": 900_003, "poll": POLL},
        {"update_id": 900_004, "a_kind_of_next_year": {"id": 1}},
        {"update_id": 900_005},
    ],
)
async def test_it_ignores_what_asks_for_nothing(desk: Desk, report: dict[str, Any]) -> None:
    assert await desk.hears(report) == []


async def test_it_asks_the_one_who_presses_not_the_one_who_was_shown(
    desk: Desk, scripted: Scripted
) -> None:
    await desk.hears(press("/diem", BINH, GROUP))

    (asked,) = scripted.asked
    assert asked.incoming.sender == Sender(Channel.TELEGRAM, "8")
    assert (asked.text, asked.incoming.is_press, asked.incoming.is_private) == (
        "/diem",
        True,
        False,
    )


async def test_it_answers_a_press_even_when_everything_fails(app: App) -> None:
    desk = Desk(app, Scripted(app, RuntimeError("hỏng")).router)
    desk.api.trouble("answerCallbackQuery", TimeoutError())

    (sent,) = await desk.hears(press("/diem"))

    assert "answerCallbackQuery" in desk.api.methods()
    assert "gặp trục trặc" in sent.text


async def test_it_takes_the_waiting_sign_off_a_button_that_it_cannot_read(desk: Desk) -> None:
    report = press("/diem")
    del report["callback_query"]["message"]

    assert await desk.hears(report) == []
    assert "answerCallbackQuery" in desk.api.methods()


async def test_it_keeps_one_chat_in_order_and_lets_others_pass(app: App) -> None:
    slow = asyncio.Event()
    heard: list[str] = []

    async def answer(asked: Any) -> Reply:
        heard.append(f"{asked.text} begins")
        if asked.text == "1":
            await slow.wait()
        if asked.text == "from Bình":
            slow.set()
        heard.append(f"{asked.text} ends")
        return Reply.of(asked.text)

    scripted = Scripted(app, Reply.of(""))
    scripted.router._fallback = answer
    desk = Desk(app, scripted.router)
    an = [message(AN, text=str(number)) for number in range(1, 6)]
    binh = message(BINH, {"id": 8, "type": "private"}, text="from Bình")

    said = await desk.hears(*an, binh)

    assert [call.text for call in said if call.params["chat_id"] == "7"] == list("12345")
    assert heard.index("from Bình ends") < heard.index("1 ends")


async def test_it_shows_the_menu_in_both_languages(app: App) -> None:
    desk = Desk(app, app.router)
    await desk.hears()

    vietnamese, english = (c.params for c in desk.api.calls if c.method == "setMyCommands")
    assert {"command": "trogiup", "description": "Hướng dẫn sử dụng"} in vietnamese["commands"]
    assert "language_code" not in vietnamese
    assert english["language_code"] == "en"
    assert "moi" not in {command["command"] for command in english["commands"]}


async def test_it_holds_a_conversation_with_buttons(app: App) -> None:
    desk = Desk(app, app.router)

    (question,) = await desk.hears(message(text="ngôn ngữ"))
    english = question.buttons[0][-1]
    (answer,) = await desk.hears(press(english["callback_data"]))

    assert english["text"] == "English"
    assert "answers in English" in answer.text


async def test_it_offers_buttons_two_a_row_when_they_are_short(app: App) -> None:
    labels = ["Có", "Không", "Một câu trả lời dài hơn hẳn", "Thôi"]
    buttons = tuple(Button(label, f"/start {n}") for n, label in enumerate(labels))
    desk = Desk(app, Scripted(app, Reply.of("Chọn đi ạ", buttons=buttons)).router)

    (sent,) = await desk.hears(message(text="chọn"))

    assert [[key["text"] for key in row] for row in sent.buttons] == [
        ["Có", "Không"],
        ["Một câu trả lời dài hơn hẳn"],
        ["Thôi"],
    ]
