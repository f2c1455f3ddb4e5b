"""The composition root: the only room that sees every layer."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from cchc_bot.app.conversation import make_router
from cchc_bot.app.demonstration import Demonstration
from cchc_bot.app.files import DATA, DEMONSTRATION
from cchc_bot.app.services import Services
from cchc_bot.chat.router import Router
from cchc_bot.services.demonstration import DemonstrationService
from cchc_bot.services.people import PeopleService
from cchc_bot.services.procedures import Shipped
from cchc_bot.settings import Settings
from cchc_bot.sources.procedures import fingerprint_shipped, read_shipped
from cchc_bot.sources.topics import read_topics
from cchc_bot.storage.database import Database
from cchc_bot.storage.notices import SqlNotices
from cchc_bot.storage.web_turns import SqlWebTurns
from cchc_bot.texts import TextLibrary


@dataclass(frozen=True, slots=True)
class App:
    settings: Settings
    database: Database
    texts: TextLibrary
    services: Services
    demonstration: DemonstrationService
    router: Router
    transcript: SqlWebTurns

    @property
    def people(self) -> PeopleService:
        return self.services.people


@asynccontextmanager
async def open_app(
    settings: Settings, now: Callable[[], datetime] | None = None
) -> AsyncIterator[App]:
    """Open the database, bring it and its data up to date, and put the parts together.

    Raises DatabaseUnavailableError.
    """
    database = Database(settings.database_url.get_secret_value())
    try:
        await database.migrate()
        app = _assemble(settings, database, now or (lambda: datetime.now(settings.zone)))
        await _load_data(app)
        yield app
    finally:
        await database.close()


def _assemble(settings: Settings, database: Database, now: Callable[[], datetime]) -> App:
    invented = Demonstration.read(DEMONSTRATION, settings.zone)
    examples = invented.dossiers.examples if settings.demo else None
    services = Services.over(database, now, examples, is_learning=settings.learning)
    texts = TextLibrary(settings.zone)
    router = make_router(services, texts, is_demonstration=settings.demo)
    demonstration = invented.service(database, now)
    transcript = SqlWebTurns(database, now)
    return App(settings, database, texts, services, demonstration, router, transcript)


async def _load_data(app: App) -> None:
    folder = DATA / "procedures"
    shipped = Shipped(fingerprint_shipped(folder), lambda: read_shipped(folder))
    await app.services.procedures.load_shipped(shipped)
    await SqlNotices(app.database).save_topics(read_topics(DATA))
    if app.settings.demo:
        await app.demonstration.refresh()
    else:
        await app.demonstration.remove()
