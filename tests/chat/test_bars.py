from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.chat.bars import bar
from cchc_bot.domain.rates import Rate


@pytest.mark.parametrize(
    ("part", "drawn"),
    [
        ("0", "▱▱▱▱▱▱▱▱▱▱"),
        ("0.01", "▰▱▱▱▱▱▱▱▱▱"),
        ("54.99", "▰▰▰▰▰▱▱▱▱▱"),
        ("55", "▰▰▰▰▰▰▱▱▱▱"),
        ("99.99", "▰▰▰▰▰▰▰▰▰▱"),
        ("100", "▰▰▰▰▰▰▰▰▰▰"),
    ],
)
def test_bar_is_full_or_empty_only_where_the_rate_is(part: str, drawn: str) -> None:
    assert bar(Rate(Decimal(part), Decimal(100))) == drawn


@given(st.integers(0, 1000))
def test_bar_has_ten_blocks(part: int) -> None:
    assert len(bar(Rate(Decimal(part), Decimal(1000)))) == 10
