"""A real Chromium, started once: all tests with it run in one event loop."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect
from yarl import URL

from cchc_bot.app import App, open_app
from cchc_bot.settings import Settings
from tests.builders import NOW
from tests.channels.web.browser.seeing import answers, serve
from tests.channels.web.stage import Stage

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: `apt-get install chromium` brings it")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    """Return a phone of its own."""
    context = await browser.new_context(
        viewport={"width": 360, "height": 740}, locale="vi-VN", reduced_motion="reduce"
    )
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def app(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[App]:
    shutil.copy(sqlite_template, tmp_path / "app.db")
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'app.db'}", demo=False)
    async with open_app(settings, now=lambda: NOW) as app:
        yield app


@pytest_asyncio.fixture(loop_scope="session")
async def address(stage: Stage, app: App) -> AsyncIterator[URL]:
    async with serve(stage, app) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="session")
async def page(context: BrowserContext, address: URL) -> AsyncIterator[Page]:
    """Return the page after the greeting; in the end nothing may have gone wrong inside it."""
    page = await context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    await page.goto(str(address))
    await expect(answers(page)).to_have_count(1)
    yield page
    assert wrong == []
