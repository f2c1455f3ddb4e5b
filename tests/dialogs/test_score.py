from dataclasses import replace
from pathlib import Path

import pytest

from cchc_bot.app import App
from cchc_bot.chat.messages import MAX_ACTION_BYTES
from cchc_bot.domain.scorecards import ScoreLine, Stage
from cchc_bot.sources.demonstration.scores import make_index_sets, make_scorecards
from cchc_bot.sources.demonstration.units import read_units
from cchc_bot.storage.scores import SqlScores
from cchc_bot.storage.units import SqlUnits
from tests.builders import TODAY
from tests.dialogs.dialog import Dialog
from tests.score_builders import LINES, a_line, a_scorecard, an_index_set, save_cards

FOLDER = Path(__file__).parents[2] / "data" / "demo"


@pytest.fixture(autouse=True)
async def _units(app: App) -> None:
    await SqlUnits(app.database).save(read_units(FOLDER))


@pytest.fixture
async def published(app: App) -> None:
    """Two published years of everyone in the demonstration."""
    scores = SqlScores(app.database)
    for index_set in make_index_sets(FOLDER, TODAY):
        await save_cards(scores, *make_scorecards(FOLDER, read_units(FOLDER), index_set))


@pytest.fixture
async def official(binh: Dialog) -> Dialog:
    await binh.become_official("H99.13")
    return binh


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("typed", ["/diem", "điểm", "diem cchc", "Chấm điểm", "XEM ĐIỂM!", "score"])
async def test_it_shows_an_official_where_the_unit_stands(official: Dialog, typed: str) -> None:
    reply = await official.say(typed)

    assert reply.startswith("UBND xã Trình Diễn: điểm cải cách hành chính (CCHC) năm 2025")
    assert "(Dữ liệu trình diễn, không có thật.)" in reply
    assert "trong 5 xã, phường" in reply
    assert "So với năm 2024:" in reply
    assert "▰ " in reply or "▱ " in reply
    assert "Mất điểm nhiều nhất:" in reply
    assert "tài liệu kiểm chứng" in reply
    assert len(official.reply.lines) <= 30
    assert not official.reply.is_page


async def test_it_tells_the_figures_of_the_card(app: App, official: Dialog) -> None:
    better = (a_line("1.1", "40", "30"), *LINES[1:])
    await save_cards(
        SqlScores(app.database), a_scorecard(index_set=an_index_set(2023), lines=better)
    )
    await save_cards(SqlScores(app.database), a_scorecard())
    await save_cards(
        SqlScores(app.database),
        a_scorecard("H99.14", lines=(a_line("1.1", "40", "40"), *LINES[1:])),
    )

    lines = (await official.say("/diem")).splitlines()

    assert lines[2:8] == [
        "Đạt 81,65 trên 100 điểm (81,65%), xếp loại Giỏi.",
        "Hạng 2 trong 2 xã, phường.",
        "So với năm 2023: tăng 5 điểm, xuống 1 bậc.",
        "• Tự chấm: 70/70",
        "• Thẩm định (cấp trên chấm): 57,5/70",
        "• Điều tra xã hội học (phiếu hỏi ý kiến): 24,15/30",
    ]
    assert "▰▰▰▰▰▰▰▰▱▱ 82%  1. Điều hành" in lines
    assert "• 1.2.1 Hồ sơ đúng hạn: mất 7,5 điểm. Trả chậm." in lines
    assert "Còn thiếu 2 tài liệu kiểm chứng (giấy tờ chứng minh):" in lines


async def test_it_calls_points_provisional_until_they_are_final(app: App, official: Dialog) -> None:
    await save_cards(SqlScores(app.database), a_scorecard(index_set=an_index_set(2024)))
    lines = (LINES[0], a_line("1.2.1", "20"), LINES[2], a_line("2.1"))
    await save_cards(SqlScores(app.database), a_scorecard(stage=Stage.FIRST_REVIEW, lines=lines))

    reply = await official.say("/diem")

    assert "Tạm tính: 65 trên 70 điểm" in reply
    assert "xếp loại" not in reply
    assert "Năm 2024 đã công bố: 81,65%, hạng 1 trong 1." in reply
    assert "Tình trạng: đã thẩm định lần 1." in reply
    assert "Thẩm định (cấp trên chấm): mới chấm được 45/50, chưa xong" in reply
    assert "(phiếu hỏi ý kiến): chưa có" in reply


