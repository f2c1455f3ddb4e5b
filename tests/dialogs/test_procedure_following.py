"""Asking on about the procedure that was just shown, without naming it again."""

import pytest

from cchc_bot.app import App
from cchc_bot.domain.people import Channel
from tests.builders import a_procedure, import_all
from tests.dialogs.dialog import Dialog

MARRIAGE = "đăng ký kết hôn"
# One conversation each, since starting the bot anew for every line would cost a second.
ASKED_ON = [
    ("còn phí thì sao?", "Lệ phí"),
    ("phi bao nhieu", "Lệ phí"),
    ("le phi bao nhiu z ad", "Lệ phí"),
    ("phi baonhieu", "Lệ phí"),
    ("mat tien k", "Lệ phí"),
    ("mấy ngày", "Thời hạn"),
    ("may ngya co", "Thời hạn"),
    ("bao lâu thì xong ạ", "Thời hạn"),
    ("nộp ở đâu vậy", "Nơi nộp"),
    ("nop o mo", "Nơi nộp"),
    ("làm online đc hông dzậy", "Nơi nộp"),
    ("thế cần giấy gì", "Giấy tờ cần có"),
    ("can giay j", "Giấy tờ cần có"),
    ("canf giaays gif", "Giấy tờ cần có"),
    ("cac buoc", "Các bước"),
    ("căn cứ pháp lý?", "Căn cứ pháp lý"),
    ("how long", "Thời hạn"),
    ("how much is it?", "Lệ phí"),
    ("what papers do i need", "Giấy tờ cần có"),
]
ELSEWHERE = [
    ("đăng ký khai tử mất mấy ngày", "khai tử"),
    ("1.001193 phí bao nhiêu", "khai sinh"),
    ("9.999999 phí bao nhiêu", "Chưa có thủ tục mang mã 9.999999"),
    ("còn khai sinh thì sao", "thủ tục nào dưới đây"),
    ("hồ sơ H31.16-260105-0042 bao giờ xong", "H31.16-260105-0042"),
    ("hồ sơ của tôi tới đâu rồi", "mã hồ sơ"),
    ("GY-ABCD-EFGH bao giờ xong", "Không thấy góp ý nào"),
    ("giá vàng bao nhiêu tiền", "chưa tìm thấy thủ tục nào"),
    ("ăn phở ở đâu ngon", "chưa tìm thấy thủ tục nào"),
    ("thời tiết", "chưa tìm thấy thủ tục nào"),
    ("hồ sơ", "mã hồ sơ"),
]


async def test_it_answers_what_is_asked_on(an: Dialog) -> None:
    await an.say(MARRIAGE)

    for typed, heading in ASKED_ON:
        title, asked, *_ = (await an.say(typed)).splitlines()
        assert (MARRIAGE in title, asked) == (True, heading), typed


async def test_it_goes_on_after_each_answer_and_each_button(an: Dialog) -> None:
    await an.say(MARRIAGE)
    await an.press("Các bước")

    assert (await an.say("phi bao nhieu")).splitlines()[1] == "Lệ phí"
    assert (await an.say("may ngay")).splitlines()[1] == "Thời hạn"
    await an.say("/thutuc 1.001193 place")
    assert "khai sinh" in await an.say("thế cần giấy gì")


async def test_it_goes_on_after_a_word_of_thanks_or_one_that_it_did_not_understand(
    an: Dialog,
) -> None:
    await an.say(MARRIAGE)

    for aside in ("cảm ơn", "asdkjh qwe", "ok"):
        await an.say(aside)
        assert (await an.say("phi bao nhieu")).splitlines()[1] == "Lệ phí", aside


async def test_it_follows_the_last_procedure_and_nothing_once_another_topic_began(
    an: Dialog,
) -> None:
    await an.say(MARRIAGE)
    await an.say("1.001193")
    assert "khai sinh" in await an.say("phi bao nhieu")
    await an.say("/hoso")

    assert MARRIAGE not in await an.say("phi bao nhieu")
    await an.say("/thongbao")
    assert "chưa tìm thấy thủ tục nào" in await an.say("phi bao nhieu")


@pytest.mark.parametrize("channel", Channel)
async def test_it_follows_on_every_channel(app: App, channel: Channel) -> None:
    asking = Dialog(app, "an", channel)
    await asking.say(MARRIAGE)

    assert (await asking.say("còn phí thì sao?")).splitlines()[1] == "Lệ phí"


async def test_it_lets_other_questions_go_their_way(an: Dialog) -> None:
    for typed, answered in ELSEWHERE:
        await an.say(MARRIAGE)

        reply = await an.say(typed)

        assert answered in reply, typed
        assert MARRIAGE not in reply.splitlines()[0], typed


async def test_it_takes_asking_on_for_nothing_before_a_procedure_was_shown(an: Dialog) -> None:
    assert "chưa tìm thấy thủ tục nào" in await an.say("phi bao nhieu")
    await an.say("khai sinh")
    assert "chưa tìm thấy thủ tục nào" in await an.say("phi bao nhieu")


async def test_it_stands_asking_on_that_is_typed_by_hand(app: App, an: Dialog) -> None:
    await import_all(app, a_procedure())

    assert "5.000 đồng" in await an.say("/thutuc ve 1.990001 phí bao nhiêu")
    assert "thả diều" in await an.say("/thutuc ve 1.990001")
    assert "Chưa có thủ tục mang mã 9.999999" in await an.say("/thutuc ve 9.999999 phí")
