"""In a group others talk to each other: the bot speaks when it is spoken to."""

from typing import Any

import pytest

from tests.channels.telegram.desk import Desk, Scripted
from tests.channels.telegram.people import BINH, GROUP, mention, message
from tests.channels.telegram.things import PHOTO

ITSELF = {"id": 42, "is_bot": True, "first_name": "Trợ lý", "username": "cchc_bot"}


@pytest.mark.parametrize(
    ("report", "understood"),
    [
        (message(chat=GROUP, text="bà con ơi"), None),
        (mention("/hoso H99", "bot_command", "/hoso"), "/hoso H99"),
        (mention("/hoso@CCHC_bot H99", "bot_command", "/hoso@CCHC_bot"), "/hoso@CCHC_bot H99"),
        (mention("/hoso@another_bot", "bot_command", "/hoso@another_bot"), None),
        (mention("@cchc_bot khai sinh", "mention", "@cchc_bot"), "khai sinh"),
        (mention("hỏi @another_bot đi", "mention", "@another_bot"), None),
        (mention("xem /hoso nhé", "bot_command", "/hoso"), None),
        (
            message(
                chat=GROUP,
                text="còn gì nữa?",
                reply_to_message=message(ITSELF, GROUP, text="đây ạ")["message"],
            ),
            "còn gì nữa?",
        ),
        (
            message(
                chat=GROUP,
                text="ừ",
                reply_to_message=message(BINH, GROUP, text="đúng không?")["message"],
            ),
            None,
        ),
        (message(chat=GROUP, photo=PHOTO), None),
    ],
)
async def test_it_answers_in_a_group_only_when_it_is_addressed(
    desk: Desk, scripted: Scripted, report: dict[str, Any], understood: str | None
) -> None:
    said = await desk.hears(report)

    assert [asked.text for asked in scripted.asked] == ([understood] if understood else [])
    assert len(said) == len(scripted.asked)
    for asked, call in zip(scripted.asked, said, strict=True):
        assert not asked.incoming.is_private
        assert call.params["reply_parameters"]["message_id"] == report["message"]["message_id"]


async def test_it_answers_in_the_topic_that_it_was_asked_in(desk: Desk) -> None:
    report = mention("/hoso", "bot_command", "/hoso")
    report["message"] |= {"message_thread_id": 31, "is_topic_message": True}

    (sent,) = await desk.hears(report)

    assert sent.params["message_thread_id"] == "31"
