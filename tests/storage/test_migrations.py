import asyncio
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import Base


async def test_migrations_lead_to_the_tables(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))

    async with database.reading() as session:
        connection = await session.connection()
        assert await connection.run_sync(differences) == []


@pytest.fixture(params=["sqlite", "postgres"])
async def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database that holds nothing at all."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    template: str = request.getfixturevalue("postgres_template")
    name = f"empty_{uuid4().hex}"
    connection = await asyncpg.connect(template.replace("/template_bot?", "/postgres?"))
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return template.replace("/template_bot?", f"/{name}?")


async def test_migrations_run_from_nothing_twice_and_by_two_at_once(empty_url: str) -> None:
    first, second = Database(empty_url), Database(empty_url)

    await asyncio.gather(first.migrate(), second.migrate())
    await first.migrate()

    async with second.reading() as session:
        assert (await session.connection()).dialect.name in empty_url
    await first.close()
    await second.close()
