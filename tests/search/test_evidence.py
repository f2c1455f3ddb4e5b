"""What decides between procedures, and what a search makes of no question at all."""

from time import perf_counter

import pytest

from cchc_bot.app.files import DATA
from cchc_bot.app.search import build_finder
from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.matches import Decision
from cchc_bot.domain.procedures import ProcedureEntry, Section
from cchc_bot.search.finder import ProcedureFinder
from cchc_bot.sources.procedures import read_shipped

FINDER = build_finder(read_shipped(DATA / "procedures"))
LONGEST_WAIT = 0.25  # seconds; a search takes a thousandth of one, a busy machine far longer


@pytest.mark.parametrize(
    ("question", "title", "other_question", "other_title"),
    [
        ("thuế đất", "Khai; miễn, giảm thuế sử dụng đất", "thuê đất", "Giao đất, cho thuê đất"),
        ("thuế nhà", "Khai thuế đối với hộ", "thuê nhà", "Khai báo tạm trú"),
    ],
)
def test_diacritics_alone_change_what_comes_first(
    question: str, title: str, other_question: str, other_title: str
) -> None:
    assert FINDER.search(question).matches[0].entry.title.startswith(title)
    assert FINDER.search(other_question).matches[0].entry.title.startswith(other_title)


@pytest.mark.parametrize(
    ("one", "other", "bare"),
    [
        ("Cấp bản sao chứng tử", "Cấp bản sao chứng từ", "cap ban sao chung tu"),
        ("Xác nhận hộ", "Xác nhận hỗ", "xac nhan ho"),
        ("Đăng ký căn", "Đăng ký cần", "dang ky can"),
    ],
)
def test_diacritics_are_evidence_where_they_are_typed(one: str, other: str, bare: str) -> None:
    entries = [ProcedureEntry("1.990001", one), ProcedureEntry("1.990002", other)]
    finder = ProcedureFinder(entries, EverydayWords())

    assert finder.search(one).matches[0].entry.title == one
    assert finder.search(other).matches[0].entry.title == other
    first, second = finder.search(bare).matches
    assert first.score == second.score


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("ddawng kys keets hoon", "1.000894"),
        ("dang9 ky1 ket61 hon6", "1.000894"),
        ("dangkykethon", "1.000894"),
        ("dang kykethon", "1.000894"),
        ("đk kết hôn vs vk e", "1.000894"),
        ("e mún đk kết hôn dc hok", "1.000894"),
        ("dk khai sinh cho con ntn z ad", "1.001193"),
        ("dnag ky ket hno", "1.000894"),
        ("dangg kyy kett honn", "1.000894"),
        ("dang ky ket hn", "1.000894"),
        ("đăng ký kết hôn chứ không phải khai sinh", "1.000894"),
        ("làm giấy khai sinh chứ ko phải kết hôn", "1.001193"),
        ("khai sinh chu k phai khai tu", "1.001193"),
    ],
)
def test_the_first_match_is_what_was_meant(question: str, code: str) -> None:
    assert FINDER.search(question).matches[0].entry.code == code


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("đăng ký kết hôn và làm hộ chiếu", {"1.000894", "1.001456"}),
        ("đăng ký khai sinh, còn đăng ký tạm trú thì sao", {"1.001193", "1.004194"}),
        ("dang ky ket hon; dang ky tam tru", {"1.000894", "1.004194"}),
    ],
)
def test_of_two_wishes_it_asks_which_comes_first(question: str, codes: set[str]) -> None:
    found = FINDER.search(question)

    assert found.decision is Decision.CLARIFY
    assert {match.entry.code for match in found.matches[:2]} == codes


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("1.001193", None),
        ("1.001193.H38", None),
        ("1.001193.h38", None),
        ("1.001193.000.00.00.H26", None),
        ("thủ tục 1.001193.000.00.00.H26 phí bao nhiêu", Section.FEE),
        ("ma 1.001193, mấy ngày có", Section.TIME),
    ],
)
def test_a_code_is_a_sure_answer(question: str, section: Section | None) -> None:
    found = FINDER.search(question)

    assert found.decision is Decision.ANSWER
    assert [match.entry.code for match in found.matches] == ["1.001193"]
    assert found.section is section


@pytest.mark.parametrize("question", ["1.999999", "1.99", "0.000000"])
def test_a_code_that_nobody_has_is_found_nowhere(question: str) -> None:
    assert FINDER.search(question).decision is Decision.NONE


@pytest.mark.parametrize(
    "question",
    [
        "", " ", "\n", "\x00", "123456", "1234", "0987654321", "12 34 56", "?!", "🙏🙏🙏", "❤️",
        "làm gì ạ", "cho em hỏi với ạ", "dạ vâng ạ", "a" * 10_000, "ạ" * 10_000, "a " * 5_000,
        "1" * 10_000, "?" * 10_000, "\u0301" * 10_000,
    ],
    ids=lambda question: repr(question[:12]),
)  # fmt: skip
def test_no_question_gets_no_procedure_and_no_wait(question: str) -> None:
    start = perf_counter()
    found = FINDER.search(question)

    assert found.decision is Decision.NONE
    assert perf_counter() - start < LONGEST_WAIT


def test_a_long_story_is_read_from_its_end() -> None:
    story = f"{'Nhà em ở quê, trời mưa suốt. ' * 300}Nay em muốn đăng ký kết hôn"

    start = perf_counter()
    found = FINDER.search(story)

    assert "1.000894" in [match.entry.code for match in found.matches[:3]]
    assert perf_counter() - start < LONGEST_WAIT
