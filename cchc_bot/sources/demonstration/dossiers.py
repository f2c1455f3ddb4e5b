"""Some 600 dossiers of the invented province, of every status, as they would stand on a day."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from random import Random
from typing import TypeVar

from cchc_bot.domain.dossiers import (
    CLOSED,
    NOT_TAKEN_IN,
    PAUSED,
    SETTLED,
    Dossier,
    DossierCode,
    DossierStatus,
    Intake,
)
from cchc_bot.domain.units import Unit, UnitKind

_COUNT = 600
_SEED = 99  # the same dossiers each day, so that what was shown yesterday can be shown again
_SHARES = {
    DossierStatus.RETURNED: 45,
    DossierStatus.IN_PROGRESS: 20,
    DossierStatus.DONE: 10,
    DossierStatus.PAPERS_MISSING: 7,
    DossierStatus.RECEIVED: 5,
    DossierStatus.REGISTERED: 4,
    DossierStatus.PAYMENT_DUE: 3,
    DossierStatus.NOT_ACCEPTED: 2,
    DossierStatus.WITHDRAWN: 2,
    DossierStatus.STOPPED: 2,
}
_INTAKES = {Intake.DESK: 45, Intake.ONLINE: 45, Intake.POST: 10}
_OPEN = {Intake.DESK: (7, 17), Intake.ONLINE: (5, 23), Intake.POST: (8, 11)}  # hours of the day
_OLD_FORM_EVERY = 40
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class DemonstrationProcedure:
    """What a dossier can be about. See data/demo/dossier-procedures.toml."""

    code: str
    title: str
    working_days: int
    missing: str
    payment: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Story:
    """What happened to a dossier, counted in working days."""

    procedure: DemonstrationProcedure
    status: DossierStatus
    age: int  # from the receipt to the last working day before today
    taken: int = 0  # from the receipt to the end, if it has come to one


def read_dossier_procedures(folder: Path) -> tuple[DemonstrationProcedure, ...]:
    """`folder` is data/demo."""
    document = tomllib.loads((folder / "dossier-procedures.toml").read_text(encoding="utf-8"))
    return tuple(DemonstrationProcedure(**row) for row in document["procedure"])


class DossierMaker:
    """Makes the dossiers of a day: always the same ones, their dates moved along."""

    def __init__(
        self, units: Iterable[Unit], procedures: Iterable[DemonstrationProcedure], zone: tzinfo
    ) -> None:
        self._units = {unit.code: unit for unit in units}
        self._communes = [u for u in self._units.values() if u.kind is UnitKind.COMMUNE]
        self._procedures = sorted(procedures, key=lambda procedure: procedure.working_days)
        self._zone = zone

    def make(self, today: date) -> tuple[Dossier, ...]:
        chance = Random(_SEED)
        picked = self._picked()
        invented = [_invented(self._procedures, chance) for _ in range(_COUNT - len(picked))]
        return tuple(self._told([*picked, *invented], today))

    def examples(self, today: date) -> tuple[DossierCode, ...]:
        """Return the codes to try: one in progress, one late, one with papers missing, one done."""
        return tuple(dossier.code for dossier in self._told(self._picked(), today))

    def _picked(self) -> list[_Story]:
        """Return what the examples tell; first of all, so that nothing changes their numbers."""
        of_communes = [procedure for procedure in self._procedures if not procedure.unit]
        short, usual, long = of_communes[0], of_communes[len(of_communes) // 2], of_communes[-1]
        return [
            _Story(long, DossierStatus.IN_PROGRESS, age=2),
            _Story(usual, DossierStatus.IN_PROGRESS, age=usual.working_days + 4),
            _Story(short, DossierStatus.PAPERS_MISSING, age=1),
            _Story(usual, DossierStatus.DONE, age=usual.working_days, taken=usual.working_days),
        ]

    def _told(self, stories: Sequence[_Story], today: date) -> Iterator[Dossier]:
        chance = Random(_SEED)
        issued: Counter[tuple[str, date]] = Counter()
        for index, story in enumerate(stories, start=1):
            unit = self._units.get(story.procedure.unit) or chance.choice(self._communes)
            day = _moved(today, -1 - story.age)
            issued[unit.code, day] += 1
            spelling = _old_spelling if index % _OLD_FORM_EVERY == 0 else str
            code = f"{spelling(unit.code)}-{day:%y%m%d}-{issued[unit.code, day]:04}"
            yield self._dossier(DossierCode(code), unit, story, day, chance)

    def _dossier(
        self, code: DossierCode, unit: Unit, story: _Story, day: date, chance: Random
    ) -> Dossier:
        status, procedure = story.status, story.procedure
        has_due_date = status not in NOT_TAKEN_IN
        has_ended = status in SETTLED | CLOSED
        intake = Intake.ONLINE if status is DossierStatus.REGISTERED else _one_of(_INTAKES, chance)
        first, last = _OPEN[intake]
        hour = time(chance.randrange(first, last), chance.randrange(60), tzinfo=self._zone)
        waits_for = {
            DossierStatus.PAPERS_MISSING: procedure.missing,
            DossierStatus.PAYMENT_DUE: procedure.payment,
        }
        return Dossier(
            code=code,
            procedure_title=procedure.title,
            unit=unit,
            status=status,
            received_at=datetime.combine(day, hour),
            due_on=_moved(day, procedure.working_days) if has_due_date else None,
            finished_on=_moved(day, story.taken) if has_ended else None,
            procedure_code=procedure.code,
            intake=intake,
            missing=waits_for.get(status, ""),
        )


def _invented(procedures: Sequence[DemonstrationProcedure], chance: Random) -> _Story:
    status = _one_of(_SHARES, chance)
    if status is DossierStatus.PAYMENT_DUE:
        procedures = [procedure for procedure in procedures if procedure.payment]
    procedure = chance.choice(procedures)
    limit = procedure.working_days
    if status in SETTLED:
        taken = max(0, limit + chance.choice((-3, -2, -1, -1, 0, 0, 0, 1, 4)))
        waited = 4 if status is DossierStatus.DONE else 90
        return _Story(procedure, status, taken + chance.randint(0, waited), taken)
    if status in CLOSED:
        taken = chance.randint(0, limit)
        return _Story(procedure, status, taken + chance.randint(0, 60), taken)
    if status in PAUSED:
        return _Story(procedure, status, age=chance.randint(1, limit + 3))
    if status is DossierStatus.IN_PROGRESS:
        return _Story(procedure, status, age=chance.randint(0, limit + 4))
    return _Story(procedure, status, age=0)


def _one_of(shares: Mapping[_Kind, int], chance: Random) -> _Kind:
    return chance.choices(list(shares), list(shares.values()))[0]


def _old_spelling(unit_code: str) -> str:
    province, body = unit_code.split(".")
    return f"000.00.{body}.{province}"


def _moved(day: date, working_days: int) -> date:
    """Go so many working days on, or back where below zero.

    Saturdays and Sundays are left out and nothing else: the official calendar comes with the
    reckoning of due dates.
    """
    step = timedelta(days=1 if working_days > 0 else -1)
    for _ in range(abs(working_days)):
        day += step
        while day.isoweekday() > 5:
            day += step
    return day
