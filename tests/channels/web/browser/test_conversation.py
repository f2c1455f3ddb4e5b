"""Asking and pressing, in a real Chromium as a person does it."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.channels.web.browser.seeing import answers, ask, questions
from tests.channels.web.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_it_greets_whoever_opens_the_page(page: Page) -> None:
    await expect(answers(page)).to_contain_text("trợ lý tự động")
    await expect(questions(page)).to_have_count(0)
    await expect(page.get_by_role("status").first).to_contain_text("Trả lời tự động")


async def test_it_answers_what_is_written(page: Page) -> None:
    await ask(page, "xin chào nhé")

    await expect(questions(page)).to_contain_text("xin chào nhé")
    await expect(answers(page).last).to_contain_text("Đã nghe: xin chào nhé")
    await expect(page.get_by_label("Điều ông/bà cần hỏi")).to_be_focused()
    await expect(page.locator(".waiting")).to_have_count(0)


async def test_it_starts_a_new_line_and_sends_by_button(page: Page) -> None:
    await page.get_by_label("Điều ông/bà cần hỏi").fill("một")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("hai")
    await page.get_by_role("button", name="Gửi").click()

    await expect(answers(page).last).to_contain_text(re.compile("một\\s+hai"))


async def test_it_leaves_enter_to_the_input_method_while_a_letter_is_composed(page: Page) -> None:
    await page.get_by_label("Điều ông/bà cần hỏi").fill("vieejt")
    await page.locator("#input").dispatch_event("keydown", {"key": "Enter", "isComposing": True})

    await expect(page.locator("#input")).to_have_value("vieejt")


async def test_it_turns_pages_in_place_by_mouse(page: Page, stage: Stage) -> None:
    await ask(page, "/trang 1")
    await page.get_by_role("button", name="Trang sau").click()

    await expect(answers(page).last).to_contain_text("Nội dung trang 2")
    await expect(answers(page)).to_have_count(2)
    await expect(questions(page)).to_have_count(1)
    assert stage.heard["trang 2"] == 1


async def test_it_turns_pages_by_keyboard_and_keeps_the_place(page: Page) -> None:
    await ask(page, "/trang 1")
    await page.get_by_role("button", name="Trang sau").focus()
    await page.keyboard.press("Enter")
    await expect(answers(page).last).to_contain_text("Nội dung trang 2")
    await expect(page.get_by_role("button", name="Trang sau")).to_be_focused()

    await page.keyboard.press("Space")

    await expect(answers(page).last).to_contain_text("Nội dung trang 3")


async def test_it_shows_what_another_button_says_as_a_question(page: Page) -> None:
    await ask(page, "/trang 1")
    await page.get_by_role("button", name="Thôi").click()

    await expect(questions(page).last).to_contain_text("Thôi")
    await expect(answers(page).last).to_contain_text("Đã nghe: thôi")


async def test_it_takes_a_button_pressed_twice_for_pressed_once(page: Page, stage: Stage) -> None:
    await ask(page, "/trang 1")
    button = page.get_by_role("button", name="Lâu", exact=True)
    await button.dblclick()
    await expect(button).to_have_attribute("aria-busy", "true")
    stage.gate.set()

    await expect(answers(page).last).to_contain_text("Đợi xong rồi")
    await expect(button).to_have_attribute("aria-busy", "false")
    await expect(questions(page)).to_have_count(2)
    assert stage.heard["cho"] == 1


async def test_it_offers_what_can_be_asked(page: Page) -> None:
    button = page.get_by_role("button", name="Những việc có thể hỏi")
    await button.click()
    await page.keyboard.press("Escape")
    await expect(button).to_be_focused()

    await button.click()
    await page.get_by_role("navigation").get_by_role("button", name="Hướng dẫn sử dụng").click()

    await expect(questions(page)).to_contain_text("Hướng dẫn sử dụng")
    await expect(answers(page).last).to_contain_text("Ông/bà có thể hỏi")
