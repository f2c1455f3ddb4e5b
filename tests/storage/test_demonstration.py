"""The demonstration as the whole bot puts it together, on both databases."""

import asyncio
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta

from cchc_bot.app import App, open_app
from cchc_bot.domain.dossiers import Dossier, DossierCode
from cchc_bot.domain.units import DEMONSTRATION_PROVINCE
from cchc_bot.settings import Settings
from cchc_bot.storage.database import Database
from cchc_bot.storage.dossiers import SqlDossiers
from cchc_bot.storage.units import SqlUnits
from tests.builders import NOW, a_dossier, a_sender, a_unit
from tests.dialogs.dialog import Dialog

OF_TODAY = DossierCode("H99.14-260120-0001")
OF_TOMORROW = DossierCode("H99.14-260123-0001")
TOMORROW = NOW + timedelta(days=1)


def started(
    url: str, now: datetime = NOW, *, demo: bool = True
) -> AbstractAsyncContextManager[App]:
    return open_app(Settings(database_url=url, demo=demo), now=lambda: now)


async def keep_a_real_one(database: Database) -> Dossier:
    real = a_dossier(unit=a_unit("H31.16"))
    await SqlUnits(database).save([real.unit])
    await SqlDossiers(database).replace_province("H31", [real])
    return real


async def test_demonstration_is_there_after_the_first_start(
    database_url: str, database: Database
) -> None:
    async with started(database_url):
        assert await SqlDossiers(database).get(OF_TODAY) is not None
        assert await SqlDossiers(database).get(OF_TOMORROW) is None


async def test_demonstration_is_left_alone_by_a_second_start_on_the_same_day(
    database_url: str, database: Database
) -> None:
    async with started(database_url):
        await SqlDossiers(database).replace_province(DEMONSTRATION_PROVINCE, ())

    async with started(database_url, NOW + timedelta(hours=14)):
        assert await SqlDossiers(database).get(OF_TODAY) is None


async def test_demonstration_is_dated_anew_on_the_next_day(
    database_url: str, database: Database
) -> None:
    dossiers = SqlDossiers(database)
    real = await keep_a_real_one(database)
    async with started(database_url):
        pass

    async with started(database_url, TOMORROW):
        assert await dossiers.get(OF_TOMORROW) is not None
        assert await dossiers.get(real.code) == real


async def test_demonstration_keeps_its_officials_when_it_is_dated_anew(database_url: str) -> None:
    async with started(database_url) as app:
        await Dialog(app, "binh").become_official("H99.11")

    async with started(database_url, TOMORROW) as app:
        assert (await app.people.meet(a_sender("binh"))).person.is_official


async def test_demonstration_is_taken_out_whole_and_nothing_else_is(
    database_url: str, database: Database
) -> None:
    real = await keep_a_real_one(database)
    async with started(database_url) as app:
        await Dialog(app, "binh").become_official("H99.11")

    async with started(database_url, demo=False) as app:
        assert not (await app.people.meet(a_sender("binh"))).person.is_official
    assert await SqlDossiers(database).get(OF_TODAY) is None
    assert await SqlDossiers(database).get(real.code) == real
    assert await SqlUnits(database).list_all() == (real.unit,)


async def test_demonstration_is_made_by_two_processes_at_once(
    database_url: str, database: Database
) -> None:
    async with started(database_url) as one, started(database_url) as other:
        await one.demonstration.remove()

        await asyncio.gather(one.demonstration.refresh(), other.demonstration.refresh())

    assert await SqlDossiers(database).get(OF_TODAY) is not None
