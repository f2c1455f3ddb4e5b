"""Who is shown scores, of which unit, and how it is asked for."""

from pathlib import Path

import pytest

from cchc_bot.app import App
from cchc_bot.domain.people import Role
from cchc_bot.domain.scorecards import Stage
from cchc_bot.domain.units import Unit, UnitKind
from cchc_bot.sources.demonstration.units import read_units
from cchc_bot.storage.scores import SqlScores
from cchc_bot.storage.units import SqlUnits
from tests.dialogs.dialog import Dialog
from tests.score_builders import a_scorecard, an_index_set, save_cards

FOLDER = Path(__file__).parents[2] / "data" / "demo"
TWIN = Unit("H99.16", "UBND phường Trình Diễn", UnitKind.COMMUNE)


@pytest.fixture(autouse=True)
async def _scores(app: App) -> None:
    """H99.13 has published 2024 and is working on 2025; H99.12 has 2024 and 2025 published."""
    await SqlUnits(app.database).save((*read_units(FOLDER), TWIN))
    last, this = an_index_set(2024), an_index_set(2025)
    scores = SqlScores(app.database)
    await save_cards(scores, a_scorecard("H99.13", last), a_scorecard("H99.12", last))
    await save_cards(scores, a_scorecard("H99.13", this, Stage.DRAFT), a_scorecard("H99.12", this))


@pytest.mark.parametrize(
    "typed",
    ["/diem", "điểm", "/diem H99.13 2024 1.1", "điểm xã Trình Diễn", "/diem H00.00", "diem cchc"],
)
async def test_it_tells_others_that_this_is_for_officials(an: Dialog, typed: str) -> None:
    reply = await an.say(typed)

    assert reply.startswith("Phần này dành cho cán bộ, công chức.")
    assert "mã mời" in reply
    assert not any(character.isdigit() for character in reply)
    assert an.reply.buttons == ()
    assert an.reply.attachments == ()


async def test_it_shows_no_score_where_others_read_along(binh: Dialog) -> None:
    await binh.become_official("H99.13")

    assert "nói chuyện riêng" in await binh.say("/diem", in_group=True)


async def test_it_shows_the_own_unit_its_unpublished_year(binh: Dialog) -> None:
    await binh.become_official("H99.13")

    reply = await binh.say("/diem")

    assert "UBND xã Trình Diễn" in reply
    assert "năm 2025" in reply
    assert "đơn vị đang tự chấm" in reply


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ADMINISTRATOR])
async def test_it_shows_reviewers_what_is_not_published(binh: Dialog, role: Role) -> None:
    await binh.become_official("H99.01", role)

    assert "năm 2025" in await binh.say("/diem H99.13")


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.HEAD, Role.COMMITTEE_MEMBER])
async def test_it_shows_other_units_what_is_published_alone(binh: Dialog, role: Role) -> None:
    await binh.become_official("H99.12", role)

    newest = await binh.say("điểm xã Trình Diễn")
    assert "năm 2024" in newest
    assert "Xem năm 2025" not in binh.labels
    for typed in ("/diem H99.13 2025", "/diem H99.13 2025 1.1", "điểm xã Trình Diễn năm 2025"):
        reply = await binh.say(typed)
        assert reply.startswith("Điểm năm 2025 của UBND xã Trình Diễn chưa công bố")
        assert "81" not in reply
        assert binh.reply.buttons == ()


async def test_it_does_not_tell_whether_another_unit_is_being_scored(
    app: App, binh: Dialog
) -> None:
    await binh.become_official("H99.12")
    await save_cards(
        SqlScores(app.database), a_scorecard("H99.15", an_index_set(2023), Stage.DRAFT)
    )

    with_card, without = await binh.say("/diem H99.15"), await binh.say("/diem H99.14")

    assert "chưa công bố" in without
    assert with_card.replace("Minh Họa", "Giả Định") == without


async def test_it_says_what_to_do_when_the_own_unit_has_no_scorecard(binh: Dialog) -> None:
    await binh.become_official("H99.14")

    assert "UBND xã Giả Định chưa có bảng điểm. Ông/bà hỏi" in await binh.say("/diem")
    assert "chưa có bảng điểm năm 2024" in await binh.say("/diem 2024")


@pytest.mark.parametrize(
    "typed",
    [
        "điểm phường Ví Dụ",
        "diem phuong vi du",
        "Cho tôi xem chỉ số CCHC của UBND phường Ví Dụ với ạ",
        "/diem vi du",
        "/diem  h99.12 ",
        "/DIEM H99.12 2025",
    ],
)
async def test_it_opens_another_unit_however_it_is_asked(binh: Dialog, typed: str) -> None:
    await binh.become_official("H99.13")

    assert (await binh.say(typed)).startswith("UBND phường Ví Dụ: điểm cải cách")
    assert "năm 2025" in binh.reply.plain_text


@pytest.mark.parametrize(
    "typed",
    [
        "địa điểm phường Ví Dụ ở đâu",
        "thời điểm phường Ví Dụ mở cửa",
        "đặc điểm xã Trình Diễn",
        "điểm tiếp nhận hồ sơ của phường Ví Dụ",
        "phường Ví Dụ làm giấy khai sinh",
        "điểm xã Không Có",
    ],
)
async def test_it_leaves_alone_what_is_not_about_scores(binh: Dialog, typed: str) -> None:
    await binh.become_official("H99.13")

    assert "điểm cải cách hành chính (CCHC) năm" not in await binh.say(typed)


async def test_it_asks_which_of_two_units_of_one_name_is_meant(binh: Dialog) -> None:
    await binh.become_official("H99.12")

    assert "Ông/bà muốn xem đơn vị nào?" in await binh.say("điểm trình diễn 2024")
    assert binh.labels == ["UBND xã Trình Diễn", "UBND phường Trình Diễn"]
    assert "UBND xã Trình Diễn" in await binh.say("1")
    assert "năm 2024" in binh.reply.plain_text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/diem H98.77", "Chưa tìm thấy đơn vị “H98.77”"),
        ("/diem xã <b>Không</b> Có", "Chưa tìm thấy đơn vị “xã <b>Không</b> Có”"),
        ("/diem " + "ồ" * 3000, "Chưa tìm thấy đơn vị “ồồồ"),
        ("/diem H99.13 2025 3" + ".3" * 1900, "Chưa tìm thấy đơn vị “H99.13 2025 3.3.3"),
        ("/diem H99" + ".1" * 1900, "Chưa tìm thấy đơn vị “H99.1.1"),
        ("/diem ٣", "Chưa tìm thấy đơn vị “٣”"),
        ("/diem H99.13 2019", "chưa có bảng điểm năm 2019"),
        ("/diem H99.13 2025 9.9", "Bảng điểm năm 2025 không có mục 9.9"),
        ("/diem H99.13 2025 1.", "Chưa tìm thấy đơn vị “H99.13 2025 1.”"),
        ("/diem 2", "2. Hài lòng"),
    ],
)
async def test_it_answers_codes_typed_wrong(binh: Dialog, typed: str, expected: str) -> None:
    await binh.become_official("H99.13")

    reply = await binh.say(typed)

    assert expected in reply
    assert len(reply) < 500


async def test_it_judges_an_old_button_by_who_presses_it_now(app: App, binh: Dialog) -> None:
    await binh.become_official("H99.13")
    await binh.say("/diem")
    await binh.become_official("H99.12")

    reply = await binh.say("/diem H99.13 2025 1")

    assert "chưa công bố" in reply
