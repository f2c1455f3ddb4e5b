import asyncio

from cchc_bot.domain.people import Language, Office, Person, Role, Thread
from cchc_bot.services.people import PeopleService
from cchc_bot.storage.database import Database
from cchc_bot.storage.people import SqlPeople
from cchc_bot.storage.units import SqlUnits
from tests.builders import NOW, a_sender, a_unit


def a_service(database: Database) -> PeopleService:
    return PeopleService(SqlPeople(database), SqlUnits(database), now=lambda: NOW)


async def test_people_are_met_once_even_by_two_processes_at_once(database: Database) -> None:
    first, second = await asyncio.gather(
        a_service(database).meet(a_sender()), a_service(database).meet(a_sender())
    )

    assert first == second


async def test_people_keep_what_was_asked_of_them(database: Database) -> None:
    service = a_service(database)
    thread = await service.meet(a_sender())

    await service.remember(thread, "/gopy", ("/hoso", "/diem"))

    kept = await service.meet(a_sender())
    assert kept == Thread(thread.id, thread.person, "/gopy", ("/hoso", "/diem"))


async def test_people_keep_their_language(database: Database) -> None:
    service = a_service(database)
    thread = await service.meet(a_sender())

    await service.speak(thread.person, Language.ENGLISH)

    assert (await service.meet(a_sender())).person.language is Language.ENGLISH


async def test_people_who_accept_an_invitation_hold_an_office(database: Database) -> None:
    await SqlUnits(database).save([a_unit("H99.01")])
    service = a_service(database)
    person = (await service.meet(a_sender())).person
    code, _ = await service.invite("H99.01", Role.REVIEWER)

    await service.accept(person, code)

    official = (await service.meet(a_sender())).person
    assert official == Person(person.id, office=Office("H99.01", Role.REVIEWER))
