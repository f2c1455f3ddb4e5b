import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.search.spelling import Speller

COUNTS = {
    "dang": 90, "ky": 90, "ket": 20, "hon": 30, "khai": 40, "sinh": 30, "giay": 60, "chung": 80,
    "nhan": 80, "cap": 70, "lai": 40, "by": 5, "mat": 9, "thuong": 10, "tru": 15, "tam": 8,
    "kinh": 9, "doanh": 9, "nghieng": 1,
}  # fmt: skip
PAIRS = {("ket", "hon"), ("khai", "sinh"), ("dang", "ky"), ("thuong", "tru"), ("tam", "tru")}
SPELLER = Speller(COUNTS, lambda first, second: (first, second) in PAIRS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dang ky ket hon", "dang ky ket hon"),
        ("dangkykethon", "dang ky ket hon"),
        ("kethon", "ket hon"),
        ("dang kykethon", "dang ky ket hon"),
        ("giaykhaisinh bimat", "giay khai sinh by mat"),  # bị is kept as "by", typed as "bi"
        ("dang ki", "dang ki"),  # read by folding before it comes here
        ("dnag ky", "dang ky"),  # swapped
        ("dangg kyy", "dang ky"),  # doubled
        ("dag ky", "dang ky"),  # missing
        ("kett hon", "ket hon"),
        ("khai snih", "khai sinh"),
        ("thuong truu", "thuong tru"),
        ("giay chugn nhan", "giay chung nhan"),
        ("ddawng kys keets hoon", "dang ky ket hon"),
        ("dang9 ky1 ke6t1 hon6", "dang ky ket hon"),
        ("qwrtpl", "qwrtpl"),  # nothing is near
        ("2024", "2024"),
        ("", ""),
    ],
)
def test_mend(typed: str, meant: str) -> None:
    assert " ".join(SPELLER.mend(typed.split())) == meant


def test_the_neighbours_decide_between_words_that_are_as_near() -> None:
    speller = Speller(
        {"hon": 10, "han": 10, "ket": 5, "thoi": 5},
        lambda first, second: (first, second) in {("ket", "hon"), ("thoi", "han")},
    )

    assert speller.mend(["ket", "hin"]) == ["ket", "hon"]
    assert speller.mend(["thoi", "hin"]) == ["thoi", "han"]


@given(st.lists(st.sampled_from(sorted(COUNTS)), max_size=8))
def test_what_is_known_stays_as_it_is(words: list[str]) -> None:
    assert SPELLER.mend(words) == words


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=30)))
def test_no_word_is_lost(words: list[str]) -> None:
    assert len(SPELLER.mend(words)) >= len(words)
