"""Takes the pictures of docs/images anew: `python -m docs.take_screenshots`, with chromium."""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Page, ViewportSize, async_playwright
from pydantic import SecretStr

from cchc_bot.app import open_app
from cchc_bot.cli.serve import web_channel
from cchc_bot.settings import Settings

IMAGES = Path(__file__).with_name("images")
QUESTIONS = ("lam giay khai sinh can gi",)
PHONE: ViewportSize = {"width": 360, "height": 740}


async def take(chromium: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(database_url=SecretStr(f"sqlite:///{folder}/bot.db"))
        async with (
            open_app(settings) as app,
            web_channel(app).open("127.0.0.1", 0) as address,
            async_playwright() as playwright,
        ):
            browser = await playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            page = await browser.new_page(
                viewport=PHONE, device_scale_factor=2, locale="vi-VN", color_scheme="light"
            )
            await page.goto(str(address))
            await _talk(page)
            await page.screenshot(path=IMAGES / "web-chat.png")
            await browser.close()


async def _talk(page: Page) -> None:
    answered = page.locator(".turn:not(.waiting) .theirs")
    await answered.first.wait_for()
    for count, question in enumerate(QUESTIONS, start=1):
        await page.fill("#input", question)
        await page.keyboard.press("Enter")
        await answered.nth(count).wait_for()
    await page.locator("#input").blur()
    await page.wait_for_timeout(1000)  # until it has scrolled and everything has its letters


if __name__ == "__main__":
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        sys.exit("no chromium on this machine")
    asyncio.run(take(found))
