import asyncio
import re

import pytest

from cchc_bot.app import App
from cchc_bot.storage.feedback import SqlFeedback
from tests.dialogs.dialog import Dialog

NUMBER = re.compile(r"GY-[A-Z0-9]{4}-[A-Z0-9]{4}")


def number_in(reply: str) -> str:
    found = NUMBER.search(reply)
    assert found, reply
    return found[0]


async def texts_kept(app: App) -> list[str]:
    return [item.text for item in await SqlFeedback(app.database).list_received(0, 99)]


@pytest.mark.parametrize("typed", ["/gopy", "góp ý", "Toi muon phan anh!", "kiến nghị", "feedback"])
async def test_it_asks_what_one_wants_to_say_and_tells_what_is_kept(an: Dialog, typed: str) -> None:
    reply = await an.say(typed)

    assert "muốn góp ý điều gì" in reply
    assert "đừng ghi số căn cước, số điện thoại" in reply
    assert "Trợ lý lưu nội dung" in reply
    assert an.labels == [
        "Về quy định, thủ tục",
        "Về cách làm việc của cán bộ",
        "Thôi, không gửi",
    ]


async def test_it_gives_a_number_and_shows_under_it_what_was_sent(an: Dialog) -> None:
    await an.say("góp ý")
    sent = await an.say("Nhà xe chật quá,\nxin mở thêm")

    number = number_in(sent)

    shown = await an.say(f"cho tôi xem lại {number.lower().replace('-', ' ')} với")
    assert "Nhà xe chật quá,\nxin mở thêm" in shown
    assert "09:30, 23/01/2026, góp ý chung" in shown
    assert "đã nhận, đang chờ cơ quan xem" in shown
    assert shown == await an.say(f"/gopy {number}")


@pytest.mark.parametrize(
    ("button", "question", "kind"),
    [
        ("quy định", "Quy định hay thủ tục nào", "về quy định, thủ tục"),
        ("cán bộ", "Cán bộ làm việc", "về cách làm việc của cán bộ"),
    ],
)
async def test_it_keeps_the_kind_that_was_chosen(
    an: Dialog, button: str, question: str, kind: str
) -> None:
    await an.say("/gopy")
    asked = await an.press(button)
    sent = await an.say("Thái độ rất tốt, giấy tờ gọn")

    assert question in asked
    assert "đừng ghi số căn cước" in asked
    assert kind in await an.say(number_in(sent))


async def test_it_tells_another_person_nothing_about_a_number(an: Dialog, binh: Dialog) -> None:
    await an.say("/gopy")
    number = number_in(await an.say("Nhà xe chật quá"))

    assert await binh.say(number) == await binh.say("GY-AAAA-AAAA")
    assert await binh.say(f"/gopy {number}") == await binh.say("/gopy GY-AAAA-AAAA")


@pytest.mark.parametrize("typed", ["GY-AAAA-AAAA", "gy aaaa aaaa", "/gopy GY-AAA-AAA"])
async def test_it_says_kindly_that_a_number_is_unknown(an: Dialog, typed: str) -> None:
    assert "Không thấy góp ý nào mang mã này" in await an.say(typed)


async def test_it_shows_what_was_sent_when_asked_in_the_middle_of_writing(
    an: Dialog, app: App
) -> None:
    await an.say("/gopy")
    number = number_in(await an.say("Nhà xe chật quá"))
    await an.say("/gopy")

    assert "Nhà xe chật quá" in await an.say(number)
    assert await texts_kept(app) == ["Nhà xe chật quá"]


async def test_it_takes_a_number_among_other_words_for_feedback(an: Dialog, app: App) -> None:
    await an.say("/gopy")

    assert "Đã nhận" in await an.say("Góp ý GY-AAAA-AAAA chưa ai trả lời")
    assert len(await texts_kept(app)) == 1


