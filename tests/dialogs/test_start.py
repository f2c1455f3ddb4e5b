import pytest

from cchc_bot.app import App
from tests.dialogs.dialog import Dialog


@pytest.mark.parametrize(
    "typed", ["/start", "/START", "xin chào", "Chao em!", "menu", "Xin chào ạ"]
)
async def test_it_greets_and_says_what_can_be_asked(an: Dialog, typed: str) -> None:
    reply = await an.say(typed)

    assert "trợ lý tự động" in reply
    assert "làm giấy khai sinh cần gì" in reply


@pytest.mark.parametrize("typed", ["", "   ", "🙏🙏🙏", "...", "\x00\x1b"])
async def test_it_answers_nothing_at_all_with_what_can_be_asked(an: Dialog, typed: str) -> None:
    assert "Ông/bà có thể hỏi" in await an.say(typed)


@pytest.mark.parametrize("typed", ["cảm ơn", "Cam on nhieu!", "ok", "thank you"])
async def test_it_takes_thanks_kindly(an: Dialog, typed: str) -> None:
    assert "rất vui" in await an.say(typed)


async def test_it_asks_for_a_shorter_message_when_it_is_too_long(an: Dialog) -> None:
    assert "viết gọn lại dưới 4.000 ký tự" in await an.say("a" * 10_000)


async def test_it_answers_in_english_once_asked_to(an: Dialog) -> None:
    await an.say("ngon ngu")
    assert "answers in English" in await an.press("English")
    assert "You can ask for" in await an.say("help")
    assert "welcome" in await an.say("thanks")


async def test_it_takes_what_stands_on_the_next_line_as_part_of_a_command(an: Dialog) -> None:
    assert "answers in English" in await an.say("/ngonngu\nen")


async def test_it_takes_a_number_for_the_button_that_stands_there(an: Dialog) -> None:
    await an.say("/ngonngu")
    assert "answers in English" in await an.say("2")


async def test_it_takes_a_command_addressed_to_it_in_a_group(an: Dialog) -> None:
    assert "Ông/bà có thể hỏi" in await an.say("/trogiup@cchc_bot", in_group=True)


async def test_it_keeps_the_language_of_each_person_apart(an: Dialog, binh: Dialog) -> None:
    await an.say("/ngonngu en")
    assert "trợ lý tự động" in await binh.say("/start")


async def test_it_says_in_its_greeting_whether_the_data_is_invented(
    an: Dialog, demo_app: App
) -> None:
    assert "trình diễn" not in await an.say("/start")
    assert "dữ liệu trình diễn, không có thật" in await Dialog(demo_app, "an").say("/start")


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Đang xử lý", "Còn "),
        ("đang trễ hẹn", "Đã quá hẹn"),
        ("Yêu cầu bổ sung giấy tờ", "Cần bổ sung: "),
    ],
)
async def test_it_offers_a_newcomer_dossiers_to_try(demo_app: App, label: str, said: str) -> None:
    newcomer = Dialog(demo_app, "an")
    await newcomer.say("/start")

    reply = await newcomer.press(label)

    assert said in reply
    assert "(Dữ liệu trình diễn, không có thật.)" in reply


async def test_it_offers_dossiers_to_try_to_those_whose_own_is_not_there(demo_app: App) -> None:
    newcomer = Dialog(demo_app, "an")

    reply = await newcomer.say("H31.16-260105-0042")

    assert "Chưa tìm thấy" in reply
    assert "bản dùng thử" in reply
    assert "Đã xử lý xong" in await newcomer.press("Đã xử lý xong")
