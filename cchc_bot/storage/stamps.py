"""What was last loaded of something: a fingerprint of files, a day, a revision."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import StampRow


class SqlStamps:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, name: str) -> str:
        """Return the stamp, or "" where nothing was loaded yet."""
        async with self._database.reading() as session:
            row = await session.get(StampRow, name)
        return "" if row is None else row.value

    async def save(self, name: str, value: str) -> None:
        async with self._database.writing() as session:
            await put_stamp(session, name, value)

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Let one process at a time load what a stamp speaks of, so that the next finds it done.

        SQLite needs no more than its own order of writers; there two may load the same in turn.
        """
        async with self._database.reading() as session:
            if self._database.is_postgres:
                await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(name))))
            yield


async def put_stamp(session: AsyncSession, name: str, value: str) -> None:
    """Set a stamp inside a transaction that also writes what the stamp speaks of."""
    await session.merge(StampRow(name=name, value=value))
