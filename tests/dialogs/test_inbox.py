from datetime import timedelta

import pytest

from cchc_bot.app import App
from cchc_bot.domain.feedback import Feedback, FeedbackKind
from cchc_bot.domain.people import Role
from cchc_bot.storage.feedback import SqlFeedback
from cchc_bot.storage.units import SqlUnits
from tests.builders import NOW, a_unit
from tests.dialogs.dialog import Dialog


@pytest.fixture(autouse=True)
async def _unit(app: App) -> None:
    await SqlUnits(app.database).save([a_unit("H99.01")])


@pytest.fixture
async def _seven_received(app: App, an: Dialog) -> None:
    person = (await app.people.meet(an.sender)).person
    for n in range(2, 9):
        sent = Feedback(
            number=f"GY-AAAA-AAA{n}",
            kind=FeedbackKind.RULES,
            text=f"Điều thứ {n}: " + "nên bớt giấy tờ " * 30,
            received_at=NOW - timedelta(days=n),
        )
        await SqlFeedback(app.database).add(person, sent, NOW)


@pytest.mark.parametrize("role", [None, Role.OFFICIAL, Role.REVIEWER])
async def test_it_keeps_the_inbox_from_those_who_do_not_lead(
    binh: Dialog, role: Role | None
) -> None:
    if role:
        await binh.become_official("H99.01", role)

    await binh.say("/gopy")
    assert "Góp ý mới nhận" not in binh.labels
    for typed in ("/gopymoi", "góp ý mới nhận", "/gopymoi GY-AAAA-AAA2"):
        assert "dành cho lãnh đạo" in await binh.say(typed)


@pytest.mark.usefixtures("_seven_received")
async def test_it_shows_leaders_what_came_in_newest_first(binh: Dialog) -> None:
    await binh.become_official("H99.01", Role.HEAD)
    await binh.say("/gopy")

    first = await binh.press("Góp ý mới nhận")

    assert "trang 1 trên 2" in first
    assert "GY-AAAA-AAA2 · 21/01/2026 · về quy định, thủ tục" in first
    assert first.index("Điều thứ 2") < first.index("Điều thứ 6")
    assert len(first) < 2000
    assert "Điều thứ 8" in await binh.press("cũ hơn")
    assert binh.reply.is_page
    assert await binh.press("mới hơn") == first


@pytest.mark.usefixtures("_seven_received")
async def test_it_opens_one_whole_for_a_leader_without_its_sender(binh: Dialog) -> None:
    await binh.become_official("H99.01", Role.SECRETARY)
    await binh.say("/gopymoi")

    opened = await binh.press("GY-AAAA-AAA3")

    assert opened.count("nên bớt giấy tờ") == 30
    assert opened.splitlines()[0] == "GY-AAAA-AAA3 · 20/01/2026 · về quy định, thủ tục"
    assert len(opened.splitlines()) == 2
    assert "trang 1 trên 2" in await binh.press("Về danh sách")


async def test_it_tells_a_leader_that_nothing_came_in_or_is_found(binh: Dialog) -> None:
    await binh.become_official("H99.01", Role.ADMINISTRATOR)

    assert "Chưa có góp ý nào" in await binh.say("góp ý mới")
    assert "Không có góp ý nào mang mã này" in await binh.say("/gopymoi GY-AAAA-AAA2")
    assert "Chưa có góp ý nào" in await binh.press("Về danh sách")
