import asyncio
from datetime import timedelta

import pytest

from cchc_bot.app import App
from cchc_bot.domain.people import Invitation, Office, Role
from cchc_bot.services.people import UnknownUnitError
from cchc_bot.storage.people import SqlPeople
from cchc_bot.storage.units import SqlUnits
from tests.builders import NOW, a_unit
from tests.dialogs.dialog import Dialog


@pytest.fixture(autouse=True)
async def _unit(app: App) -> None:
    await SqlUnits(app.database).save([a_unit("H99.01", "UBND xã Mẫu")])


async def test_it_makes_the_sender_of_an_invitation_an_official(app: App, binh: Dialog) -> None:
    code, _ = await app.people.invite("H99.01", Role.HEAD)

    reply = await binh.say(f"ma moi cua toi la {code.lower()} nhe")

    assert "người đứng đầu của UBND xã Mẫu" in reply


async def test_it_takes_an_invitation_once(app: App, an: Dialog, binh: Dialog) -> None:
    code, _ = await app.people.invite("H99.01", Role.OFFICIAL)
    await binh.say(code)

    assert "đã có người dùng" in await an.say(code)


async def test_it_lets_one_of_many_win_who_send_an_invitation_at_once(app: App) -> None:
    code, _ = await app.people.invite("H99.01", Role.OFFICIAL)
    people = [Dialog(app, f"person {number}") for number in range(20)]

    replies = await asyncio.gather(*(person.say(code) for person in people))

    assert sum("Xong rồi" in reply for reply in replies) == 1
    assert sum("đã có người dùng" in reply for reply in replies) == 19


async def test_it_says_when_an_invitation_has_expired(app: App, an: Dialog) -> None:
    code, invitation = await app.people.invite("H99.01", Role.OFFICIAL)
    store = SqlPeople(app.database)
    late = Invitation("0" * 64, Office("H99.01", Role.OFFICIAL), NOW - timedelta(seconds=1))
    await store.add_invitation(late)

    assert invitation.expires_at == NOW + timedelta(days=7)
    assert not invitation.is_expired(NOW + timedelta(days=6, hours=23))
    assert late.is_expired(NOW)
    assert "Xong rồi" in await an.say(code)


async def test_it_refuses_an_invitation_that_nobody_issued(an: Dialog) -> None:
    assert "không đúng" in await an.say("MOI-AAAAA-BBBBB-CCCCC")


async def test_it_takes_no_invitation_where_others_read_along(app: App, an: Dialog) -> None:
    code, _ = await app.people.invite("H99.01", Role.OFFICIAL)

    assert "nói chuyện riêng" in await an.say(code, in_group=True)
    assert "Xong rồi" in await an.say(code)


async def test_it_invites_nobody_to_a_unit_that_does_not_exist(app: App) -> None:
    with pytest.raises(UnknownUnitError):
        await app.people.invite("H99.77", Role.OFFICIAL)
