"""What people choose when they are asked back is counted, and moves what is offered."""

import pytest

from cchc_bot.app import App
from cchc_bot.chat.messages import MAX_ACTION_BYTES
from cchc_bot.domain.choices import NONE_OF_THESE
from cchc_bot.domain.people import Channel
from cchc_bot.storage.choices import SqlChoices
from tests.builders import TODAY
from tests.dialogs.dialog import Dialog

KEY = "khai sinh"


async def counted(app: App) -> dict[tuple[str, str], int]:
    listed = await app.services.choices.list_most(99)
    return {(choice.key, choice.code): choice.count for choice in listed}


async def test_it_counts_what_is_chosen_once_and_opens_it(app: App, an: Dialog) -> None:
    await an.say("khai sinh cần gì")
    offer = an.reply
    assert all(len(button.action.encode()) <= MAX_ACTION_BYTES for button in offer.buttons)

    assert "Giấy tờ cần có\n1. " in await an.press("Đăng ký khai sinh")
    an.reply = offer
    await an.press("Đăng ký khai sinh")
    an.reply = offer
    await an.press("Không phải")
    await an.say("khai sinh")
    await an.press("Không phải")

    assert await counted(app) == {(KEY, "1.001193"): 1}


async def test_it_counts_that_none_was_meant(app: App, an: Dialog, binh: Dialog) -> None:
    await an.say("khai sinh")
    assert "bằng lời khác" in await an.press("Không phải")
    await binh.say("khai sinh")
    await binh.press("Đăng ký khai sinh")

    assert await counted(app) == {(KEY, NONE_OF_THESE): 1, (KEY, "1.001193"): 1}


@pytest.mark.parametrize("channel", Channel)
async def test_it_counts_on_every_channel_also_by_number(app: App, channel: Channel) -> None:
    asking = Dialog(app, "an", channel)
    await asking.say("khai sinh")

    assert "khai sinh" in await asking.say("1")

    assert await counted(app) == {(KEY, "1.001193"): 1}


async def test_it_counts_nothing_that_is_typed_or_old(app: App, an: Dialog) -> None:
    await an.say("khai sinh")
    old = an.reply
    await an.say("khai sinh")
    an.reply = old

    assert "khai sinh" in await an.press("Đăng ký khai sinh")
    assert "khai sinh" in await an.say("/thutuc 1.001193 chon-0000")
    assert "khai sinh" in await an.say("/thutuc 1.001193 fee chon-")
    assert "bằng lời khác" in await an.say("/thutuc khac chon-zzzz")
    assert "Chưa tìm thấy" in await an.say("/thutuc xyz chon-zzzz")
    await an.say("đăng ký kết hôn")  # a sure answer offers nothing
    await an.press("Lệ phí")

    assert await counted(app) == {}


async def test_it_offers_first_what_others_chose(app: App, an: Dialog, binh: Dialog) -> None:
    await an.say("khai sinh")
    second = an.reply.buttons[1]
    code = second.action.split()[1]

    for _ in range(10):
        await SqlChoices(app.database).add("chung thuc", "2.000815", TODAY)
        await SqlChoices(app.database).add(KEY, code, TODAY)
    await app.services.choices.reset("chung thuc")  # who resets sees it at once, not in a minute
    await binh.say("khai sinh")

    assert binh.labels[0] == second.label
    # A sure answer stays, whatever was chosen.
    assert "đăng ký khai sinh" in (await binh.say("đăng ký khai sinh")).splitlines()[0].lower()
