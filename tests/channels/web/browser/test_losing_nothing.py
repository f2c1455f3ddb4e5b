"""Reloads, a server that goes away, and haste, in a real Chromium."""

import pytest
from playwright.async_api import BrowserContext, Page, expect

from cchc_bot.app import App
from tests.channels.web.browser.seeing import answers, ask, questions, serve
from tests.channels.web.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_it_keeps_the_history_after_a_reload(page: Page) -> None:
    await ask(page, "/trang 1")
    await page.get_by_role("button", name="Trang sau").click()
    await expect(answers(page).last).to_contain_text("Nội dung trang 2")
    await ask(page, "còn nhớ không")
    await expect(answers(page)).to_have_count(3)
    before = await page.locator("#log").inner_text()

    await page.reload()

    await expect(answers(page)).to_have_count(3)
    assert await page.locator("#log").inner_text() == before


async def test_it_answers_once_what_was_written_while_the_server_was_away(
    context: BrowserContext, stage: Stage, app: App
) -> None:
    page = await context.new_page()
    async with serve(stage, app) as address:
        await page.goto(str(address))
        await expect(answers(page)).to_have_count(1)
    await expect(page.get_by_role("status").first).to_contain_text("Mất kết nối")
    await ask(page, "có ai không")
    await expect(questions(page)).to_contain_text("đang thử lại")

    async with serve(stage, app, address.port or 0):
        await expect(answers(page).last).to_contain_text("Đã nghe: có ai không", timeout=15_000)
        await expect(questions(page)).not_to_contain_text("đang thử lại")
        await expect(questions(page)).to_have_count(1)
        await expect(answers(page)).to_have_count(2)
        await page.close()
    assert stage.heard["có ai không"] == 1


async def test_it_sends_after_a_reload_what_had_no_answer(page: Page, stage: Stage) -> None:
    await ask(page, "/cho")
    await stage.is_waiting.wait()
    await page.reload()
    await expect(questions(page)).to_contain_text("Đang gửi")
    stage.gate.set()

    await expect(answers(page).last).to_contain_text("Đợi xong rồi")
    await expect(questions(page)).to_have_count(1)
    assert stage.heard["cho"] == 1


async def test_it_sends_a_quickly_written_row_in_its_order(page: Page) -> None:
    for number in range(5):
        await ask(page, f"câu {number}")

    await expect(answers(page)).to_have_count(6)
    said = await answers(page).all_inner_texts()
    assert [text[-1] for text in said[1:]] == list("01234")
