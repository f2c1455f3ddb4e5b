from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_bot.domain.index_sets import IndexSet, IndexSetInUseError
from cchc_bot.domain.scorecards import Scorecard, ScoreLine, Stage
from cchc_bot.storage.database import Database
from cchc_bot.storage.scores import SqlScores
from cchc_bot.storage.units import SqlUnits
from tests.builders import a_unit
from tests.score_builders import a_line, a_scorecard, an_index_set, save_cards


@pytest.fixture
async def scores(database: Database) -> SqlScores:
    await SqlUnits(database).save([a_unit("H99.13")])
    return SqlScores(database)


async def test_index_set_is_replaced_while_nobody_is_scored_on_it(scores: SqlScores) -> None:
    await scores.save_index_set(an_index_set())
    changed = _with_another_item(an_index_set())

    await save_cards(scores, Scorecard("H99.13", changed, Stage.DRAFT, _blank_lines(changed)))

    found = await scores.get_scorecard("H99.13", 2025)
    assert found is not None
    assert found.index_set == changed


async def test_index_set_keeps_its_points_once_units_are_scored_on_it(scores: SqlScores) -> None:
    card = a_scorecard()
    await save_cards(scores, card)

    with pytest.raises(IndexSetInUseError):
        await scores.save_index_set(_with_another_item(card.index_set))

    assert await scores.get_scorecard("H99.13", 2025) == card


async def test_index_set_may_change_its_words_at_any_time(scores: SqlScores) -> None:
    await save_cards(scores, a_scorecard())
    items = tuple(replace(item, guide="Rõ hơn.") for item in an_index_set().items)

    await scores.save_index_set(an_index_set(items=items))

    found = await scores.get_scorecard("H99.13", 2025)
    assert found is not None
    assert found.index_set.items == items


def _with_another_item(index_set: IndexSet) -> IndexSet:
    items = list(index_set.items)
    items[1] = replace(items[1], max_score=Decimal(38))
    items.insert(2, replace(items[1], code="1.9", max_score=Decimal(2)))
    return an_index_set(items=tuple(items))


def _blank_lines(index_set: IndexSet) -> tuple[ScoreLine, ...]:
    return tuple(a_line(item.code) for item in index_set.scored_items)
