import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.domain.choices import MOST_GAIN, NONE_OF_THESE, gain, gains, move
from cchc_bot.domain.matches import Decision, Found, Match
from cchc_bot.domain.procedures import ProcedureEntry

CODES = [f"1.99000{n}" for n in range(6)]
COUNTS = st.dictionaries(st.sampled_from([*CODES, NONE_OF_THESE]), st.integers(1, 10_000))
SCORES = st.lists(st.floats(0, 1), min_size=1, max_size=len(CODES))


def found(scores: list[float], decision: Decision = Decision.CLARIFY) -> Found:
    ranked = zip(CODES, sorted(scores, reverse=True), strict=False)
    matches = tuple(Match(ProcedureEntry(code, code), score) for code, score in ranked)
    return Found(decision, matches, key="khai sinh")


def by_code(given: Found) -> dict[str, float]:
    return {match.entry.code: match.score for match in given.matches}


@given(SCORES, COUNTS)
def test_choices_move_nothing_beyond_their_bounds(
    scores: list[float], counts: dict[str, int]
) -> None:
    before = found(scores)

    after = move(before, counts)

    assert by_code(after).keys() == by_code(before).keys()
    for code, own in by_code(before).items():
        assert own <= by_code(after)[code] <= min(1.0, own * (1 + MOST_GAIN))
        if code not in counts:
            assert by_code(after)[code] == own
    ranked = [match.score for match in after.matches]
    assert ranked == sorted(ranked, reverse=True)


@given(SCORES, COUNTS, st.sampled_from([Decision.ANSWER, Decision.NONE]))
def test_choices_never_move_what_is_sure(
    scores: list[float], counts: dict[str, int], decision: Decision
) -> None:
    before = found(scores, decision)

    assert move(before, counts) == before


def test_choices_gain_by_their_share_once_there_are_enough() -> None:
    assert gain(10, 10) == gain(500, 500) == MOST_GAIN
    assert gain(1, 1) == pytest.approx(MOST_GAIN / 10)
    assert gain(5, 10) == MOST_GAIN / 2
    assert gain(0, 10) == 0


def test_choices_of_none_count_against_all_and_gain_nothing() -> None:
    assert gains({CODES[0]: 5, NONE_OF_THESE: 5}) == {CODES[0]: MOST_GAIN / 2}


def test_choices_bring_forward_what_is_close_and_nothing_that_is_far() -> None:
    chosen = {CODES[1]: 20}

    assert move(found([0.6, 0.55]), chosen).matches[0].entry.code == CODES[1]
    assert move(found([0.6, 0.49]), chosen).matches[0].entry.code == CODES[0]
