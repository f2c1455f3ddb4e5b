"""A small index set of two areas, and scorecards on it."""

from dataclasses import replace
from decimal import Decimal

from cchc_bot.domain.index_sets import Band, IndexItem, IndexSet, ItemKind
from cchc_bot.domain.scorecards import Scorecard, ScoreLine, Stage
from cchc_bot.domain.units import UnitKind
from cchc_bot.storage.scores import SqlScores

APPRAISED, SURVEY = ItemKind.APPRAISED, ItemKind.SURVEY
_ITEMS = (
    IndexItem("1", "Điều hành", Decimal(70)),
    IndexItem("1.1", "Kế hoạch", Decimal(40), APPRAISED, "Theo tỷ lệ.", ("Kế hoạch", "Báo cáo")),
    IndexItem("1.2", "Giải quyết hồ sơ", Decimal(30)),
    IndexItem("1.2.1", "Hồ sơ đúng hạn", Decimal(20), APPRAISED, "Theo tỷ lệ.", ("Bảng kê",)),
    IndexItem("1.2.2", "Xin lỗi khi trễ", Decimal(10), APPRAISED),
    IndexItem("2", "Hài lòng", Decimal(30)),
    IndexItem("2.1", "Hài lòng chung", Decimal(30), SURVEY),
)
_BANDS = (Band("Giỏi", Decimal(80)), Band("Vừa", Decimal(50)), Band("Kém", Decimal(0)))


def an_index_set(
    year: int = 2025, province: str = "H99", items: tuple[IndexItem, ...] = _ITEMS
) -> IndexSet:
    return IndexSet(province, UnitKind.COMMUNE, year, "Bộ chỉ số mẫu", items, _BANDS)


def a_line(
    code: str, own: str | None = None, appraised: str | None = None, survey: str | None = None
) -> ScoreLine:
    return ScoreLine(code, _points(own), _points(appraised), _points(survey))


def _points(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


LINES = (
    replace(
        a_line("1.1", "40", "35"),
        reason="Kế hoạch chậm.",
        evidence_given=("Kế hoạch",),
        evidence_missing=("Báo cáo",),
    ),
    replace(a_line("1.2.1", "20", "12.5"), reason="Trả chậm.", evidence_missing=("Bảng kê",)),
    replace(a_line("1.2.2", "10", "10"), evidence_given=("Thư xin lỗi",)),
    replace(a_line("2.1", survey="24.15"), reason="Chờ lâu."),
)


def a_scorecard(
    unit_code: str = "H99.13",
    index_set: IndexSet | None = None,
    stage: Stage = Stage.PUBLISHED,
    lines: tuple[ScoreLine, ...] = LINES,
) -> Scorecard:
    """Return a card that comes to 57.5 appraised and 24.15 surveyed points, 81.65 in all."""
    return Scorecard(unit_code, index_set or an_index_set(), stage, lines)


async def save_cards(scores: SqlScores, *cards: Scorecard) -> None:
    """Save cards of one index set, and the set before them."""
    await scores.save_index_set(cards[0].index_set)
    await scores.save_scorecards(cards[0].index_set, cards)
