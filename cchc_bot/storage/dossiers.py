"""Dossiers, looked up by the key that the old and the new form of a code share."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import joinedload

from cchc_bot.domain.dossiers import Dossier, DossierCode, DossierStatus, Intake
from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import DossierRow
from cchc_bot.storage.units import to_unit


class SqlDossiers:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, code: DossierCode) -> Dossier | None:
        query = (
            select(DossierRow)
            .where(DossierRow.key == code.key)
            .options(joinedload(DossierRow.unit))
        )
        async with self._database.reading() as session:
            row = await session.scalar(query)
        return None if row is None else _to_dossier(row)

    async def list_by_codes(self, codes: Sequence[DossierCode]) -> tuple[Dossier, ...]:
        """Return those of the dossiers that there are, in the order of the codes."""
        places = {code.key: place for place, code in enumerate(codes)}
        query = (
            select(DossierRow)
            .where(DossierRow.key.in_(places))
            .options(joinedload(DossierRow.unit))
        )
        async with self._database.reading() as session:
            rows = (await session.scalars(query)).all()
        return tuple(_to_dossier(row) for row in sorted(rows, key=lambda row: places[row.key]))

    async def replace_province(self, province: str, dossiers: Iterable[Dossier]) -> None:
        """Put these in the place of all dossiers whose code begins with a province, such as H99.

        Their units have to be there already.
        """
        old = delete(DossierRow).where(DossierRow.key.startswith(province, autoescape=True))
        new = [_to_values(dossier) for dossier in dossiers]
        async with self._database.writing() as session:
            await session.execute(old)
            if new:
                # Past the ORM, which would take ten times as long over it.
                await (await session.connection()).execute(insert(DossierRow), new)


def _to_dossier(row: DossierRow) -> Dossier:
    return Dossier(
        code=DossierCode(row.code),
        procedure_title=row.procedure_title,
        unit=to_unit(row.unit),
        status=DossierStatus(row.status),
        received_at=row.received_at,
        due_on=row.due_on,
        finished_on=row.finished_on,
        procedure_code=row.procedure_code,
        intake=Intake(row.intake),
        missing=row.missing,
    )


def _to_values(dossier: Dossier) -> dict[str, Any]:
    return {
        "key": dossier.code.key,
        "code": dossier.code.value,
        "unit_code": dossier.unit.code,
        "procedure_code": dossier.procedure_code,
        "procedure_title": dossier.procedure_title,
        "status": dossier.status,
        "intake": dossier.intake,
        "received_at": dossier.received_at,
        "due_on": dossier.due_on,
        "finished_on": dossier.finished_on,
        "missing": dossier.missing,
    }
