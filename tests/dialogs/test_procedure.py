import unicodedata

import pytest

from cchc_bot.app import App
from cchc_bot.domain.procedures import Procedure
from tests.builders import a_procedure, import_all
from tests.dialogs.dialog import Dialog

SECTIONS = ["Giấy tờ cần có", "Lệ phí", "Thời hạn", "Nơi nộp", "Các bước", "Căn cứ pháp lý"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("đăng ký kết hôn", "đăng ký kết hôn"),
        ("DANG KY KET HON", "đăng ký kết hôn"),
        (unicodedata.normalize("NFD", "đăng ký kết hôn"), "đăng ký kết hôn"),
        ("/thutuc dang ky ket hon", "đăng ký kết hôn"),
        ("cho em hỏi giấy độc thân với ạ", "tình trạng hôn nhân"),
        ("sang ten so do", "Đăng ký biến động quyền sử dụng đất"),
        ("1.001193", "đăng ký khai sinh"),
        ("thủ tục mã 1.001193.H26 ấy ạ", "đăng ký khai sinh"),
        ("/thutuc 1.001193", "đăng ký khai sinh"),
    ],
)
async def test_it_shows_the_card_of_what_is_plainly_asked(
    an: Dialog, typed: str, title: str
) -> None:
    reply = await an.say(typed)

    assert title in reply.splitlines()[0]
    assert "Giấy tờ cần có: " in reply
    assert an.labels == SECTIONS


async def test_it_fits_the_first_view_on_a_phone(app: App, an: Dialog) -> None:
    long = "dài lê thê " * 100
    await import_all(app, a_procedure(title=f"Thẻ {long}", fee=long, time_limit=long))

    reply = await an.say("1.990001")

    assert len(reply) < 900
    assert f"Tên đầy đủ: Thẻ {long}".strip() in await an.press("Căn cứ pháp lý")
    assert long.strip() in await an.press("Lệ phí")


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("đăng ký kết hôn cần gì", "Giấy tờ cần có"),
        ("lam giay khai sinh can gi", "Giấy tờ cần có"),
        ("đăng ký kết hôn hết bao nhiêu tiền", "Lệ phí"),
        ("làm lại cccd phí bao nhiêu", "Lệ phí"),
        ("dang ky ket hon mat may ngay", "Thời hạn"),
        ("đăng ký kết hôn nộp ở đâu", "Nơi nộp"),
        ("các bước đăng ký kết hôn", "Các bước"),
        ("1.001193 mất bao lâu", "Thời hạn"),
    ],
)
async def test_it_answers_first_what_was_asked_of_a_procedure(
    an: Dialog, typed: str, heading: str
) -> None:
    reply = await an.say(typed)

    assert reply.splitlines()[1] == heading


async def test_it_opens_each_section_in_place(app: App, an: Dialog) -> None:
    await import_all(app, a_procedure())
    await an.say("1.990001")
    assert not an.reply.is_page

    papers = await an.press("Giấy tờ cần có")
    assert an.reply.is_page
    assert "1. Đơn theo mẫu (1 bản chính)\n2. Ảnh con diều\nSố bộ hồ sơ: 1 bộ" in papers
    assert "5.000 đồng" in await an.press("Lệ phí")
    assert "3 ngày làm việc" in await an.press("Thời hạn")
    place = await an.press("Nơi nộp")
    assert "bộ phận một cửa" in place
    assert "dichvucong.gov.vn" in place
    assert "bưu điện" not in place
    assert "1. Nộp đơn.\n2. Nhận thẻ." in await an.press("Các bước")
    assert "• Luật Thả diều 1/2025/QH" in await an.press("Căn cứ")
    overview = await an.press("Tóm tắt")
    assert "Cấp thẻ cho người thả diều." in overview
    assert overview.splitlines()[-1] == (
        "Mã thủ tục 1.990001. Nguồn: Sổ tay bịa đặt, ngày 23/01/2026."
    )


async def test_it_never_takes_a_blank_for_free(app: App, an: Dialog) -> None:
    await import_all(app, Procedure("1.990001", "Thả diều"))

    card = await an.say("1.990001")
    assert "Lệ phí: nguồn dữ liệu chưa nêu" in card
    assert "Thời hạn: nguồn dữ liệu chưa nêu" in card
    for section in SECTIONS:
        reply = await an.press(section)
        assert "Nguồn dữ liệu chưa nêu" in reply
        assert "xin ông/bà hỏi bộ phận một cửa" in reply
        await an.press("Tóm tắt")


async def test_it_asks_which_one_is_meant(an: Dialog) -> None:
    reply = await an.say("khai sinh cần gì")

    assert "thủ tục nào" in reply
    assert 3 <= len(an.labels) <= 6
    assert len(set(an.labels)) == len(an.labels)
    assert all(len(label) <= 60 for label in an.labels)
    assert an.labels[0] == "Đăng ký khai sinh"
    # What was asked is not forgotten over the question back.
    assert "Giấy tờ cần có\n1. " in await an.press("Đăng ký khai sinh")


async def test_it_tells_procedures_of_one_title_apart(app: App, an: Dialog) -> None:
    await import_all(
        app,
        a_procedure("1.990001", level="Cấp xã"),
        a_procedure("1.990002", level="Cấp tỉnh"),
        a_procedure("1.990003", level="Cấp tỉnh", decision="1/QĐ-UBND"),
    )

    await an.say("cấp thẻ thả diều")

    assert an.labels[:-1] == ["Cấp thẻ thả diều (cấp xã)", "Cấp thẻ thả diều (cấp tỉnh)"]


async def test_it_helps_on_when_none_of_them_is_meant(an: Dialog) -> None:
    await an.say("khai sinh")

    reply = await an.press("Không phải")

    assert "bằng lời khác" in reply
    assert "bộ phận một cửa" in reply
    assert "Hộ tịch" in (await an.press("lĩnh vực"), *an.labels)


@pytest.mark.parametrize("typed", ["asdkjh qwe", "hôm nay ăn gì", "thời tiết"])
async def test_it_says_what_can_be_asked_when_it_finds_nothing(an: Dialog, typed: str) -> None:
    reply = await an.say(typed)

    assert "chưa tìm thấy thủ tục nào" in reply
    assert "Ông/bà có thể hỏi" in reply
    assert an.labels == ["Xem các lĩnh vực"]
    assert "Chưa tìm thấy thủ tục như ông/bà hỏi" in await an.say(f"/thutuc {typed}")


@pytest.mark.parametrize("typed", ["9.999999", "/thutuc 9.999999", "/thutuc 9.999999 fee"])
async def test_it_says_when_there_is_no_such_code(an: Dialog, typed: str) -> None:
    assert "Chưa có thủ tục mang mã 9.999999" in await an.say(typed)


async def test_it_passes_markup_on_as_words(app: App, an: Dialog) -> None:
    await import_all(app, a_procedure(title="Thả <b>diều</b> & *sáo* {0}"))

    assert "Thả <b>diều</b> & *sáo* {0}" in await an.say("1.990001")
    assert "chưa tìm thấy" in await an.say("<script>alert('{x}')</script> *_`")


async def test_it_answers_in_english(an: Dialog) -> None:
    await an.say("/ngonngu en")

    assert "Papers needed: " in await an.say("đăng ký kết hôn")
    assert "Fee\n" in await an.press("Fee")
