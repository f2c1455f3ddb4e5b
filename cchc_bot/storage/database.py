"""The way to the database: SQLite by default, PostgreSQL when an office outgrows it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
}
_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK_WAIT_MS = 5000
_LAST_WORD_SECONDS = 0.1
_POSTGRES_MIGRATION_LOCK = 820_099  # any number, as long as nothing else here locks it


class DatabaseUnavailableError(Exception):
    """The database cannot be reached, read or written; the message says which and why."""


class Database:
    """Sessions for reading and for writing.

    A writer takes SQLite's write lock at its first statement ("begin immediate"): a transaction
    that starts by reading and writes later fails at once when another one wrote in between.
    """

    def __init__(self, url: str) -> None:
        self._url = _with_async_driver(url)
        self._engine = _engine(self._url)
        self._writer = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        # One statement reads one state of the data without a transaction around it, and each
        # word less to the driver's thread is time won.
        reader = self._engine.execution_options(begin="")
        self.reading = async_sessionmaker(reader, expire_on_commit=False)
        self._writing = async_sessionmaker(self._writer, expire_on_commit=False)
        # SQLite lets one write at a time, and who finds it busy sleeps up to 100 ms before trying
        # again. Writers of one process queue here instead, and lose no time.
        self._turn: AbstractAsyncContextManager[None] = (
            nullcontext() if self.is_postgres else asyncio.Lock()
        )

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """Open a session in one transaction: committed at the end, rolled back on an error."""
        async with self._turn, self._writing() as session, session.begin():
            yield session

    @property
    def is_postgres(self) -> bool:
        return self._url.get_backend_name() == "postgresql"

    async def migrate(self) -> None:
        """Bring the schema up to date and prove that it can be written."""
        try:
            async with self._writer.begin() as connection:
                await connection.run_sync(_upgrade)
            async with self.writing() as session:
                # A database that may only be read admits "begin immediate", but not this.
                await session.execute(text("UPDATE stamps SET value = value"))
        except CommandError as error:
            # The only way to get here: the schema has a revision that this version does not know.
            raise DatabaseUnavailableError(
                f"a newer version of the bot has changed it; use that version ({error})"
            ) from error
        except (TimeoutError, SQLAlchemyError, OSError, TypeError) as error:
            # The driver's thread still tells the loop that it ends: let it, before the loop closes.
            await asyncio.sleep(_LAST_WORD_SECONDS)
            reason = str(error.orig if isinstance(error, DBAPIError) else error).splitlines()[0]
            # A parameter may hold a password as well, or be one that the driver does not know.
            shown = self._url.set(query={}).render_as_string()
            raise DatabaseUnavailableError(f"{shown}: {reason}") from error

    async def close(self) -> None:
        await self._engine.dispose()


def _with_async_driver(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUnavailableError("the address cannot be read") from error
    backend = parsed.drivername.partition("+")[0]
    if backend not in _DRIVERS:
        raise DatabaseUnavailableError(f"{backend}: only sqlite and postgresql are known")
    return parsed.set(drivername=_DRIVERS[backend])


def _engine(url: URL) -> AsyncEngine:
    # An error's text goes into the log, and what people wrote must not be in it.
    if url.get_backend_name() == "postgresql":
        return create_async_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_async_engine(url, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own "begin" is switched off, so that _begin_sqlite decides which one it is.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={_LOCK_WAIT_MS}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    begin = connection.get_execution_options().get("begin", "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Two processes that start together must not migrate together.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_POSTGRES_MIGRATION_LOCK})")
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
