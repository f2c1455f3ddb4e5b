import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.domain.feedback import (
    NUMBER_ALPHABET,
    NUMBER_LENGTH,
    find_number,
    has_enough_letters,
    spell_number,
)


@pytest.mark.parametrize(
    "typed",
    [
        "GY-ACDE-2345",
        "gy-acde-2345",
        "GY ACDE 2345",
        "gyacde2345",
        "GY – ACDE – 2345",
        "số của tôi là gy.acde.2345 ạ",
    ],
)
def test_feedback_number_is_found_however_it_is_typed(typed: str) -> None:
    assert find_number(typed) == "GY-ACDE-2345"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "góp ý",
        "GY",
        "GY-",
        "MGY-ACDE-2345",
        "gy về bãi xe",
        "MOI-GYACD-EFGHK-MPRTV",
        "MOI-ACDEF-GYHKM-PRTVX",
    ],
)
def test_feedback_number_is_not_seen_where_there_is_none(typed: str) -> None:
    assert find_number(typed) is None


@given(st.text(NUMBER_ALPHABET, min_size=NUMBER_LENGTH, max_size=NUMBER_LENGTH))
def test_feedback_number_is_found_as_it_was_given_out(letters: str) -> None:
    assert find_number(f"({spell_number(letters)})") == spell_number(letters)


@pytest.mark.parametrize(
    ("text", "is_enough"),
    [("", False), ("1234567890", False), ("ok ạ", False), ("🙏" * 9, False), ("ghế ướt", True)],
)
def test_feedback_needs_letters_to_say_something(text: str, *, is_enough: bool) -> None:
    assert has_enough_letters(text) is is_enough
