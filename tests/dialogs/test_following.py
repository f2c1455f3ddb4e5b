import pytest

from cchc_bot.app import App
from cchc_bot.storage.notices import SqlNotices
from tests.builders import a_notice
from tests.dialogs.dialog import Dialog


@pytest.fixture(autouse=True)
async def _notice(app: App) -> None:
    await SqlNotices(app.database).save_notices([a_notice()])


async def test_it_lets_one_follow_and_unfollow_topics_in_place(an: Dialog) -> None:
    await an.say("thông báo")
    await an.press("Chọn chủ đề")
    assert an.labels[0] == "+ Cư trú và căn cước"

    assert "Đã ghi nhớ" in await an.press("Cư trú")
    assert an.labels[0] == "✓ Cư trú và căn cước"
    assert an.labels[1].startswith("+ Hộ tịch")
    assert an.reply.is_page
    assert "đã thôi theo dõi" in await an.press("Cư trú")
    assert an.labels[0] == "+ Cư trú và căn cước"


async def test_it_takes_no_harm_from_a_button_pressed_twice(an: Dialog) -> None:
    first = await an.say("/thongbao theo can-cuoc")

    assert await an.say("/thongbao theo can-cuoc") == first
    assert an.labels[0].startswith("✓")
    await an.say("/thongbao bo can-cuoc")
    await an.say("/thongbao bo can-cuoc")
    assert an.labels[0].startswith("+")


async def test_it_follows_the_topic_of_a_notice_and_stays_with_the_notice(an: Dialog) -> None:
    await an.say("/thongbao tb-1")

    followed = await an.press("Theo dõi chủ đề này")

    assert "Đã ghi nhớ" in followed
    assert "Tổ lưu động đến từng thôn." in followed
    assert an.labels[0] == "Thôi theo dõi chủ đề này"
    assert "đã thôi theo dõi" in await an.press("Thôi theo dõi")
    assert an.labels[0] == "Theo dõi chủ đề này"


@pytest.mark.parametrize(
    "typed", ["/thongbao chude", "/thongbao theo can-cuoc", "/thongbao theo can-cuoc tb-1"]
)
async def test_it_promises_no_notice_that_it_cannot_send(an: Dialog, typed: str) -> None:
    reply = await an.say(typed)

    assert "chưa tự gửi thông báo được" in reply
    assert "sẽ báo" not in reply


@pytest.mark.parametrize("typed", ["theo", "bo", "theo can", "theo căn cước", "bo xyz tb-1"])
async def test_it_answers_an_unknown_topic_with_those_there_are(an: Dialog, typed: str) -> None:
    assert "Không có chủ đề này" in await an.say(f"/thongbao {typed}")
    assert "+ Cư trú và căn cước" in an.labels


async def test_it_keeps_what_each_person_follows_apart(an: Dialog, binh: Dialog) -> None:
    await an.say("/thongbao theo can-cuoc")
    await binh.say("/thongbao chude")

    assert binh.labels[0] == "+ Cư trú và căn cước"


async def test_it_tells_nobody_in_a_group_what_one_follows(an: Dialog) -> None:
    await an.say("/thongbao theo can-cuoc")

    assert "nói chuyện riêng" in await an.say("/thongbao chude", in_group=True)
    assert "nói chuyện riêng" in await an.say("/thongbao bo can-cuoc", in_group=True)
    await an.say("/thongbao tb-1", in_group=True)
    assert an.labels == ["Về danh sách thông báo"]
    await an.say("/thongbao tb-1")
    assert an.labels[0] == "Thôi theo dõi chủ đề này"