async def test_it_covers_personal_numbers_before_keeping_anything(an: Dialog, app: App) -> None:
    await an.say("/gopy")
    sent = await an.say("Tôi là An, căn cước 001 085 012 345, gọi 0912.345.678 nhé")

    assert "đã che số" in sent
    assert await texts_kept(app) == ["Tôi là An, căn cước •••, gọi ••• nhé"]


@pytest.mark.parametrize("typed", ["ok", "1234567890", "🙏🙏🙏", "...", "thế à", "xe?"])
async def test_it_asks_for_more_words_and_goes_on_listening(
    an: Dialog, app: App, typed: str
) -> None:
    await an.say("/gopy")
    await an.press("cán bộ")

    reply = await an.say(typed)

    assert "ngắn quá" in reply
    assert await texts_kept(app) == []
    number = number_in(await an.say("Cán bộ tận tình lắm"))
    assert "cách làm việc của cán bộ" in await an.say(number)


async def test_it_goes_on_listening_after_a_text_that_is_too_long(an: Dialog, app: App) -> None:
    await an.say("/gopy")

    assert "dài quá" in await an.say("Xin thêm ghế. " * 500)
    assert "Đã nhận" in await an.say("Xin thêm ghế. " * 250)
    assert len((await texts_kept(app))[0]) > 3000


@pytest.mark.parametrize("typed", ["thôi", "Thoi a", "HỦY", "cancel", "/gopy thôi"])
async def test_it_lets_one_leave(an: Dialog, app: App, typed: str) -> None:
    await an.say("/gopy")

    assert "không gửi gì cả" in await an.say(typed)
    assert "Đã nhận" not in await an.say("Xin thêm ghế ngồi")
    assert await texts_kept(app) == []


async def test_it_lets_one_leave_by_a_button_or_for_something_else(an: Dialog, app: App) -> None:
    await an.say("/gopy")
    assert "không gửi gì cả" in await an.press("Thôi")

    for elsewhere, answer in (("menu", "Xin chào"), ("thông báo", "thông báo"), ("góp ý", "góp ý")):
        await an.say("/gopy")
        assert answer in await an.say(elsewhere)
    assert await texts_kept(app) == []


async def test_it_keeps_a_text_sent_twice_once(an: Dialog, app: App) -> None:
    numbers = []
    for _ in range(2):
        await an.say("/gopy")
        numbers.append(number_in(await an.say("Xin thêm ghế ngồi")))

    assert numbers[0] == numbers[1]
    assert await texts_kept(app) == ["Xin thêm ghế ngồi"]


async def test_it_asks_before_it_sends_what_came_with_the_command(an: Dialog, app: App) -> None:
    asked = await an.say("/gopy Xin thêm ghế, gọi 0912345678")

    assert "muốn gửi góp ý này" in asked
    assert "Xin thêm ghế, gọi •••" in asked
    assert "Trợ lý lưu nội dung" in asked
    assert await texts_kept(app) == []
    sent = await an.press("Gửi góp ý này")
    assert await an.say("/gopy gui-di") == sent
    assert await texts_kept(app) == ["Xin thêm ghế, gọi •••"]


async def test_it_takes_nothing_from_a_group(an: Dialog, app: App) -> None:
    assert "nói chuyện riêng" in await an.say("/gopy Xin thêm ghế ngồi", in_group=True)
    assert "nói chuyện riêng" in await an.say("GY-AAAA-AAAA", in_group=True)
    assert await texts_kept(app) == []


async def test_it_keeps_the_feedback_of_many_people_apart(app: App) -> None:
    people = [Dialog(app, f"person {n}") for n in range(20)]

    async def talk(person: Dialog) -> str:
        await person.say("/gopy")
        number = number_in(await person.say(f"Lời của {person.sender.id}"))
        return await person.say(number)

    shown = await asyncio.gather(*(talk(person) for person in people))

    for person, reply in zip(people, shown, strict=True):
        assert reply.endswith(f"Lời của {person.sender.id}")


async def test_it_takes_no_invitation_for_a_number(an: Dialog) -> None:
    assert "Mã mời này không đúng" in await an.say("MOI-GYACD-EFGHK-MPRTV")
