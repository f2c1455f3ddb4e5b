"""What is said to those who ask for a dossier without a code, or with a wrong one."""

import pytest

from cchc_bot.app import App
from tests.builders import a_dossier
from tests.dialogs.dialog import Dialog
from tests.dialogs.test_dossier import CODE, keep

NO_CODE = "chưa phải là mã hồ sơ"


@pytest.mark.parametrize(
    "typed",
    [
        "/hoso",
        "tra cứu hồ sơ",
        "xem ho so",
        "Hồ sơ của tôi",
        "hồ sơ nhà tôi tới đâu rồi ạ",
        "hồ sơ làm lâu quá, quá hẹn mà chưa thấy trả",
        "where is my dossier?",
    ],
)
async def test_it_asks_for_the_code_and_says_where_it_stands(an: Dialog, typed: str) -> None:
    reply = await an.say(typed)

    assert "Xin ông/bà gửi mã hồ sơ" in reply
    assert "giấy hẹn" in reply


async def test_it_takes_the_next_message_for_the_code(app: App, an: Dialog) -> None:
    await keep(app, a_dossier(CODE))
    await an.say("/hoso")

    assert f"Hồ sơ {CODE}" in await an.say("dạ mã là h31 16 260105 0042 ạ")


@pytest.mark.parametrize(
    "typed", ["H31-240528-001", "DK-2026-888", "0912345678", "42", "so 260105 0042"]
)
async def test_it_explains_what_a_code_looks_like(app: App, an: Dialog, typed: str) -> None:
    await keep(app, a_dossier(CODE))
    await an.say("/hoso")

    reply = await an.say(typed)

    assert NO_CODE in reply
    assert "H99.11-260105-0042 (mẫu mới) hoặc 000.00.11.H99-260105-0042 (mẫu cũ)" in reply
    assert f"Hồ sơ {CODE}" in await an.say(CODE)


@pytest.mark.parametrize("typed", ["/hoso xin chào", "xem giùm mã H31.16-260105-42"])
async def test_it_explains_a_code_that_fails_without_having_been_asked_for(
    an: Dialog, typed: str
) -> None:
    assert NO_CODE in await an.say(typed)


@pytest.mark.parametrize(
    "typed", ["lam giay khai sinh can gi", "làm khai sinh cho 2 con cần gì", "xin chào"]
)
async def test_it_lets_go_when_the_answer_is_about_something_else(an: Dialog, typed: str) -> None:
    await an.say("/hoso")

    reply = await an.say(typed)

    assert NO_CODE not in reply
    assert "mã hồ sơ." not in reply.splitlines()[0]


async def test_it_names_a_day_that_does_not_exist(an: Dialog) -> None:
    reply = await an.say("xem giup h31.16 260231 0001 voi")

    assert "sáu số 260231 không phải là một ngày có thật" in reply
    assert "năm, tháng, ngày" in reply


@pytest.mark.parametrize(
    ("typed", "code"), [("1.001193", "1.001193"), ("1.000948.H38", "1.000948")]
)
async def test_it_tells_the_code_of_a_procedure_from_that_of_a_dossier(
    an: Dialog, typed: str, code: str
) -> None:
    await an.say("/hoso")

    assert f"{code} là mã của một thủ tục" in await an.say(typed)
    assert [button.action for button in an.reply.buttons] == [f"/thutuc {code}"]


async def test_it_says_what_to_do_about_a_code_that_it_does_not_know(app: App, an: Dialog) -> None:
    await keep(app, a_dossier(CODE))

    reply = await an.say("H31.16-260105-0043")

    assert "Chưa tìm thấy hồ sơ H31.16-260105-0043" in reply
    assert "bộ phận một cửa" in reply
    assert "0042" not in reply
    assert an.reply.buttons == ()
    assert f"Hồ sơ {CODE}" in await an.say(CODE)
