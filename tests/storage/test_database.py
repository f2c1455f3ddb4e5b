import asyncio

import pytest
from sqlalchemy import text

from cchc_bot.domain.people import Language
from cchc_bot.storage.database import Database, DatabaseUnavailableError
from cchc_bot.storage.people import SqlPeople
from tests.builders import NOW, a_sender


async def test_database_of_a_newer_version_is_refused_in_words(database: Database) -> None:
    async with database.writing() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseUnavailableError, match="newer version of the bot"):
        await database.migrate()


async def test_database_lets_many_write_at_once(database: Database) -> None:
    people = SqlPeople(database)
    senders = [a_sender(f"person {number}") for number in range(40)]

    await asyncio.gather(*(people.add_thread(s, Language.VIETNAMESE, NOW) for s in senders))

    assert all([await people.get_thread(sender) for sender in senders])


async def _write_and_fail(database: Database) -> None:
    async with database.writing() as session:
        await session.execute(text("INSERT INTO stamps (name, value) VALUES ('half', 'written')"))
        raise InterruptedError


async def test_database_takes_back_all_of_a_transaction_that_fails(database: Database) -> None:
    with pytest.raises(InterruptedError):
        await _write_and_fail(database)

    async with database.reading() as session:
        assert (await session.execute(text("SELECT count(*) FROM stamps"))).scalar() == 0
