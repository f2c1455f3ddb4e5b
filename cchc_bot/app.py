"""The composition root: the only module that sees every layer."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cchc_bot.chat.router import Router
from cchc_bot.chat.routes import Route
from cchc_bot.domain.imports import sort_rows
from cchc_bot.search.index import ProcedureIndex
from cchc_bot.search.questions import QuestionReader
from cchc_bot.services.people import PeopleService
from cchc_bot.services.procedures import ProcedureService, Shipped
from cchc_bot.settings import Settings
from cchc_bot.sources.procedures import fingerprint_shipped, read_procedures, read_shipped
from cchc_bot.storage.database import Database
from cchc_bot.storage.people import SqlPeople
from cchc_bot.storage.procedures import SqlProcedures
from cchc_bot.storage.stamps import SqlStamps
from cchc_bot.storage.units import SqlUnits
from cchc_bot.texts import TextLibrary
from handlers import help as help_handler
from handlers import invitation, language, procedure, start

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class App:
    settings: Settings
    database: Database
    texts: TextLibrary
    people: PeopleService
    procedures: ProcedureService
    router: Router


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
        app = _assemble(settings, database, now or (lambda: datetime.now(settings.zone)))
        folder = DATA / "procedures"
        fingerprint = fingerprint_shipped(folder)
        await app.procedures.load_shipped(Shipped(fingerprint, lambda: read_shipped(folder)))
        yield app
    finally:
        await database.close()


def _assemble(settings: Settings, database: Database, now: Callable[[], datetime]) -> App:
    texts = TextLibrary(settings.zone)
    people = PeopleService(SqlPeople(database), SqlUnits(database), now)
    procedures = _procedures(database, now)
    topics: list[Route] = [
        *procedure.routes(procedures),
        *invitation.routes(people),
        *language.routes(people, texts),
    ]
    commands = {route.topic: route.command for route in topics}
    helping = help_handler.routes(topics, texts)
    starting = start.routes(
        {**commands, "help": help_handler.COMMAND}, is_demonstration=settings.demo
    )
    looking_up = procedure.fallback(procedures, helping[0].answer)
    router = Router([*starting, *topics, *helping], looking_up, people, texts)
    return App(settings, database, texts, people, procedures, router)


def _procedures(database: Database, now: Callable[[], datetime]) -> ProcedureService:
    reader = QuestionReader.load(DATA / "everyday-words.toml")
    return ProcedureService(
        SqlProcedures(database),
        SqlStamps(database),
        lambda entries: ProcedureIndex(entries, reader),
        now,
        time.monotonic,
    )


def index_file(path: Path) -> ProcedureIndex:
    """Index the procedures of a file as they are found once it is imported, without a database.

    Raises UnreadableFileError.
    """
    given, _ = sort_rows(read_procedures(path))
    shipped = {procedure.code: procedure for procedure in read_shipped(DATA / "procedures")}
    entries = [
        procedure
        if procedure.everyday_names or code not in shipped
        else replace(procedure, everyday_names=shipped[code].everyday_names)
        for code, procedure in given.items()
    ]
    return ProcedureIndex(entries, QuestionReader.load(DATA / "everyday-words.toml"))
