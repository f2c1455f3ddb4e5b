import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.app.files import DATA
from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.matches import Decision
from cchc_bot.domain.procedures import ProcedureEntry, Section
from cchc_bot.search.finder import ProcedureFinder
from cchc_bot.search.folding import fold
from cchc_bot.sources.everyday_words import read_everyday_words
from cchc_bot.sources.procedures import read_shipped

WORDS = read_everyday_words(DATA)
SHIPPED = read_shipped(DATA / "procedures")
FINDER = ProcedureFinder(SHIPPED, WORDS)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("lam giay khai sinh can gi", "1.001193"),
        ("Làm giấy khai sinh cần gì ạ?", "1.001193"),
        ("làm gks", "1.001193"),
        ("dang ky ket hon", "1.000894"),
        ("dk kết hôn cần những giấy tờ gì", "1.000894"),
        ("dangkykethon", "1.000894"),
        ("đăng kí kết hôn", "1.000894"),
        ("lam lai cccd bi mat", "1.116410"),
        ("làm lại cccd phí bao nhiêu", "1.116410"),
        ("sang ten so do", "1.013831"),
        ("giay doc than", "1.004873"),
        ("xin giấy xác nhận độc thân", "1.004873"),
        ("nhap ho khau", "1.004222"),
        ("dang ky thuong truu", "1.004222"),
        ("cho em hỏi thủ tục nhập hộ khẩu với ạ", "1.004222"),
        ("đăng ký tạm trú nộp ở đâu", "1.004194"),
        ("xác định mức độ khuyết tật mất bao nhiêu ngày", "1.001699"),
        ("1.001193", "1.001193"),
        ("thủ tục 1.001193.000.00.00.H26 là gì", "1.001193"),
    ],
)
def test_search_is_sure_of_what_is_plainly_asked(question: str, code: str) -> None:
    found = FINDER.search(question)

    assert found.matches[0].entry.code == code
    assert found.decision is Decision.ANSWER


@pytest.mark.parametrize(
    "question",
    [
        "",
        "asdkjh qwe",
        "hôm nay ăn gì",
        "thời tiết",
        "thời tiết hôm nay thế nào",
        "giá vàng hôm nay bao nhiêu",
        "cần gì",
        "🙏🙏",
        "2 + 2",
        "công thức nấu phở bò",
    ],
)
def test_search_knows_what_is_no_procedure(question: str) -> None:
    assert FINDER.search(question).decision is Decision.NONE


@pytest.mark.parametrize("question", ["khai sinh", "đất đai", "chứng thực", "dang ky cho con"])
def test_search_asks_back_where_several_are_close(question: str) -> None:
    found = FINDER.search(question)

    assert found.decision is Decision.CLARIFY
    assert len(found.matches) > 1


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("kết hôn cần giấy tờ gì", Section.PAPERS),
        ("ket hon can gi", Section.PAPERS),
        ("lệ phí kết hôn bao nhiêu", Section.FEE),
        ("kết hôn hết bao nhiêu tiền", Section.FEE),
        ("kết hôn mất mấy ngày", Section.TIME),
        ("ket hon bao lau co ket qua", Section.TIME),
        ("kết hôn nộp ở đâu", Section.PLACE),
        ("kết hôn làm online được không", Section.PLACE),
        ("kết hôn gồm những bước nào", Section.STEPS),
        ("căn cứ pháp lý của kết hôn", Section.BASIS),
        ("ai được kết hôn", Section.OVERVIEW),
        ("kết hôn", None),
    ],
)
def test_search_hears_what_is_asked_of_a_procedure(question: str, section: Section | None) -> None:
    assert FINDER.search(question).section is section


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.code)
def test_search_finds_every_title_first_also_without_diacritics(entry: ProcedureEntry) -> None:
    same = {each.code for each in SHIPPED if fold(each.title) == fold(entry.title)}

    for question in (entry.title, fold(entry.title)):
        assert FINDER.search(question).matches[0].entry.code in same


@pytest.mark.parametrize("entry", SHIPPED, ids=lambda entry: entry.code)
def test_search_finds_every_everyday_name(entry: ProcedureEntry) -> None:
    for name in entry.everyday_names:
        best = [match.entry.code for match in FINDER.search(name).matches[:3]]
        assert entry.code in best, name


def test_search_shows_the_ministrys_procedure_and_not_the_provinces_copies() -> None:
    ministry = ProcedureEntry("1.990001", "Cấp thẻ thả diều", decision="1/QĐ-BTD")
    copies = [
        ProcedureEntry(f"1.99001{n}", "Cấp thẻ thả diều", decision=f"{n}/QĐ-UBND") for n in range(5)
    ]
    finder = ProcedureFinder([*copies, ministry], WORDS)

    found = finder.search("thả diều")

    assert [match.entry for match in found.matches] == [ministry]
    assert finder.search("1.990013").matches[0].entry == copies[3]


def test_search_prefers_the_commune_where_nothing_else_decides() -> None:
    levels = ["Cấp Tỉnh", "Cấp Xã", "Cấp Bộ/Trung ương"]
    entries = [
        ProcedureEntry(f"1.99000{n}", "Cấp thẻ thả diều", level=level)
        for n, level in enumerate(levels)
    ]

    found = ProcedureFinder(entries, WORDS).search("cấp thẻ thả diều")

    assert found.matches[0].entry.level == "Cấp Xã"
    assert found.decision is Decision.CLARIFY


def test_search_of_an_empty_catalogue_finds_nothing() -> None:
    assert ProcedureFinder([], WORDS).search("khai sinh").decision is Decision.NONE


def test_an_office_can_add_its_own_words() -> None:
    entry = ProcedureEntry("1.990001", "Cấp thẻ thả diều")
    words = EverydayWords(short={"tg": "thẻ gió"}, says={"thẻ gió": ("thả diều",)})

    finder = ProcedureFinder([entry], words)

    assert finder.search("lam tg").matches[0].entry == entry


@given(st.text(max_size=80))
def test_search_never_stumbles_over_what_people_type(text: str) -> None:
    found = FINDER.search(text)

    assert all(0 <= match.score <= 1 for match in found.matches)
