"""Index sets (bộ chỉ số CCHC): what a unit is scored on, and for how many points.

Provinces differ in everything, each year anew, so nothing of a set is a constant here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cchc_bot.domain.rates import Rate
from cchc_bot.domain.units import DEMONSTRATION_PROVINCE, UnitKind

FULL_MARKS = Decimal(100)
_CODE = re.compile(r"\d+(?:\.\d+)*")
_MAX_CODE_LENGTH = 20  # so that a button, with the unit and the year, can carry it


class ItemKind(StrEnum):
    """Who gives the points of an item."""

    APPRAISED = "appraised"  # the unit scores itself (tự chấm), then the superior (thẩm định)
    SURVEY = "survey"  # people are asked (điều tra xã hội học); never self-scored


@dataclass(frozen=True, slots=True)
class IndexItem:
    """An area (lĩnh vực, "3"), criterion (tiêu chí, "3.2") or sub-criterion ("3.2.1").

    Those without a kind are the sum of the items below them. A criterion may be scored itself.
    """

    code: str
    title: str
    max_score: Decimal
    kind: ItemKind | None = None
    guide: str = ""  # how the points are given
    evidence_asked: tuple[str, ...] = ()  # tài liệu kiểm chứng

    @property
    def parent_code(self) -> str:
        """The code of the item above, "" for an area."""
        return self.code.rpartition(".")[0]

    def is_within(self, code: str) -> bool:
        """Whether the item is this one or below it; everything is within ""."""
        return f"{self.code}.".startswith(f"{code}." if code else "")


@dataclass(frozen=True, slots=True)
class Band:
    """A grade (xếp loại) from a share of the points up, in per cent."""

    name: str
    from_percent: Decimal


class FaultKind(StrEnum):
    BAD_CODE = "bad_code"
    CODE_TWICE = "code_twice"
    NO_PARENT = "no_parent"
    SCORED_AND_SUMMED = "scored_and_summed"  # has a kind and items below it
    NEITHER_SCORED_NOR_SUMMED = "neither_scored_nor_summed"
    NO_POINTS = "no_points"
    PARTS_DO_NOT_ADD_UP = "parts_do_not_add_up"
    NOT_FULL_MARKS = "not_full_marks"
    BANDS_OUT_OF_ORDER = "bands_out_of_order"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a set, and at which item; "" stands for the set as a whole."""

    kind: FaultKind
    code: str = ""


class IndexSetInUseError(Exception):
    """Units are scored on the set already, so its items and their points must stay as they are."""


@dataclass(frozen=True, slots=True)
class IndexSet:
    """What a province's units of one kind are scored on in one year."""

    province: str  # the code before the first dot of its units' codes, such as H99
    unit_kind: UnitKind
    year: int
    title: str
    items: tuple[IndexItem, ...]  # in the order of the sheet, each after the one above it
    bands: tuple[Band, ...]  # the best first

    @property
    def is_demonstration(self) -> bool:
        return self.province == DEMONSTRATION_PROVINCE

    @property
    def areas(self) -> tuple[IndexItem, ...]:
        return self.children("")

    @property
    def scored_items(self) -> tuple[IndexItem, ...]:
        return tuple(item for item in self.items if item.kind)

    def children(self, code: str) -> tuple[IndexItem, ...]:
        return tuple(item for item in self.items if item.parent_code == code)

    def find(self, code: str) -> IndexItem | None:
        return next((item for item in self.items if item.code == code), None)

    def band(self, rate: Rate) -> Band | None:
        return next((band for band in self.bands if rate.reaches(band.from_percent)), None)

    def faults(self) -> tuple[Fault, ...]:
        """Return everything that is wrong with the set, so that it can be mended at one go."""
        counts = Counter(item.code for item in self.items)
        twice = [Fault(FaultKind.CODE_TWICE, code) for code, count in counts.items() if count > 1]
        found = [fault for item in self.items for fault in self._faults_of(item)]
        return (*twice, *found, *self._faults_of_the_whole())

    def _faults_of(self, item: IndexItem) -> Iterator[Fault]:
        children = self.children(item.code)
        if not _CODE.fullmatch(item.code) or len(item.code) > _MAX_CODE_LENGTH:
            yield Fault(FaultKind.BAD_CODE, item.code)
        if item.parent_code and self.find(item.parent_code) is None:
            yield Fault(FaultKind.NO_PARENT, item.code)
        if item.kind and children:
            yield Fault(FaultKind.SCORED_AND_SUMMED, item.code)
        if not item.kind and not children:
            yield Fault(FaultKind.NEITHER_SCORED_NOR_SUMMED, item.code)
        if item.max_score <= 0:
            yield Fault(FaultKind.NO_POINTS, item.code)
        if children and sum(child.max_score for child in children) != item.max_score:
            yield Fault(FaultKind.PARTS_DO_NOT_ADD_UP, item.code)

    def _faults_of_the_whole(self) -> Iterator[Fault]:
        if sum(area.max_score for area in self.areas) != FULL_MARKS:
            yield Fault(FaultKind.NOT_FULL_MARKS)
        bounds = [band.from_percent for band in self.bands]
        if bounds != sorted(set(bounds), reverse=True):
            yield Fault(FaultKind.BANDS_OUT_OF_ORDER)
