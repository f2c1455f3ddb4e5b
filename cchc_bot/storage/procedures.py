"""The catalogue of procedures."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields
from typing import TypeVar
from uuid import uuid4

from sqlalchemy import insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from cchc_bot.domain.imports import KeptProcedure
from cchc_bot.domain.procedures import Origin, Paper, Procedure, ProcedureEntry, Way
from cchc_bot.storage.database import Database
from cchc_bot.storage.stamps import SqlStamps, put_stamp
from cchc_bot.storage.tables import ProcedureRow

_REVISION = "procedures_revision"
_Item = TypeVar("_Item")
_CHUNK = 500  # rows at a time: few enough that other conversations go on meanwhile


class SqlProcedures:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._stamps = SqlStamps(database)

    async def get(self, code: str) -> Procedure | None:
        async with self._database.reading() as session:
            row = await session.get(ProcedureRow, code)
        return None if row is None else _to_procedure(row)

    async def revision(self) -> str:
        """Return a word that is another one after each change, by whichever process."""
        return await self._stamps.get(_REVISION)

    async def list_entries(self) -> tuple[ProcedureEntry, ...]:
        query = select(
            ProcedureRow.code,
            ProcedureRow.title,
            ProcedureRow.field,
            ProcedureRow.level,
            ProcedureRow.decision,
            ProcedureRow.everyday_names,
        ).order_by(ProcedureRow.code)
        entries: list[ProcedureEntry] = []
        async with self._database.reading() as session:
            rows = await session.stream(query.execution_options(yield_per=_CHUNK))
            async for part in rows.partitions():
                entries += [_to_entry(*row) for row in part]
        return tuple(entries)

    async def change(
        self,
        codes: Collection[str],
        decide: Callable[[Mapping[str, KeptProcedure]], Collection[Procedure]],
        origin: Origin,
        stamps: Mapping[str, str],
    ) -> None:
        """Hand what is kept under these codes to `decide` and write what it returns, with stamps.

        All of it is one transaction, and no other writer comes in between.
        """
        async with self._database.writing() as session:
            if self._database.is_postgres:
                # SQLite's writers wait for each other anyway.
                lock = f"LOCK TABLE {ProcedureRow.__tablename__} IN SHARE ROW EXCLUSIVE MODE"
                await session.execute(text(lock))
            kept = await _kept(session, codes)
            written = [_values(procedure, origin) for procedure in decide(kept)]
            for chunk in _chunks([row for row in written if row["code"] in kept]):
                await session.execute(update(ProcedureRow), chunk)
            for chunk in _chunks([row for row in written if row["code"] not in kept]):
                await session.execute(insert(ProcedureRow), chunk)
            if written:
                await put_stamp(session, _REVISION, uuid4().hex)
            for name, value in stamps.items():
                await put_stamp(session, name, value)


async def _kept(session: AsyncSession, codes: Collection[str]) -> dict[str, KeptProcedure]:
    kept = {}
    for chunk in _chunks(list(codes)):
        query = select(ProcedureRow).where(ProcedureRow.code.in_(chunk))
        for row in await session.scalars(query):
            kept[row.code] = KeptProcedure(_to_procedure(row), Origin(row.origin))
            session.expunge(row)
    return kept


def _chunks(items: list[_Item]) -> Iterator[list[_Item]]:
    return (items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK))


def _values(procedure: Procedure, origin: Origin) -> dict[str, object]:
    values = {each.name: getattr(procedure, each.name) for each in fields(procedure)}
    papers = [{"text": paper.text, "copies": paper.copies} for paper in procedure.papers]
    return {**values, "papers": papers, "origin": origin}


def _to_entry(
    code: str, title: str, field: str, level: str, decision: str, names: list[str]
) -> ProcedureEntry:
    return ProcedureEntry(code, title, field, level, decision, tuple(names))


def _to_procedure(row: ProcedureRow) -> Procedure:
    return Procedure(
        code=row.code,
        title=row.title,
        field=row.field,
        level=row.level,
        decision=row.decision,
        everyday_names=tuple(row.everyday_names),
        agency=row.agency,
        summary=row.summary,
        applicants=row.applicants,
        papers=tuple(Paper(**paper) for paper in row.papers),
        sets=row.sets,
        fee=row.fee,
        time_limit=row.time_limit,
        ways=tuple(Way(way) for way in row.ways),
        steps=tuple(row.steps),
        legal_basis=tuple(row.legal_basis),
        source=row.source,
        dated_on=row.dated_on,
    )
