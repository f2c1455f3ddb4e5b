"""Where to look on the page."""

from contextlib import AbstractAsyncContextManager

from playwright.async_api import Locator, Page
from yarl import URL

from cchc_bot.app import App
from tests.channels.web.stage import Stage


def serve(stage: Stage, app: App, port: int = 0) -> AbstractAsyncContextManager[URL]:
    return stage.channel(app).open("127.0.0.1", port)


def answers(page: Page) -> Locator:
    return page.locator(".theirs:not(.thinking)")


def questions(page: Page) -> Locator:
    return page.locator(".mine")


async def ask(page: Page, text: str) -> None:
    await page.get_by_label("Điều ông/bà cần hỏi").fill(text)
    await page.keyboard.press("Enter")
