"""Scorecards (bảng điểm): how a unit scores on an index set, and where it loses points."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from cchc_bot.domain.index_sets import IndexItem, IndexSet, ItemKind
from cchc_bot.domain.people import Person, Role
from cchc_bot.domain.rates import Rate
from cchc_bot.domain.tallies import Tally


class Stage(StrEnum):
    """How far a unit's scoring of a year has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    FIRST_REVIEW = "first_review"
    EXPLANATION = "explanation"  # giải trình
    SECOND_REVIEW = "second_review"
    FINAL = "final"
    PUBLISHED = "published"


class InvalidScorecardError(Exception):
    """The lines do not fit the index set, or a score lies outside its bounds."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """The scores of one item. None means not given yet, which is not 0."""

    item_code: str
    self_score: Decimal | None = None  # điểm tự chấm
    appraised_score: Decimal | None = None  # điểm thẩm định
    survey_score: Decimal | None = None  # điểm điều tra xã hội học
    is_applicable: bool = True  # False where the unit has nothing of the kind
    reason: str = ""  # why points were lost
    evidence_given: tuple[str, ...] = ()
    evidence_missing: tuple[str, ...] = ()

    def best_known(self, item: IndexItem) -> Decimal | None:
        """Return the score that counts so far: the superior's word goes before one's own."""
        if item.kind is ItemKind.SURVEY:
            return self.survey_score
        return self.self_score if self.appraised_score is None else self.appraised_score


@dataclass(frozen=True, slots=True)
class Loss:
    item: IndexItem
    line: ScoreLine
    points: Decimal


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A unit's scores of a year: one line for each scored item, in the order of the set.

    Raises InvalidScorecardError.
    """

    unit_code: str
    index_set: IndexSet
    stage: Stage
    lines: tuple[ScoreLine, ...]

    def __post_init__(self) -> None:
        items = self.index_set.scored_items
        if [line.item_code for line in self.lines] != [item.code for item in items]:
            raise InvalidScorecardError("the lines are not those of the index set")
        for item, line in zip(items, self.lines, strict=True):
            scores = (line.self_score, line.appraised_score, line.survey_score)
            if any(score is not None and not 0 <= score <= item.max_score for score in scores):
                raise InvalidScorecardError(f"{item.code}: 0 to {item.max_score} points")

    @property
    def year(self) -> int:
        return self.index_set.year

    @property
    def is_published(self) -> bool:
        return self.stage is Stage.PUBLISHED

    def line(self, item: IndexItem) -> ScoreLine:
        """Return the line of a scored item. Raises StopIteration for one that is a sum."""
        return next(line for line in self.lines if line.item_code == item.code)

    def tally(self, code: str = "") -> Tally:
        """Add up the item of this code and what is below it; "" is the whole card."""
        tallies = (
            _tally(item, line)
            for item, line in zip(self.index_set.scored_items, self.lines, strict=True)
            if item.is_within(code)
        )
        return sum(tallies, start=Tally())

    @property
    def final_rate(self) -> Rate | None:
        """The share that ranks a unit; None until every line that applies has its last score."""
        tally = self.tally()
        has_ended = self.stage in {Stage.FINAL, Stage.PUBLISHED}
        return tally.rate if has_ended and tally.is_complete else None

    def losses(self) -> tuple[Loss, ...]:
        """Return the lines that lost points, by the best score known, the biggest loss first."""
        found = [
            Loss(item, line, item.max_score - score)
            for item, line in zip(self.index_set.scored_items, self.lines, strict=True)
            if line.is_applicable
            and (score := line.best_known(item)) is not None
            and score < item.max_score
        ]
        return tuple(sorted(found, key=lambda loss: -loss.points))

    @property
    def evidence_missing(self) -> tuple[tuple[str, str], ...]:
        """What evidence is missing, each with the code of its item."""
        return tuple(
            chain.from_iterable(
                ((line.item_code, evidence) for evidence in line.evidence_missing)
                for line in self.lines
            )
        )


def _tally(item: IndexItem, line: ScoreLine) -> Tally:
    if not line.is_applicable:
        return Tally(max_score=item.max_score)
    known = line.best_known(item)
    if item.kind is ItemKind.SURVEY:
        return Tally.of_survey(item.max_score, line.survey_score)
    return Tally.of_appraisal(item.max_score, line.self_score, line.appraised_score, known)


def may_read(person: Person, unit_code: str, stage: Stage) -> bool:
    """Tell whether somebody may see a scorecard: a published one every official may."""
    if person.office is None:
        return False
    if stage is Stage.PUBLISHED or person.office.unit_code == unit_code:
        return True
    return person.office.role in {Role.REVIEWER, Role.ADMINISTRATOR}
