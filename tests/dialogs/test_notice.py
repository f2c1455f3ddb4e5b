from datetime import timedelta

import pytest

from cchc_bot.app import App
from cchc_bot.app.files import DATA
from cchc_bot.chat.messages import MAX_ACTION_BYTES
from cchc_bot.sources.demonstration.notices import make_notices
from cchc_bot.storage.notices import SqlNotices
from tests.builders import NOW, a_notice
from tests.dialogs.dialog import Dialog


@pytest.fixture
async def store(app: App) -> SqlNotices:
    return SqlNotices(app.database)


@pytest.fixture
async def _seven_notices(store: SqlNotices) -> None:
    await store.save_notices(
        a_notice(f"tb-{n}", title=f"Tin số {n}", published_at=NOW - timedelta(days=n))
        for n in range(1, 8)
    )


@pytest.mark.parametrize("typed", ["/thongbao", "thông báo", "Tin moi", "có gì mới?", "news"])
async def test_it_says_kindly_that_there_is_no_notice_yet(an: Dialog, typed: str) -> None:
    assert "chưa có thông báo" in await an.say(typed)
    assert an.labels == ["Chọn chủ đề theo dõi"]


@pytest.mark.usefixtures("_seven_notices")
async def test_it_lists_the_newest_notices_and_pages_to_older_ones(an: Dialog) -> None:
    first = await an.say("thông báo mới")

    assert [label for label in an.labels if "Tin" in label] == [f"Tin số {n}" for n in range(1, 6)]
    assert "22/01/2026 · Cư trú và căn cước" in first
    assert "Thông báo mới hơn" not in an.labels
    assert "trang 2 trên 2" in await an.press("cũ hơn")
    assert an.labels[:2] == ["Tin số 6", "Tin số 7"]
    assert an.reply.is_page
    assert "Thông báo cũ hơn" not in an.labels
    assert await an.press("mới hơn") == first


@pytest.mark.usefixtures("_seven_notices")
@pytest.mark.parametrize("typed", ["trang 99", "trang 9" + "9" * 900, "trang 2 3"])
async def test_it_shows_the_last_page_for_one_far_beyond(an: Dialog, typed: str) -> None:
    assert "trang 2 trên 2" in await an.say(f"/thongbao {typed}")


@pytest.mark.usefixtures("_seven_notices")
@pytest.mark.parametrize("typed", ["trang", "trang 0", "trang -1", "trang x", "trang ²", "TRANG 1"])
async def test_it_shows_the_first_page_for_one_that_is_none(an: Dialog, typed: str) -> None:
    assert "Thông báo mới nhất" in await an.say(f"/thongbao {typed}")


@pytest.mark.usefixtures("_seven_notices")
async def test_it_opens_a_notice_whole_and_goes_back(an: Dialog) -> None:
    await an.say("/thongbao")

    opened = await an.press("Tin số 3")

    assert opened == (
        "Tin số 3\n20/01/2026 · Cư trú và căn cước\nTổ lưu động đến từng thôn.\n"
        "Xin mang theo giấy tờ.\nNguồn: UBND xã Mẫu"
    )
    assert "Thông báo mới nhất" in await an.press("Về danh sách")


async def test_it_tells_the_day_of_the_office(an: Dialog, store: SqlNotices) -> None:
    after_midnight = NOW.replace(hour=0, minute=30)
    await store.save_notices([a_notice(published_at=after_midnight)])

    assert "23/01/2026" in await an.say("/thongbao")


async def test_it_keeps_back_what_is_not_out_yet(an: Dialog, store: SqlNotices) -> None:
    await store.save_notices([a_notice("mai", published_at=NOW + timedelta(seconds=1))])

    assert "chưa có thông báo" in await an.say("/thongbao")
    assert "lưu động" not in await an.say("/thongbao mai")


@pytest.mark.usefixtures("_seven_notices")
@pytest.mark.parametrize("typed", ["tb-99", "về đất đai", "'; drop table notices", "🙏"])
async def test_it_answers_an_unknown_notice_with_the_list(an: Dialog, typed: str) -> None:
    reply = await an.say(f"/thongbao {typed}")

    assert reply.startswith("Không tìm thấy thông báo")
    assert "Tin số 1" in reply


async def test_it_marks_what_is_invented(an: Dialog, store: SqlNotices) -> None:
    await store.save_notices(make_notices(DATA / "demo", NOW))

    assert "(Dữ liệu trình diễn, không có thật.)" in await an.say("/thongbao")
    while "Thông báo cũ hơn" in an.labels:
        assert all(len(button.action.encode()) <= MAX_ACTION_BYTES for button in an.reply.buttons)
        await an.press("cũ hơn")
    assert "(Dữ liệu trình diễn, không có thật.)" in await an.press("tạm trú")


async def test_it_does_not_call_a_real_notice_invented(an: Dialog, store: SqlNotices) -> None:
    await store.save_notices([a_notice()])

    assert "trình diễn" not in await an.say("/thongbao")
    assert "trình diễn" not in await an.press("lưu động")
