import asyncio
from datetime import date

import pytest

from cchc_bot.app import App
from cchc_bot.domain.dossiers import Dossier, DossierStatus
from cchc_bot.storage.dossiers import SqlDossiers
from cchc_bot.storage.units import SqlUnits
from tests.builders import a_dossier
from tests.dialogs.dialog import Dialog

CODE = "H31.16-260105-0042"


async def keep(app: App, *dossiers: Dossier) -> None:
    """Make these the dossiers of the province of builders.a_dossier."""
    await SqlUnits(app.database).save([dossier.unit for dossier in dossiers])
    await SqlDossiers(app.database).replace_province("H31", dossiers)


@pytest.mark.parametrize(
    ("status", "meaning", "step"),
    [
        ("registered", "Mới đăng ký (đã gửi trên mạng", "chờ tin báo, chưa phải làm gì"),
        ("received", "Được tiếp nhận (cơ quan đã nhận", "giữ giấy hẹn và chờ đến ngày hẹn"),
        ("not_accepted", "Không được tiếp nhận (cơ quan trả lại", "lý do ghi trên phiếu từ chối"),
        ("in_progress", "Đang xử lý (cán bộ đang giải quyết)", "mang giấy hẹn đến nhận kết quả"),
        ("papers_missing", "Yêu cầu bổ sung giấy tờ (hồ sơ còn thiếu", "không tính vào hạn"),
        ("payment_due", "nghĩa vụ tài chính (còn một khoản phải nộp)", "giữ biên lai"),
        ("withdrawn", "Công dân yêu cầu rút hồ sơ (hồ sơ được rút lại", "nhận lại giấy tờ"),
        ("stopped", "Dừng xử lý (cơ quan không giải quyết tiếp", "lý do ghi trong thông báo dừng"),
        ("done", "Đã xử lý xong (kết quả đã có", "đến bộ phận một cửa nhận kết quả"),
        ("returned", "Đã trả kết quả (kết quả đã giao", "Hồ sơ đã xong"),
    ],
)
async def test_it_says_in_plain_words_how_far_a_dossier_is_and_what_comes_next(
    app: App, an: Dialog, status: str, meaning: str, step: str
) -> None:
    await keep(app, a_dossier(CODE, DossierStatus(status)))

    reply = await an.say(CODE)

    assert reply.startswith(
        f"Hồ sơ {CODE}\nVề việc: Thủ tục đăng ký giám hộ\nNơi giải quyết: UBND xã Mẫu\n"
    )
    assert f"Tình trạng: {meaning}" in reply or f"Yêu cầu thực hiện {meaning}" in reply
    assert step in reply.partition("Tiếp theo: ")[2]
    assert "quá hẹn" not in reply
    assert "trình diễn" not in reply


@pytest.mark.parametrize(
    ("status", "due", "finished", "said"),
    [
        ("in_progress", 26, None, "Còn 3 ngày nữa đến hẹn"),
        ("received", 23, None, "Hôm nay là ngày hẹn"),
        ("in_progress", 20, None, "quá hẹn 3 ngày. Chúng tôi thành thật xin lỗi"),
        ("done", 20, 18, "sớm hơn hẹn 2 ngày"),
        ("returned", 20, 20, "đúng ngày hẹn"),
        ("done", 10, 12, "muộn hơn hẹn 2 ngày. Chúng tôi thành thật xin lỗi"),
    ],
)
async def test_it_says_how_early_or_late_a_dossier_is(
    app: App, an: Dialog, status: str, due: int, finished: int | None, said: str
) -> None:
    finished_on = date(2026, 1, finished) if finished else None
    await keep(app, a_dossier(CODE, DossierStatus(status), date(2026, 1, due), finished_on))

    assert said in await an.say(CODE)


async def test_it_tells_whose_dossier_is_late_what_they_can_ask_for(app: App, an: Dialog) -> None:
    await keep(app, a_dossier(CODE, due_on=date(2026, 1, 20)))

    reply = await an.say(CODE)

    assert "lý do chậm và ngày hẹn mới" in reply
    assert "Đến ngày hẹn" not in reply


