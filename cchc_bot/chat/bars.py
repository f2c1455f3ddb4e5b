"""A rate as a bar of letters, which every channel can show. A number belongs beside it."""

from decimal import ROUND_HALF_UP, Decimal

from cchc_bot.domain.rates import Rate

_BLOCKS = 10
_FULL, _EMPTY = "▰", "▱"


def bar(rate: Rate) -> str:
    """Draw ten blocks; all are full, or none is, only where the rate is exactly that."""
    filled = int((rate.percent / _BLOCKS).quantize(Decimal(1), ROUND_HALF_UP))
    if 0 < rate.part < rate.whole:
        filled = min(max(filled, 1), _BLOCKS - 1)
    return _FULL * filled + _EMPTY * (_BLOCKS - filled)
