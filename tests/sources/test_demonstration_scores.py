from datetime import date
from pathlib import Path

import pytest

from cchc_bot.domain.index_sets import Fault, FaultKind, ItemKind
from cchc_bot.domain.units import DEMONSTRATION_PROVINCE, UnitKind
from cchc_bot.sources.demonstration.scores import make_index_sets, make_scorecards
from cchc_bot.sources.demonstration.units import read_units
from cchc_bot.sources.index_sets import BrokenIndexSetError, read_index_set
from tests.builders import TODAY

FOLDER = Path(__file__).parents[2] / "data" / "demo"
UNITS = read_units(FOLDER)


def test_demonstration_has_two_years_of_one_set_for_each_kind_of_unit() -> None:
    sets = make_index_sets(FOLDER, TODAY)

    assert {(s.unit_kind, s.year) for s in sets} == {
        (kind, TODAY.year - ago) for kind in UnitKind for ago in (1, 2)
    }
    assert all(s.is_demonstration and "ví dụ" in s.title for s in sets)


def test_demonstration_set_has_eight_areas_and_a_survey_part() -> None:
    index_set = make_index_sets(FOLDER, TODAY)[0]
    points = {
        kind: sum(item.max_score for item in index_set.scored_items if item.kind is kind)
        for kind in ItemKind
    }

    assert len(index_set.areas) == 8
    assert points == {ItemKind.APPRAISED: 70, ItemKind.SURVEY: 30}
    assert all(item.guide for item in index_set.scored_items)


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2031, 12, 31)])
def test_demonstration_scores_are_the_same_each_time_and_all_final(today: date) -> None:
    for index_set in make_index_sets(FOLDER, today):
        cards = make_scorecards(FOLDER, UNITS, index_set)
        assert cards == make_scorecards(FOLDER, UNITS, index_set)
        assert {card.unit_code for card in cards} == {
            unit.code for unit in UNITS if unit.kind is index_set.unit_kind
        }
        for card in cards:
            assert card.final_rate is not None
            assert card.evidence_missing
            assert all(loss.line.reason for loss in card.losses())


def test_broken_set_is_refused_with_what_is_wrong(tmp_path: Path) -> None:
    text = (FOLDER / "index-set.toml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.toml"
    broken.write_text(text.replace('code = "8.2.2"', 'code = "8.2.1"'), encoding="utf-8")

    with pytest.raises(BrokenIndexSetError, match=r"8\.2\.1 code_twice") as raised:
        read_index_set(broken, DEMONSTRATION_PROVINCE, UnitKind.COMMUNE, 2025)

    assert Fault(FaultKind.CODE_TWICE, "8.2.1") in raised.value.faults
