from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_bot.domain.index_sets import Band, Fault, FaultKind, IndexItem
from cchc_bot.domain.rates import Rate
from tests.score_builders import APPRAISED, an_index_set

GOOD = an_index_set()


def test_index_set_without_fault_has_none() -> None:
    assert GOOD.faults() == ()


@pytest.mark.parametrize(
    ("code", "change", "kind"),
    [
        ("1.2.2", {"max_score": Decimal(9)}, FaultKind.PARTS_DO_NOT_ADD_UP),
        ("1.2.2", {"code": "1.2.1"}, FaultKind.CODE_TWICE),
        ("1.2.2", {"code": "1.7.2"}, FaultKind.NO_PARENT),
        ("1.2.2", {"code": "1.2.b"}, FaultKind.BAD_CODE),
        ("1.2.2", {"code": "1.2." + "9" * 20}, FaultKind.BAD_CODE),
        ("1.2.2", {"kind": None}, FaultKind.NEITHER_SCORED_NOR_SUMMED),
        ("1.2.2", {"max_score": Decimal(0)}, FaultKind.NO_POINTS),
        ("1.2", {"kind": APPRAISED}, FaultKind.SCORED_AND_SUMMED),
        ("2", {"max_score": Decimal(31)}, FaultKind.NOT_FULL_MARKS),
    ],
)
def test_index_set_tells_what_is_wrong_with_it(
    code: str, change: dict[str, object], kind: FaultKind
) -> None:
    items = tuple(_changed(item, change) if item.code == code else item for item in GOOD.items)

    assert kind in {fault.kind for fault in an_index_set(items=items).faults()}


def _changed(item: IndexItem, change: dict[str, object]) -> IndexItem:
    fields = {name: getattr(item, name) for name in item.__slots__} | change
    return IndexItem(**fields)


def test_index_set_tells_where_it_does_not_add_up() -> None:
    items = tuple(
        replace(item, max_score=Decimal(41)) if item.code == "1.1" else item for item in GOOD.items
    )

    assert an_index_set(items=items).faults() == (Fault(FaultKind.PARTS_DO_NOT_ADD_UP, "1"),)


def test_index_set_wants_its_bands_from_the_best_down() -> None:
    worst_first = replace(GOOD, bands=GOOD.bands[::-1])

    assert worst_first.faults() == (Fault(FaultKind.BANDS_OUT_OF_ORDER),)


@pytest.mark.parametrize(
    ("points", "name"), [("100", "Giỏi"), ("80", "Giỏi"), ("79.999", "Vừa"), ("0", "Kém")]
)
def test_index_set_grades_by_the_share_as_it_is_not_as_it_is_shown(points: str, name: str) -> None:
    band = GOOD.band(Rate(Decimal(points), Decimal(100)))

    assert band is not None
    assert band.name == name


def test_index_set_without_a_band_so_low_gives_none() -> None:
    strict = replace(GOOD, bands=(Band("Giỏi", Decimal(80)),))

    assert strict.band(Rate(Decimal(1), Decimal(100))) is None


def test_items_lie_within_those_whose_code_they_continue() -> None:
    item = IndexItem("1.20.3", "", Decimal(1))

    assert [code for code in ("", "1", "1.2", "1.20", "1.20.3", "2") if item.is_within(code)] == [
        "",
        "1",
        "1.20",
        "1.20.3",
    ]
