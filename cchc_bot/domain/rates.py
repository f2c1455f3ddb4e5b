"""Rates: a part of a whole, kept as both and rounded once, half up, where it is shown."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Rate:
    part: Decimal
    whole: Decimal

    def __post_init__(self) -> None:
        if not 0 <= self.part <= self.whole or not self.whole:
            raise ValueError(f"{self.part} is no part of {self.whole}")

    @property
    def percent(self) -> Decimal:
        """Not rounded: that is done once, by whoever shows it."""
        return self.part * 100 / self.whole

    def reaches(self, percent: Decimal) -> bool:
        # Multiplied out, so that a division cannot push a rate over a threshold or under it.
        return self.part * 100 >= percent * self.whole
