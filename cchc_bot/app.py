"""The composition root: the only module that sees every layer."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from cchc_bot.chat.router import Router
from cchc_bot.chat.routes import Route
from cchc_bot.domain.units import DEMONSTRATION_PROVINCE, Unit
from cchc_bot.services.demonstration import DemonstrationService, Step
from cchc_bot.services.dossiers import DossierService
from cchc_bot.services.people import PeopleService
from cchc_bot.settings import Settings
from cchc_bot.sources.demonstration.dossiers import DossierMaker, read_dossier_procedures
from cchc_bot.sources.demonstration.units import read_units
from cchc_bot.storage.database import Database
from cchc_bot.storage.dossiers import SqlDossiers
from cchc_bot.storage.people import SqlPeople
from cchc_bot.storage.stamps import SqlStamps
from cchc_bot.storage.units import SqlUnits
from cchc_bot.texts import TextLibrary
from handlers import dossier, invitation, language, start
from handlers import help as help_handler

_DEMONSTRATION = Path(__file__).parents[1] / "data" / "demo"


@dataclass(frozen=True, slots=True)
class App:
    settings: Settings
    database: Database
    texts: TextLibrary
    people: PeopleService
    demonstration: DemonstrationService
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
        await (app.demonstration.refresh() if settings.demo else app.demonstration.remove())
        yield app
    finally:
        await database.close()


def _assemble(settings: Settings, database: Database, now: Callable[[], datetime]) -> App:
    texts = TextLibrary(settings.zone)
    people = PeopleService(SqlPeople(database), SqlUnits(database), now)
    units = read_units(_DEMONSTRATION)
    invented = DossierMaker(units, read_dossier_procedures(_DEMONSTRATION), settings.zone)
    examples = invented.examples if settings.demo else None
    dossiers = DossierService(SqlDossiers(database), now, examples)
    topics: list[Route] = [
        *invitation.routes(people),
        *dossier.routes(dossiers, texts),
        *language.routes(people, texts),
    ]
    commands = {route.topic: route.command for route in topics}
    helping = help_handler.routes(topics, texts)
    starting = start.routes(
        {**commands, "help": help_handler.COMMAND},
        partial(dossier.example_buttons, dossiers),
        is_demonstration=settings.demo,
    )
    router = Router([*starting, *topics, *helping], helping[0].answer, people, texts)
    demonstration = _demonstration(database, units, invented, now)
    return App(settings, database, texts, people, demonstration, router)


def _demonstration(
    database: Database, units: Sequence[Unit], invented: DossierMaker, now: Callable[[], datetime]
) -> DemonstrationService:
    stored_units = SqlUnits(database)
    steps = [  # each after those that it refers to
        Step(
            "units",
            lambda _today: stored_units.save(units),
            lambda: stored_units.remove_province(DEMONSTRATION_PROVINCE),
        ),
        Step.replacing("dossiers", SqlDossiers(database), invented.make),
    ]
    return DemonstrationService(SqlStamps(database), steps, now)
