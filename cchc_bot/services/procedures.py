"""Finding procedures, listing them by field, and taking over what files say about them."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import inf
from typing import Protocol

from cchc_bot.domain.imports import (
    ImportReport,
    KeptProcedure,
    ReadRow,
    RefusedRow,
    merge,
    sort_rows,
)
from cchc_bot.domain.matches import Found
from cchc_bot.domain.procedures import Origin, Procedure, ProcedureEntry, Section, bare_code

_SHIPPED = "shipped_procedures"
_CHECKED_EVERY = 1.0  # seconds between looks whether another process changed the catalogue


Fields = tuple[tuple[str, tuple[ProcedureEntry, ...]], ...]


class Procedures(Protocol):
    """Where procedures are kept. The SQL one is in storage/."""

    async def get(self, code: str) -> Procedure | None: ...
    async def revision(self) -> str: ...
    async def list_entries(self) -> tuple[ProcedureEntry, ...]: ...
    async def change(
        self,
        codes: Collection[str],
        decide: Callable[[Mapping[str, KeptProcedure]], Collection[Procedure]],
        origin: Origin,
        stamps: Mapping[str, str],
    ) -> None: ...


class Stamps(Protocol):
    async def get(self, name: str) -> str: ...


class Index(Protocol):
    """What finds procedures. The one there is stands in search/."""

    @property
    def entries(self) -> tuple[ProcedureEntry, ...]: ...
    def search(self, text: str) -> Found: ...
    def hears(self, text: str) -> Section | None: ...


class Learned(Protocol):
    """What people chose before: it may change the order of what is offered."""

    async def move(self, found: Found) -> Found: ...


@dataclass(frozen=True, slots=True)
class Shipped:
    """The procedures that come with the bot, read only when their fingerprint is a new one."""

    fingerprint: str
    read: Callable[[], Collection[Procedure]]


class ProcedureService:
    def __init__(
        self,
        procedures: Procedures,
        stamps: Stamps,
        build_index: Callable[[Iterable[ProcedureEntry]], Index],
        now: Callable[[], datetime],
        clock: Callable[[], float],
        learned: Learned,
    ) -> None:
        """`build_index` runs in a thread of its own; `clock` counts seconds from anywhere."""
        self._procedures = procedures
        self._stamps = stamps
        self._build_index = build_index
        self._now = now
        self._clock = clock
        self._learned = learned
        self._index: Index | None = None
        self._fields: Fields = ()
        self._revision = ""
        self._checked_at = -inf
        self._building = asyncio.Lock()

    async def prepare(self) -> None:
        """Build the index, so that the first who asks need not wait for it."""
        await self._current()

    async def search(self, question: str) -> Found:
        return await self._learned.move((await self._current()).search(question))

    async def hears(self, text: str) -> Section | None:
        """Return the section that a message asks for where it names no procedure of its own."""
        return (await self._current()).hears(text)

    async def get(self, code: str) -> Procedure | None:
        """Return a procedure by its code; what a province appended to it may be missing there."""
        return await self._procedures.get(code) or await self._procedures.get(bare_code(code))

    async def list_fields(self) -> Fields:
        """Return the fields (lĩnh vực) with their procedures, the most asked for first."""
        await self._current()
        return self._fields

    async def import_rows(
        self, rows: Iterable[ReadRow | RefusedRow], *, dry_run: bool = False
    ) -> ImportReport:
        """Take over the rows of an office's file, all good ones or, on an error, none.

        A blank in a row keeps what is there.
        """
        given, refused = sort_rows(rows)
        report = ImportReport(refused=refused)
        today = self._now().date()

        def decide(kept: Mapping[str, KeptProcedure]) -> list[Procedure]:
            written = merge(kept, given, today, report)
            return [] if dry_run else written

        await self._procedures.change(given, decide, Origin.IMPORTED, {})
        self._checked_at = -inf
        return report

    async def load_shipped(self, shipped: Shipped) -> None:
        """Bring what ships with the bot up to date, but for what an office has imported."""
        if await self._stamps.get(_SHIPPED) == shipped.fingerprint:
            return
        procedures = {procedure.code: procedure for procedure in shipped.read()}

        def decide(kept: Mapping[str, KeptProcedure]) -> list[Procedure]:
            return [
                procedure
                for code, procedure in procedures.items()
                if (old := kept.get(code)) is None
                or (old.origin is Origin.SHIPPED and old.procedure != procedure)
            ]

        await self._procedures.change(
            procedures, decide, Origin.SHIPPED, {_SHIPPED: shipped.fingerprint}
        )

    async def _current(self) -> Index:
        """Return an index of the catalogue as it is now, or as it was a second ago."""
        is_fresh = self._clock() - self._checked_at < _CHECKED_EVERY
        if self._index and (is_fresh or self._building.locked()):
            return self._index
        async with self._building:
            revision = await self._procedures.revision()
            if self._index is None or revision != self._revision:
                entries = await self._procedures.list_entries()
                index, self._fields = await asyncio.to_thread(self._build, entries)
                self._index, self._revision = index, revision
            self._checked_at = self._clock()
            return self._index

    def _build(self, entries: Iterable[ProcedureEntry]) -> tuple[Index, Fields]:
        index = self._build_index(entries)
        return index, _by_field(index.entries)


def _by_field(entries: Iterable[ProcedureEntry]) -> Fields:
    fields: dict[str, list[ProcedureEntry]] = {}
    for entry in sorted(entries, key=lambda e: (not e.everyday_names, not e.is_commune, e.title)):
        fields.setdefault(entry.field, []).append(entry)
    return tuple(
        (name, tuple(listed))
        for name, listed in sorted(
            fields.items(), key=lambda item: (-_everyday_count(item[1]), item[0])
        )
    )


def _everyday_count(entries: Iterable[ProcedureEntry]) -> int:
    return sum(bool(entry.everyday_names) for entry in entries)