async def test_it_gives_the_dates_of_the_receipt(app: App, an: Dialog) -> None:
    await keep(app, a_dossier(CODE, due_on=date(2026, 1, 26)))

    reply = await an.say(CODE)

    assert "Nhận lúc: 08:15, 05/01/2026" in reply
    assert "Hẹn trả kết quả: 26/01/2026" in reply


async def test_it_gives_no_due_date_where_no_result_will_come(app: App, an: Dialog) -> None:
    await keep(app, a_dossier(CODE, DossierStatus.STOPPED, finished_on=date(2026, 1, 19)))

    reply = await an.say(CODE)

    assert "Kết thúc: 19/01/2026" in reply
    assert "ẹn trả" not in reply


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (DossierStatus.PAPERS_MISSING, "Cần bổ sung: Văn bản cử người giám hộ"),
        (DossierStatus.PAYMENT_DUE, "Khoản cần nộp: Văn bản cử người giám hộ"),
    ],
)
async def test_it_says_what_the_office_waits_for(
    app: App, an: Dialog, status: DossierStatus, said: str
) -> None:
    await keep(app, a_dossier(CODE, status, missing="Văn bản cử người giám hộ"))

    reply = await an.say(CODE)

    assert said in reply
    assert "Ngày hẹn ghi lúc nhận: 26/01/2026" in reply


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        "/hoso h31.16-260105-0042",
        "cho tôi hỏi hồ sơ h31 16 260105 0042 đến đâu rồi ạ?",
        "000.00.16.H31-260105-0042",
        "000 00 16 h31–260105—0042",
        "/HOSO@cchc_bot (H31.16-260105-0042).",
    ],
)
async def test_it_finds_a_dossier_however_its_code_is_typed(
    app: App, an: Dialog, typed: str
) -> None:
    await keep(app, a_dossier(CODE))

    assert f"Hồ sơ {CODE}" in await an.say(typed)


async def test_it_leads_from_a_dossier_to_its_procedure_and_to_the_next_one(
    app: App, an: Dialog
) -> None:
    await keep(app, a_dossier(CODE))
    await an.say(CODE)

    assert [button.action for button in an.reply.buttons] == ["/thutuc 1.004837", "/hoso"]
    assert "Xin ông/bà gửi mã hồ sơ" in await an.press("hồ sơ khác")


async def test_it_offers_no_procedure_where_a_dossier_names_none(app: App, an: Dialog) -> None:
    await keep(app, a_dossier(CODE, procedure_code=""))
    await an.say(CODE)

    assert an.labels == ["Xem hồ sơ khác"]


async def test_it_shows_a_dossier_only_where_nobody_reads_along(app: App, an: Dialog) -> None:
    await keep(app, a_dossier(CODE))

    reply = await an.say(f"xem giúp {CODE}", in_group=True)

    assert "nói chuyện riêng" in reply
    assert "giám hộ" not in reply


async def test_it_never_mixes_up_the_dossiers_of_two_people(app: App) -> None:
    codes = [f"H31.16-260105-{number:04}" for number in range(1, 21)]
    await keep(app, *(a_dossier(code, procedure_title=f"Việc {code}") for code in codes))
    people = [Dialog(app, f"person {code}") for code in codes]
    await asyncio.gather(*(person.say("/hoso") for person in people))

    replies = await asyncio.gather(
        *(person.say(code) for person, code in zip(people, codes, strict=True))
    )

    for code, reply in zip(codes, replies, strict=True):
        assert f"Về việc: Việc {code}" in reply
        assert not any(other in reply for other in codes if other != code)


async def test_it_tells_of_a_dossier_in_english(app: App, an: Dialog) -> None:
    await keep(app, a_dossier(CODE, due_on=date(2026, 1, 20)))
    await an.say("/ngonngu en")

    reply = await an.say(CODE)

    assert "Status: In progress (an official is working on it)" in reply
    assert "Days past the promised date: 3. We are truly sorry." in reply
