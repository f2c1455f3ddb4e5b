"""What people chose when they were asked back."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from cchc_bot.domain.choices import Choice
from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import ChoiceRow


class SqlChoices:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, key: str, code: str, today: date) -> None:
        """Count one more; two at once are both counted."""
        insert = postgresql.insert if self._database.is_postgres else sqlite.insert
        new = insert(ChoiceRow).values(terms_key=key, code=code, count=1, changed_on=today)
        counted = new.on_conflict_do_update(
            index_elements=["terms_key", "code"],
            set_={"count": ChoiceRow.count + 1, "changed_on": today},
        )
        async with self._database.writing() as session:
            await session.execute(counted)

    async def list_of(self, key: str) -> tuple[Choice, ...]:
        query = (
            select(ChoiceRow)
            .where(ChoiceRow.terms_key == key)
            .order_by(ChoiceRow.count.desc(), ChoiceRow.code)
        )
        async with self._database.reading() as session:
            return _to_choices(await session.scalars(query))

    async def list_most(self, keys: int) -> tuple[Choice, ...]:
        """List what was chosen under the keys with most choices, each key's together."""
        most = (
            select(ChoiceRow.terms_key, func.sum(ChoiceRow.count).label("total"))
            .group_by(ChoiceRow.terms_key)
            .order_by(func.sum(ChoiceRow.count).desc(), ChoiceRow.terms_key)
            .limit(keys)
            .subquery()
        )
        query = (
            select(ChoiceRow)
            .join(most, most.c.terms_key == ChoiceRow.terms_key)
            .order_by(most.c.total.desc(), ChoiceRow.terms_key)
            .order_by(ChoiceRow.count.desc(), ChoiceRow.code)
        )
        async with self._database.reading() as session:
            return _to_choices(await session.scalars(query))

    async def delete(self, key: str | None) -> int:
        """Delete what was counted under a key, or everything; return how many counts went."""
        gone = delete(ChoiceRow)
        if key is not None:
            gone = gone.where(ChoiceRow.terms_key == key)
        async with self._database.writing() as session:
            return cast("CursorResult[Any]", await session.execute(gone)).rowcount


def _to_choices(rows: Iterable[ChoiceRow]) -> tuple[Choice, ...]:
    return tuple(Choice(row.terms_key, row.code, row.count, row.changed_on) for row in rows)
