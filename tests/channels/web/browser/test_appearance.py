"""How it looks, in a real Chromium on a small phone."""

import pytest
from playwright.async_api import Page, expect

from tests.channels.web.browser.seeing import answers, ask

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_it_shows_markup_as_text(page: Page) -> None:
    await ask(page, "<img src=x onerror=alert(1)> <b>đậm</b> *sao*")

    await expect(answers(page).last).to_contain_text("<img src=x onerror=alert(1)> <b>đậm</b>")
    assert await page.locator("#log img, #log b").count() == 0


async def test_it_shows_pictures_large_and_files_as_links(page: Page) -> None:
    await ask(page, "/hinh")
    picture = page.get_by_role("img", name="Biểu đồ điểm các lĩnh vực")
    await expect(picture).to_have_js_property("naturalWidth", 900)
    await expect(page.get_by_role("link", name="Tải về thư <ngỏ>.html")).to_be_visible()

    await picture.click()

    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_it_shows_the_beginning_of_a_long_answer(page: Page) -> None:
    await ask(page, "/dai")

    await expect(page.get_by_text("Đoạn 0:")).to_be_in_viewport()
    await page.get_by_role("button", name="Xuống tin mới nhất").click()
    await expect(page.get_by_text("Đoạn 39:")).to_be_in_viewport()


async def test_it_changes_its_own_words_with_the_language(page: Page) -> None:
    await ask(page, "/ngonngu")
    await page.get_by_role("button", name="English").click()

    await expect(page.get_by_role("heading", level=1)).to_have_text(
        "Administrative procedures assistant"
    )
    await expect(answers(page).last).to_contain_text("answers in English")


async def test_it_keeps_letters_contrast_and_colours_after_a_reload(page: Page) -> None:
    await page.get_by_role("button", name="Cỡ chữ và màu sắc").click()
    for name in ("Chữ to hơn", "Chữ to hơn", "Tương phản cao", "Tối"):
        await page.get_by_role("button", name=name).click()

    await page.reload()

    root = page.locator("html")
    await expect(root).to_have_attribute("data-contrast", "high")
    await expect(root).to_have_attribute("data-colours", "dark")
    await expect(root).to_have_css("font-size", "21.12px")


@pytest.mark.parametrize("presses", [0, 3])
async def test_it_never_scrolls_sideways_on_a_phone(page: Page, presses: int) -> None:
    await page.get_by_role("button", name="Cỡ chữ và màu sắc").click()
    for _ in range(presses):
        await page.get_by_role("button", name="Chữ to hơn").click()
    await ask(page, "/hinh")
    await ask(page, "x" * 300)
    await ask(page, "/trang 1")
    await expect(answers(page)).to_have_count(4)

    for element in ("html", "#log"):
        widths = await page.locator(element).evaluate("e => [e.scrollWidth, e.clientWidth]")
        assert widths[0] <= widths[1]


async def test_it_scrolls_the_conversation_and_never_its_frame(page: Page) -> None:
    await page.get_by_role("button", name="Cỡ chữ và màu sắc").click()
    for _ in range(3):
        await page.get_by_role("button", name="Chữ to hơn").click()
    await page.locator("#log").click()
    for text in ("/dai", "/dai", "/trang 1"):
        await ask(page, text)
    await expect(answers(page)).to_have_count(4)

    await expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    heights = await page.locator("html").evaluate("e => [e.scrollHeight, e.clientHeight]")
    assert heights[0] == heights[1]


async def test_it_names_all_that_can_be_pressed(page: Page) -> None:
    await ask(page, "/hinh")
    await ask(page, "/trang 1")
    await expect(answers(page)).to_have_count(3)

    for button in await page.get_by_role("button").all():
        assert await button.evaluate(
            "e => e.ariaLabel || e.innerText || e.querySelector('img').alt"
        )
