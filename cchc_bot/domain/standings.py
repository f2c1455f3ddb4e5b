"""Standings: where a unit stands among its peers, and how that changed since an earlier year."""

from dataclasses import dataclass
from decimal import Decimal

from cchc_bot.domain.rates import Rate


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank (hạng) among the published scorecards of one index set.

    Units with equal shares hold the same rank, and the next rank is left out: 1, 2, 2, 4.
    """

    rank: int
    unit_count: int  # how many are ranked


@dataclass(frozen=True, slots=True)
class Change:
    """A step against a named base year, which need not be the year before."""

    base_year: int
    points: Decimal  # on the scale of 100, since not everything applies in every year
    ranks: int | None  # above 0 is up; None where the later year is not ranked yet

    @classmethod
    def since(
        cls,
        base_year: int,
        rates: tuple[Rate, Rate],
        standings: tuple[Standing, Standing | None],
    ) -> "Change":
        """`rates` and `standings` are those of the base year and of the later one."""
        earlier, later = rates
        before, now = standings
        ranks = before.rank - now.rank if now else None
        return cls(base_year, later.percent - earlier.percent, ranks)
