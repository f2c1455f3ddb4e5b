import pytest

from cchc_bot.app import App
from cchc_bot.chat.messages import MAX_ACTION_BYTES
from tests.builders import a_procedure, import_all
from tests.dialogs.dialog import Dialog


async def test_it_leafs_through_fields_and_their_procedures(an: Dialog) -> None:
    assert "muốn làm thủ tục gì" in await an.say("/thutuc")
    first = an.labels
    assert len(first) == 9
    await an.press("Trang sau")
    assert an.reply.is_page
    assert not set(first) & set(an.labels[:8])
    await an.press("Trang trước")
    assert an.labels == first

    assert "Hộ tịch: 26 thủ tục" in await an.press("Hộ tịch")
    shown = [button.action for button in an.reply.buttons[:8]]
    while "Trang sau ›" in an.labels:
        await an.press("Trang sau")
        shown += [b.action for b in an.reply.buttons if "linh-vuc" not in b.action]
    assert len(set(shown)) == len(shown) == 26
    await an.press("Xem các lĩnh vực")
    assert an.labels == first


@pytest.mark.parametrize("page", ["0", "99", "-1", "²", "999999999999999999999999"])
async def test_it_shows_a_page_whatever_number_is_typed(an: Dialog, page: str) -> None:
    assert "Ông/bà" in await an.say(f"/thutuc linh-vuc {page}")
    assert "Hộ tịch: 26 thủ tục" in await an.say(f"/thutuc linh-vuc ho-tich {page}")


async def test_it_keeps_every_button_short_enough(app: App, an: Dialog) -> None:
    names = ["Quản lý tài sản công, rất dài " * 5 + end for end in ("a", "b", "c")]
    codes = ["1.990001.H38", "1.990002.000.00.00.H26", "2.009182739"]
    await import_all(
        app, *(a_procedure(code, field=name) for code, name in zip(codes, names, strict=True))
    )
    actions = set()
    for typed in (*codes, "the tha dieu giay to gi", *(f"/thutuc linh-vuc {n}" for n in range(9))):
        await an.say(typed)
        actions |= {button.action for button in an.reply.buttons}

    assert all(len(action.encode()) <= MAX_ACTION_BYTES for action in actions)
    assert len([action for action in actions if "quan-ly-tai-san" in action]) == 3
