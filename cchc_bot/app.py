"""The composition root: the only module that sees every layer."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from cchc_bot.chat.router import Router
from cchc_bot.chat.routes import Route
from cchc_bot.services.people import PeopleService
from cchc_bot.settings import Settings
from cchc_bot.storage.database import Database
from cchc_bot.storage.people import SqlPeople
from cchc_bot.storage.units import SqlUnits
from cchc_bot.storage.web_turns import SqlWebTurns
from cchc_bot.texts import TextLibrary
from handlers import help as help_handler
from handlers import invitation, language, start


@dataclass(frozen=True, slots=True)
class App:
    settings: Settings
    database: Database
    texts: TextLibrary
    people: PeopleService
    router: Router
    transcript: SqlWebTurns


@asynccontextmanager
async def open_app(
    settings: Settings, now: Callable[[], datetime] | None = None
) -> AsyncIterator[App]:
    """Open the database, bring it up to date, and put the parts together.

    Raises DatabaseUnavailableError.
    """
    database = Database(settings.database_url.get_secret_value())
    try:
        await database.migrate()
        yield _assemble(settings, database, now or (lambda: datetime.now(settings.zone)))
    finally:
        await database.close()


def _assemble(settings: Settings, database: Database, now: Callable[[], datetime]) -> App:
    texts = TextLibrary(settings.zone)
    people = PeopleService(SqlPeople(database), SqlUnits(database), now)
    topics: list[Route] = [
        *invitation.routes(people),
        *language.routes(people, texts),
    ]
    commands = {route.topic: route.command for route in topics}
    helping = help_handler.routes(topics, texts)
    starting = start.routes(
        {**commands, "help": help_handler.COMMAND}, is_demonstration=settings.demo
    )
    router = Router([*starting, *topics, *helping], helping[0].answer, people, texts)
    return App(settings, database, texts, people, router, SqlWebTurns(database, now))
