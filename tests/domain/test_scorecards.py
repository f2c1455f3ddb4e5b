from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.domain.people import Office, Person, Role
from cchc_bot.domain.rates import Rate
from cchc_bot.domain.scorecards import (
    InvalidScorecardError,
    Scorecard,
    ScoreLine,
    Stage,
    may_read,
)
from cchc_bot.domain.standings import Change, Standing
from tests.score_builders import LINES, a_line, a_scorecard, an_index_set

SET = an_index_set()


def scores(max_score: Decimal) -> st.SearchStrategy[Decimal | None]:
    return st.none() | st.decimals(0, max_score, places=2)


@st.composite
def scorecards(draw: st.DrawFn) -> Scorecard:
    lines = tuple(
        ScoreLine(
            item.code,
            draw(scores(item.max_score)),
            draw(scores(item.max_score)),
            draw(scores(item.max_score)),
            is_applicable=draw(st.booleans()),
        )
        for item in SET.scored_items
    )
    return Scorecard("H99.13", SET, draw(st.sampled_from(Stage)), lines)


@given(scorecards())
def test_scorecard_gives_each_item_the_sum_of_those_below_it(card: Scorecard) -> None:
    for item in SET.items:
        children = [card.tally(child.code) for child in SET.children(item.code)]
        if children:
            total = children[0]
            for child in children[1:]:
                total += child
            assert card.tally(item.code) == total
            assert total.max_score == item.max_score


@given(scorecards())
def test_scorecard_stays_between_nothing_and_what_applies(card: Scorecard) -> None:
    for item in SET.items:
        tally = card.tally(item.code)
        assert 0 <= tally.points <= tally.applicable_max <= tally.max_score
        assert tally.rate is None or 0 <= tally.rate.percent <= 100


@given(scorecards())
def test_scorecard_loses_what_is_missing_to_the_maximum(card: Scorecard) -> None:
    losses = card.losses()

    assert [loss.points for loss in losses] == sorted(
        (loss.points for loss in losses), reverse=True
    )
    for loss in losses:
        assert 0 < loss.points <= loss.item.max_score
        assert loss.points == loss.item.max_score - card.tally(loss.item.code).points


def test_scorecard_adds_up_each_kind_of_points() -> None:
    tally = a_scorecard().tally()

    assert tally.self_scored.total == 70
    assert tally.appraised.total == Decimal("57.5")
    assert tally.survey.total == Decimal("24.15")
    assert tally.rate == Rate(Decimal("81.65"), Decimal(100))


def test_scorecard_shows_no_total_of_an_appraisal_that_has_not_ended() -> None:
    card = a_scorecard(lines=(LINES[0], a_line("1.2.1", "20"), *LINES[2:]))

    assert card.tally().appraised.total is None
    assert card.final_rate is None
    assert card.tally("1.1").appraised.total == 35
    assert card.tally().points == Decimal(35) + 20 + 10 + Decimal("24.15")


def test_scorecard_is_rescaled_where_there_was_no_survey() -> None:
    card = a_scorecard(lines=(*LINES[:3], a_line("2.1")))

    assert card.tally().survey.total is None
    assert card.final_rate == Rate(Decimal("57.5"), Decimal(70))


def test_scorecard_leaves_out_what_does_not_apply() -> None:
    card = a_scorecard(lines=(replace(LINES[0], is_applicable=False), *LINES[1:]))

    assert card.final_rate == Rate(Decimal("46.65"), Decimal(60))
    assert "1.1" not in {loss.item.code for loss in card.losses()}


@pytest.mark.parametrize("stage", set(Stage) - {Stage.FINAL, Stage.PUBLISHED})
def test_scorecard_has_no_final_rate_before_its_end(stage: Stage) -> None:
    assert a_scorecard(stage=stage).final_rate is None


def test_scorecard_tells_what_lost_most_by_the_best_score_known() -> None:
    card = a_scorecard(lines=(LINES[0], a_line("1.2.1", "19"), *LINES[2:]))

    assert [(loss.item.code, loss.points) for loss in card.losses()] == [
        ("2.1", Decimal("5.85")),
        ("1.1", Decimal(5)),
        ("1.2.1", Decimal(1)),
    ]


def test_scorecard_tells_what_evidence_is_missing() -> None:
    assert a_scorecard().evidence_missing == (("1.1", "Báo cáo"), ("1.2.1", "Bảng kê"))


@pytest.mark.parametrize("lines", [(), LINES[:3], (*LINES, a_line("3.1")), LINES[::-1]])
def test_scorecard_takes_the_lines_of_its_set_alone(lines: tuple[ScoreLine, ...]) -> None:
    with pytest.raises(InvalidScorecardError):
        a_scorecard(lines=lines)


@pytest.mark.parametrize(
    "line", [a_line("1.1", "40.01"), a_line("1.1", "-0.01"), a_line("1.1", "1", "41")]
)
def test_scorecard_takes_no_score_out_of_bounds(line: ScoreLine) -> None:
    with pytest.raises(InvalidScorecardError):
        a_scorecard(lines=(line, *LINES[1:]))


@pytest.mark.parametrize(
    ("office", "stage", "may"),
    [
        (None, Stage.PUBLISHED, False),
        (Office("H99.14", Role.OFFICIAL), Stage.PUBLISHED, True),
        (Office("H99.14", Role.HEAD), Stage.FINAL, False),
        (Office("H99.14", Role.COMMITTEE_MEMBER), Stage.DRAFT, False),
        (Office("H99.13", Role.OFFICIAL), Stage.DRAFT, True),
        (Office("H99.01", Role.REVIEWER), Stage.SUBMITTED, True),
        (Office("H99.01", Role.ADMINISTRATOR), Stage.DRAFT, True),
    ],
)
def test_scorecard_is_read_by_whom_it_concerns(
    office: Office | None, stage: Stage, *, may: bool
) -> None:
    assert may_read(Person(1, office=office), "H99.13", stage) is may


def test_change_is_told_on_the_scale_of_a_hundred() -> None:
    rates = (Rate(Decimal(35), Decimal(70)), Rate(Decimal(60), Decimal(100)))

    change = Change.since(2023, rates, (Standing(4, 9), Standing(2, 9)))

    assert change == Change(2023, Decimal(10), 2)


def test_change_of_rank_waits_for_the_later_rank() -> None:
    rate = Rate(Decimal(1), Decimal(2))

    assert Change.since(2023, (rate, rate), (Standing(1, 1), None)).ranks is None


@pytest.mark.parametrize(("part", "whole"), [("1", "0"), ("-1", "2"), ("3", "2")])
def test_rate_is_a_part_of_a_whole(part: str, whole: str) -> None:
    with pytest.raises(ValueError, match="no part"):
        Rate(Decimal(part), Decimal(whole))
