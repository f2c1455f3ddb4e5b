"""Units that settle dossiers and are scored."""

from collections.abc import Iterable

from sqlalchemy import delete, select

from cchc_bot.domain.units import Unit, UnitKind
from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import UnitRow


class SqlUnits:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, code: str) -> Unit | None:
        async with self._database.reading() as session:
            row = await session.get(UnitRow, code)
        return None if row is None else to_unit(row)

    async def list_all(self) -> tuple[Unit, ...]:
        async with self._database.reading() as session:
            rows = await session.scalars(select(UnitRow).order_by(UnitRow.code))
            return tuple(to_unit(row) for row in rows)

    async def save(self, units: Iterable[Unit]) -> None:
        async with self._database.writing() as session:
            for unit in units:
                await session.merge(UnitRow(code=unit.code, name=unit.name, kind=unit.kind))

    async def remove_province(self, province: str) -> None:
        """Take out a province's units, and with them the offices that people hold there."""
        gone = delete(UnitRow).where(UnitRow.code.startswith(province, autoescape=True))
        async with self._database.writing() as session:
            await session.execute(gone)


def to_unit(row: UnitRow) -> Unit:
    return Unit(row.code, row.name, UnitKind(row.kind))