async def test_it_says_when_a_card_is_still_empty(app: App, official: Dialog) -> None:
    lines = tuple(ScoreLine(line.item_code) for line in LINES)
    await save_cards(SqlScores(app.database), a_scorecard(stage=Stage.DRAFT, lines=lines))

    assert "Chưa chấm mục nào." in await official.say("/diem")


async def test_it_says_how_a_year_without_a_survey_is_counted(app: App, official: Dialog) -> None:
    await save_cards(SqlScores(app.database), a_scorecard(index_set=an_index_set(2024)))
    await save_cards(SqlScores(app.database), a_scorecard(lines=(*LINES[:3], a_line("2.1"))))

    reply = await official.say("/diem")

    assert "Đạt 57,5 trên 70 điểm (82,14%)" in reply
    assert "Chỉ tính 70 trong 100 điểm" in reply
    assert "tăng 0,49 điểm, giữ nguyên hạng" in reply
    assert "So theo thang 100 điểm" in reply
    assert "chưa chấm  2. Hài lòng" in reply


@pytest.mark.usefixtures("published")
async def test_it_sends_a_picture_once(official: Dialog) -> None:
    await official.say("/diem")
    (picture,) = official.reply.attachments

    assert (picture.name, picture.media_type) == ("diem-H99.13-2025.png", "image/png")
    assert picture.content.startswith(b"\x89PNG")
    assert "năm 2025" in picture.description
    assert "so với năm 2024" in picture.description
    await official.press("3. Cải cách thủ tục")
    assert official.reply.attachments == ()
    await official.press("Về bảng điểm")
    assert official.reply.attachments == ()
    assert official.reply.is_page


@pytest.mark.usefixtures("published")
async def test_it_opens_areas_down_to_the_sub_criterion_and_back(official: Dialog) -> None:
    await official.say("/diem")
    assert "3.2 Giải quyết hồ sơ" in await official.press("3. Cải cách thủ tục")
    assert "3.2.2 Xin lỗi khi trễ hẹn" in await official.press("3.2 ")
    leaf = await official.press("3.2.2 ")

    assert "Thẩm định (cấp trên chấm):" in leaf
    assert "Cách chấm: Hồ sơ trễ hẹn đều có thư xin lỗi" in leaf
    assert "Thư xin lỗi đã gửi" in leaf
    assert official.reply.is_page
    assert "3.2. Giải quyết hồ sơ" in await official.press("Về mục 3.2")
    assert "3. Cải cách thủ tục hành chính" in await official.press("Về mục 3")
    assert "Từng lĩnh vực" in await official.press("Về bảng điểm")
    assert "năm 2024" in await official.press("Xem năm 2024")
    assert "So với năm" not in official.reply.plain_text


async def test_it_says_of_each_paper_whether_it_is_there(app: App, official: Dialog) -> None:
    await save_cards(SqlScores(app.database), a_scorecard())

    plan = await official.say("/diem H99.13 2025 1.1")
    apology = await official.say("/diem 1.2.2")

    assert "Mất 5 điểm. Vì sao: Kế hoạch chậm." in plan
    assert "✓ Kế hoạch: đã có" in plan
    assert "✗ Báo cáo: còn thiếu" in plan
    assert "Không mất điểm." in apology
    assert "✓ Thư xin lỗi: đã có" in apology


async def test_it_says_what_does_not_apply(app: App, official: Dialog) -> None:
    await save_cards(
        SqlScores(app.database),
        a_scorecard(lines=(replace(LINES[0], is_applicable=False), *LINES[1:])),
    )

    assert "không áp dụng cho đơn vị" in await official.say("/diem 1.1")
    assert "chưa chấm, tối đa 40  1.1 Kế hoạch" in await official.say("/diem 1")


@pytest.mark.usefixtures("published")
async def test_it_gives_the_same_answer_to_a_button_pressed_twice(official: Dialog) -> None:
    await official.say("/diem")
    summary = official.reply
    first = await official.press("5. Chế độ công vụ")
    official.reply = summary

    assert await official.press("5. Chế độ công vụ") == first


@pytest.mark.usefixtures("published")
async def test_it_carries_no_more_in_a_button_than_every_channel_takes(official: Dialog) -> None:
    for text in ("/diem", "/diem 3", "/diem 3.2", "/diem 3.2.1"):
        await official.say(text)
        assert official.reply.buttons
        for button in official.reply.buttons:
            assert len(button.action.encode()) <= MAX_ACTION_BYTES
