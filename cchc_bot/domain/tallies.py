"""Tallies: what several lines of a scorecard come to together."""

from dataclasses import dataclass
from decimal import Decimal

from cchc_bot.domain.rates import Rate

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """Points of one kind, and of how many they are."""

    points: Decimal = _NOTHING
    scored_max: Decimal = _NOTHING  # the maximum of the lines that have this score
    applicable_max: Decimal = _NOTHING  # the maximum of the lines that want it

    @classmethod
    def of(cls, max_score: Decimal, score: Decimal | None) -> "Part":
        if score is None:
            return cls(applicable_max=max_score)
        return cls(score, max_score, max_score)

    def __add__(self, other: "Part") -> "Part":
        return Part(
            self.points + other.points,
            self.scored_max + other.scored_max,
            self.applicable_max + other.applicable_max,
        )

    @property
    def is_begun(self) -> bool:
        return self.scored_max > 0

    @property
    def is_complete(self) -> bool:
        return self.scored_max == self.applicable_max

    @property
    def total(self) -> Decimal | None:
        """None until each line has its score: a partial total would read as a final one."""
        return self.points if self.is_begun and self.is_complete else None


@dataclass(frozen=True, slots=True)
class Tally:
    max_score: Decimal = _NOTHING
    self_scored: Part = Part()
    appraised: Part = Part()
    survey: Part = Part()
    points: Decimal = _NOTHING  # by the best score known of each line

    @classmethod
    def of_survey(cls, max_score: Decimal, score: Decimal | None) -> "Tally":
        return cls(max_score, survey=Part.of(max_score, score), points=score or _NOTHING)

    @classmethod
    def of_appraisal(
        cls,
        max_score: Decimal,
        self_score: Decimal | None,
        appraised_score: Decimal | None,
        known: Decimal | None,
    ) -> "Tally":
        return cls(
            max_score,
            self_scored=Part.of(max_score, self_score),
            appraised=Part.of(max_score, appraised_score),
            points=known or _NOTHING,
        )

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.max_score + other.max_score,
            self.self_scored + other.self_scored,
            self.appraised + other.appraised,
            self.survey + other.survey,
            self.points + other.points,
        )

    @property
    def applicable_max(self) -> Decimal:
        """The maximum less what does not apply and what nobody was asked about."""
        return self.appraised.applicable_max + self.survey.scored_max

    @property
    def rate(self) -> Rate | None:
        """The share of what applies; None where nothing does."""
        return Rate(self.points, self.applicable_max) if self.applicable_max else None

    @property
    def is_complete(self) -> bool:
        """Whether all is appraised, and the survey was made of everything or not at all."""
        is_surveyed = self.survey.is_complete or not self.survey.is_begun
        return self.appraised.is_complete and is_surveyed
