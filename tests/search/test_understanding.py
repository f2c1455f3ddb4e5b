import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.procedures import Section
from cchc_bot.search.spelling import Speller
from cchc_bot.search.understanding import Reader, terms_of

WORDS = EverydayWords(
    short={"đk": "đăng ký", "gks": "giấy khai sinh", "vk": "vợ", "ko": "không", "cmnd": "căn cước"},
    says={
        "sổ đỏ": ("giấy chứng nhận quyền sử dụng đất",),
        "hộ khẩu": ("thường trú", "cư trú"),
        "giấy hộ khẩu": ("xác nhận cư trú",),
    },
    elsewhere=frozenset({"thời tiết", "giá vàng"}),
)
READER = Reader(WORDS, Speller({}, lambda *_: False))


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Đăng ký KẾT HÔN!", "dang ky ket hon"),
        ("đk kết hôn", "dang ky ket hon"),
        ("gks cho vk", "giay khai sinh cho vo"),
        ("làm cmnd", "lam can cuoc"),
        ("đăng kí", "dang ky"),
        ("🙏", ""),
    ],
)
def test_a_question_is_read_with_its_abbreviations_spelled_out(question: str, read: str) -> None:
    assert " ".join(READER.read(question).syllables) == read


@pytest.mark.parametrize(
    "question",
    [
        "kết hôn chứ không phải khai sinh",
        "kết hôn chứ ko phải khai sinh",
        "ket hon chu khong phai khai sinh",
        "kết hôn chứ không phải là khai sinh",
        "kết hôn, đừng nhầm với khai sinh",
        "kết hôn đừng nhầm sang khai sinh nhé",
    ],
)
def test_what_is_not_meant_is_not_read(question: str) -> None:
    words = READER.read(question).syllables

    assert words[:2] == ("ket", "hon")
    assert "sinh" not in words


def test_only_what_is_said_not_to_be_meant_is_left_out() -> None:
    question = "không phải khai sinh chứ không phải kết hôn lần một hai ba rồi khai tử"

    words = READER.read(question).syllables

    assert words[:4] == ("khong", "phai", "khai", "sinh")
    assert words[-2:] == ("khai", "tu")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("sang tên sổ đỏ", [("giay chung nhan quyen su dung dat", 1)]),
        ("so do", [("giay chung nhan quyen su dung dat", 1)]),
        ("nhập hộ khẩu", [("thuong tru", 2), ("cu tru", 2)]),
        ("giấy hộ khẩu", [("xac nhan cu tru", 1), ("thuong tru", 2), ("cu tru", 2)]),
        ("sổ đen", []),
    ],
)
def test_everyday_words_stand_for_official_ones(
    question: str, meant: list[tuple[str, int]]
) -> None:
    found = [(" ".join(phrase), rivals) for phrase, rivals in READER.read(question).meant]

    assert found == meant


def test_only_marked_syllables_are_evidence() -> None:
    marks = READER.read("dang ký hộ").marks

    assert [bare for bare, _ in marks] == ["ky", "ho"]


@pytest.mark.parametrize(
    ("question", "is_elsewhere"),
    [("thời tiết mai ra sao", True), ("gia vang hom nay", True), ("giá đất", False)],
)
def test_what_no_office_settles_is_known(question: str, is_elsewhere: bool) -> None:
    assert READER.read(question).is_elsewhere is is_elsewhere


@pytest.mark.parametrize(
    ("question", "section", "rest"),
    [
        ("kết hôn cần những giấy tờ gì", Section.PAPERS, "ket hon"),
        ("bao nhiêu ngày có kết hôn", Section.TIME, "co ket hon"),
        ("lệ phí kết hôn", Section.FEE, "le phi ket hon"),  # short ones may be part of a name
        ("kết hôn", None, "ket hon"),
    ],
)
def test_what_is_asked_of_a_procedure_is_put_aside(
    question: str, section: Section | None, rest: str
) -> None:
    understood = READER.read(question)

    assert understood.section is section
    assert " ".join(understood.syllables) == rest


def test_terms_are_syllables_and_neighbours() -> None:
    assert terms_of(("dang", "ky", "ket")) == {"dang", "ky", "ket", "dang ky", "ky ket"}
    assert terms_of(()) == frozenset()


@given(st.text(max_size=100))
def test_reading_never_stumbles(text: str) -> None:
    understood = READER.read(text)

    assert all(part.isalnum() and part.isascii() for part in understood.syllables)
