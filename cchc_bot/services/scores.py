"""How a unit scores, for those who may know."""

from dataclasses import dataclass
from typing import Protocol

from cchc_bot.domain.index_sets import Band, IndexItem, IndexSet
from cchc_bot.domain.people import Person
from cchc_bot.domain.rates import Rate
from cchc_bot.domain.scorecards import Scorecard, ScoreLine, Stage, may_read
from cchc_bot.domain.standings import Change, Standing
from cchc_bot.domain.tallies import Tally
from cchc_bot.domain.units import Unit


class UnitNotFoundError(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ScorecardNotFoundError(Exception):
    """A unit has no scorecard that the asker may know of, in this year or at all."""

    def __init__(self, unit: Unit, year: int | None) -> None:
        super().__init__(unit.code, year)
        self.unit = unit
        self.year = year


class ItemNotFoundError(Exception):
    def __init__(self, card: Scorecard, code: str) -> None:
        super().__init__(card.unit_code, card.year, code)
        self.card = card
        self.code = code


class Scores(Protocol):
    """Where index sets and scorecards are kept. The SQL one is in storage/."""

    async def list_rounds(self, unit_code: str) -> tuple[tuple[int, Stage], ...]: ...
    async def get_scorecard(self, unit_code: str, year: int) -> Scorecard | None: ...
    async def get_standing(self, index_set: IndexSet, rate: Rate) -> Standing: ...


class Units(Protocol):
    async def get(self, code: str) -> Unit | None: ...
    async def list_all(self) -> tuple[Unit, ...]: ...


@dataclass(frozen=True, slots=True)
class BaseYear:
    """What a year is compared with: the last one published before it that came to an end."""

    card: Scorecard
    rate: Rate
    standing: Standing


@dataclass(frozen=True, slots=True)
class ScoreSummary:
    """All that the first screen tells of a unit's year."""

    unit: Unit
    card: Scorecard
    tally: Tally
    final_rate: Rate | None  # None until the points are final
    band: Band | None
    standing: Standing | None  # None until they are published
    base: BaseYear | None
    change: Change | None
    years: tuple[int, ...]  # all that the asker may open, the newest first


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of a unit's scorecard: an area, a criterion or a sub-criterion."""

    unit: Unit
    card: Scorecard
    item: IndexItem
    tally: Tally
    line: ScoreLine | None  # None where the item is the sum of those below it


class ScoreService:
    def __init__(self, scores: Scores, units: Units) -> None:
        self._scores = scores
        self._units = units

    async def list_units(self) -> tuple[Unit, ...]:
        return await self._units.list_all()

    async def summarise(
        self, asker: Person, unit_code: str, year: int | None = None
    ) -> ScoreSummary:
        """Sum up a year of a unit; without a year, the newest that the asker may see.

        Raises UnitNotFoundError or ScorecardNotFoundError. A scorecard that the asker may not
        see is not found: whether there is one is nobody's business but the unit's.
        """
        unit, card, rounds = await self._open(asker, unit_code, year)
        rate = card.final_rate
        standing = None
        if rate and card.is_published:
            standing = await self._scores.get_standing(card.index_set, rate)
        base = await self._base_of(card, rounds)
        return ScoreSummary(
            unit,
            card,
            card.tally(),
            rate,
            card.index_set.band(rate) if rate else None,
            standing,
            base,
            _change(base, rate, standing),
            tuple(known for known, _ in rounds),
        )

    async def open_item(
        self, asker: Person, unit_code: str, year: int | None, code: str
    ) -> ItemView:
        """Open an item of a unit's scorecard by its code.

        Raises UnitNotFoundError, ScorecardNotFoundError or ItemNotFoundError.
        """
        unit, card, _ = await self._open(asker, unit_code, year)
        item = card.index_set.find(code)
        if item is None:
            raise ItemNotFoundError(card, code)
        return ItemView(unit, card, item, card.tally(code), card.line(item) if item.kind else None)

    async def _open(
        self, asker: Person, unit_code: str, year: int | None
    ) -> tuple[Unit, Scorecard, tuple[tuple[int, Stage], ...]]:
        """Return unit, scorecard, and all the rounds of the unit that the asker may see."""
        unit = await self._units.get(unit_code)
        if unit is None:
            raise UnitNotFoundError(unit_code)
        rounds = tuple(
            (round_year, stage)
            for round_year, stage in await self._scores.list_rounds(unit.code)
            if may_read(asker, unit.code, stage)
        )
        wanted = next((known for known, _ in rounds if year in {None, known}), None)
        card = None if wanted is None else await self._scores.get_scorecard(unit.code, wanted)
        # Asked anew: the stage may have changed between the two looks.
        if card is None or not may_read(asker, unit.code, card.stage):
            raise ScorecardNotFoundError(unit, year)
        return unit, card, rounds

    async def _base_of(
        self, card: Scorecard, rounds: tuple[tuple[int, Stage], ...]
    ) -> BaseYear | None:
        published = (year for year, stage in rounds if stage is Stage.PUBLISHED)
        year = next((year for year in published if year < card.year), None)
        base = None if year is None else await self._scores.get_scorecard(card.unit_code, year)
        rate = None if base is None else base.final_rate
        if base is None or rate is None:
            return None
        return BaseYear(base, rate, await self._scores.get_standing(base.index_set, rate))


def _change(base: BaseYear | None, rate: Rate | None, standing: Standing | None) -> Change | None:
    """Compare final years alone: points that are still to come would look like lost ones."""
    if base is None or rate is None:
        return None
    return Change.since(base.card.year, (base.rate, rate), (base.standing, standing))
