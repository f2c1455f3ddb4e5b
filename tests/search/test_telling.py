"""What is kept of a question when people choose: few words, and none of their story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.app.files import DATA
from cchc_bot.domain.matches import Decision
from cchc_bot.search.finder import ProcedureFinder
from cchc_bot.search.telling import MOST_WORDS
from cchc_bot.sources.everyday_words import read_everyday_words
from cchc_bot.sources.procedures import read_shipped

FINDER = ProcedureFinder(read_shipped(DATA / "procedures"), read_everyday_words(DATA))


@pytest.mark.parametrize(
    "question",
    [
        "khai sinh",
        "khai sinh cần gì ạ",
        "KHAI SINH mất bao nhiêu tiền vậy em",
        "khaisinh",
        "cho tôi hỏi khai sinh với",
        "Em tên Trần Văn Hùng, 0912 345 678, muốn hỏi khai sinh",
    ],
)
def test_telling_words_are_the_same_however_one_asks(question: str) -> None:
    found = FINDER.search(question)

    assert (found.decision, found.key) == (Decision.CLARIFY, "khai sinh")


@pytest.mark.parametrize(
    "question",
    [
        "tôi là Nguyễn Văn An cccd 001085012345 ở thôn Bãi Cháy hỏi khai sinh",
        "chồng tôi tên Trần Văn Hùng đánh tôi, tôi hỏi về hộ tịch",
    ],
)
def test_telling_words_hold_no_name_and_no_number(question: str) -> None:
    key = FINDER.search(question).key

    assert not set(key.split()) & {"nguyen", "van", "an", "hung", "tran", "chay", "danh", "chong"}
    assert not any(letter.isdigit() for letter in key)


@given(st.text(max_size=200))
def test_telling_words_are_few_sorted_and_kept_of_offers_alone(text: str) -> None:
    found = FINDER.search(text)
    words = found.key.split()

    assert words == sorted(set(words))
    assert len(words) <= MOST_WORDS
    assert all(word.isalpha() for word in words)
    assert found.decision is Decision.CLARIFY or not words
