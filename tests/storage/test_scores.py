from dataclasses import replace
from fractions import Fraction

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from cchc_bot.domain.index_sets import IndexSet
from cchc_bot.domain.scorecards import Scorecard, Stage
from cchc_bot.domain.standings import Standing
from cchc_bot.storage.database import Database
from cchc_bot.storage.scores import SqlScores
from cchc_bot.storage.tables import IndexItemRow, ScorecardRow, ScoreLineRow
from cchc_bot.storage.units import SqlUnits
from tests.builders import a_unit
from tests.score_builders import LINES, a_line, a_scorecard, an_index_set, save_cards

CODES = tuple(f"H99.{number}" for number in range(11, 51))


@pytest.fixture(autouse=True)
async def _units(database: Database) -> None:
    await SqlUnits(database).save(a_unit(code) for code in CODES)


@pytest.fixture
def scores(database: Database) -> SqlScores:
    return SqlScores(database)


async def standing(scores: SqlScores, card: Scorecard) -> Standing:
    rate = card.final_rate
    assert rate is not None
    return await scores.get_standing(card.index_set, rate)


async def count(database: Database, *tables: type) -> list[int]:
    async with database.reading() as session:
        return [
            await session.scalar(select(func.count()).select_from(table)) or 0 for table in tables
        ]


async def test_scorecard_comes_back_as_it_was_saved(scores: SqlScores) -> None:
    lines = (
        replace(LINES[0], is_applicable=False),
        a_line("1.2.1", "0", "12.345"),
        a_line("1.2.2"),
        LINES[3],
    )
    card = a_scorecard(stage=Stage.EXPLANATION, lines=lines)

    await save_cards(scores, card)

    assert await scores.get_scorecard("H99.13", 2025) == card


async def test_scorecard_of_another_unit_or_year_is_none(scores: SqlScores) -> None:
    await save_cards(scores, a_scorecard("H99.13"))

    assert await scores.get_scorecard("H99.14", 2025) is None
    assert await scores.get_scorecard("H99.13", 2024) is None


async def test_scorecard_saved_again_takes_the_place_of_the_first(
    scores: SqlScores, database: Database
) -> None:
    await save_cards(scores, a_scorecard(stage=Stage.DRAFT))
    changed = a_scorecard(stage=Stage.FINAL, lines=(a_line("1.1", "1", "1"), *LINES[1:]))

    await save_cards(scores, changed)

    assert await scores.get_scorecard("H99.13", 2025) == changed
    assert await count(database, ScorecardRow, ScoreLineRow) == [1, 4]


async def test_scorecards_are_saved_all_or_none(scores: SqlScores, database: Database) -> None:
    with pytest.raises(IntegrityError):
        await save_cards(scores, a_scorecard("H99.13"), a_scorecard("H99.77"))

    assert await count(database, ScorecardRow, ScoreLineRow) == [0, 0]


async def test_rounds_of_a_unit_are_listed_the_newest_first(scores: SqlScores) -> None:
    await save_cards(scores, a_scorecard(index_set=an_index_set(2023)), a_scorecard("H99.14"))
    await save_cards(scores, a_scorecard(index_set=an_index_set(2025), stage=Stage.DRAFT))

    assert await scores.list_rounds("H99.13") == ((2025, Stage.DRAFT), (2023, Stage.PUBLISHED))
    assert await scores.list_rounds("H99.15") == ()


async def test_standing_gives_equal_shares_one_rank(scores: SqlScores) -> None:
    # 57.5 of 70 without a survey is the same share as the second card's.
    unsurveyed = a_scorecard("H99.11", lines=(*LINES[:3], a_line("2.1")))
    equal = a_scorecard(
        "H99.12",
        lines=(a_line("1.1", "40", "40"), *LINES[1:3], a_line("2.1")),
    )
    cards = (
        unsurveyed,
        replace(unsurveyed, unit_code="H99.13"),
        equal,
        a_scorecard("H99.14", lines=(a_line("1.1", "40", "1"), *LINES[1:])),
        a_scorecard("H99.15", stage=Stage.FINAL),
        a_scorecard("H99.16", lines=(a_line("1.1", "40"), *LINES[1:])),
    )
    await save_cards(scores, *cards)

    assert [await standing(scores, card) for card in cards[:4]] == [
        Standing(2, 4),
        Standing(2, 4),
        Standing(1, 4),
        Standing(4, 4),
    ]


async def test_standing_agrees_with_sorting_the_shares(scores: SqlScores) -> None:
    cards = [_mixed(number, code) for number, code in enumerate(CODES)]
    await save_cards(scores, *cards)
    shares = [_share(card) for card in cards]

    for card, share in zip(cards, shares, strict=True):
        rank = 1 + sum(other > share for other in shares)
        assert await standing(scores, card) == Standing(rank, len(cards))


def _mixed(number: int, code: str) -> Scorecard:
    """Return one of a few different cards, so that many shares are equal, a third unsurveyed."""
    survey = ("15", "30", None)[number % 3]
    planned = ("20", "30", "40", "40")[number % 4]
    appraised = {"1.1": planned, "1.2.1": "10", "1.2.2": "5"}
    lines = (*(a_line(*line, line[1]) for line in appraised.items()), a_line("2.1", survey=survey))
    return a_scorecard(code, lines=lines)


def _share(card: Scorecard) -> Fraction:
    rate = card.final_rate
    assert rate is not None
    return Fraction(rate.part) / Fraction(rate.whole)


async def test_standing_stays_within_the_set(scores: SqlScores) -> None:
    card = a_scorecard("H99.13")
    await save_cards(scores, card)
    await save_cards(scores, a_scorecard("H99.14", index_set=an_index_set(2024)))
    await save_cards(scores, a_scorecard("H99.15", index_set=an_index_set(province="H98")))

    assert await standing(scores, card) == Standing(1, 1)


async def test_demonstration_is_deleted_with_all_that_hangs_on_it(
    scores: SqlScores, database: Database
) -> None:
    real: IndexSet = an_index_set(province="H98")
    await save_cards(scores, a_scorecard("H99.11"))
    await save_cards(scores, a_scorecard("H99.12", index_set=real))

    await scores.delete_demonstration()

    assert await scores.list_rounds("H99.11") == ()
    assert await scores.get_scorecard("H99.12", 2025) == a_scorecard("H99.12", index_set=real)
    assert await count(database, IndexItemRow, ScoreLineRow) == [7, 4]
