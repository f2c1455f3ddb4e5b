import pytest

from cchc_bot.app import App
from cchc_bot.storage.feedback import SqlFeedback
from tests.dialogs.dialog import Dialog

TEXT = "Tôi muốn tố cáo việc thu tiền không biên lai"


async def count_kept(app: App) -> int:
    return await SqlFeedback(app.database).count()


@pytest.mark.parametrize(
    "text", [TEXT, "toi khieu nai quyet dinh phat", "Tôi sẽ KHỞI KIỆN ra tòa", "my complaint is"]
)
async def test_it_asks_back_where_a_text_speaks_of_a_complaint(
    an: Dialog, app: App, text: str
) -> None:
    await an.say("/gopy")

    assert "chưa gửi gì đi" in await an.say(text)
    assert an.labels == ["Đây là góp ý", "Tôi muốn khiếu nại, tố cáo"]
    assert await count_kept(app) == 0


@pytest.mark.parametrize("text", ["Điều kiện chờ rất tốt", "Tốc độ cáo bạch chậm"])
async def test_it_does_not_see_a_complaint_in_other_words(an: Dialog, text: str) -> None:
    await an.say("/gopy")

    assert "Đã nhận" in await an.say(text)


async def test_it_sends_what_its_writer_calls_feedback_in_the_kind_chosen(
    an: Dialog, app: App
) -> None:
    await an.say("/gopy")
    await an.press("cán bộ")
    await an.say(TEXT)

    sent = await an.press("Đây là góp ý")

    assert "Đã nhận" in sent
    shown = await an.say(sent.split("Mã góp ý: ")[1][:12])
    assert TEXT in shown
    assert "cách làm việc của cán bộ" in shown
    assert await count_kept(app) == 1


async def test_it_tells_where_complaints_belong_and_drops_the_text(an: Dialog, app: App) -> None:
    await an.say("/gopy")
    await an.say(TEXT)

    told = await an.press("Tôi muốn khiếu nại")

    assert "bộ phận một cửa" in told
    assert "tiếp công dân" in told
    assert "không được gửi cho cơ quan" in told
    assert "Không có góp ý nào đang chờ gửi" in await an.say("/gopy gui-di")
    assert await count_kept(app) == 0


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("day la gop y", "Đã nhận"),
        ("tố cáo", "bộ phận một cửa"),
        ("thôi", "không gửi gì cả"),
        ("1", "Đã nhận"),
        ("2", "bộ phận một cửa"),
        ("gì cơ?", "Ông/bà có thể hỏi"),
    ],
)
async def test_it_understands_an_answer_that_is_typed(an: Dialog, typed: str, answer: str) -> None:
    await an.say("/gopy")
    await an.say(TEXT)

    assert answer in await an.say(typed)


async def test_it_sends_nobody_elses_text(an: Dialog, binh: Dialog, app: App) -> None:
    await an.say("/gopy")
    await an.say(TEXT)

    assert "Không có góp ý nào đang chờ gửi" in await binh.say("/gopy gui-di")
    assert "không được gửi" in await binh.say("/gopy khieu-nai")
    assert "Đã nhận" in await an.press("Đây là góp ý")
    assert await count_kept(app) == 1
