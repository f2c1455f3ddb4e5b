import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.search.folding import fold
from cchc_bot.search.phrases import Phrases
from cchc_bot.search.vocabulary import Vocabulary
from cchc_bot.search.words import Word, split_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuý", "thúy"),
        ("Hoá", "hóa"),
        ("ký", "kí"),
        ("lý", "lí"),
        ("Đất", unicodedata.normalize("NFD", "đất")),
    ],
)
def test_words_are_one_however_they_are_spelled(one: str, other: str) -> None:
    assert split_words(one) == split_words(other)


def test_words_keep_their_marks_as_evidence() -> None:
    typed, bare, other = (split_words(text)[0] for text in ("hộ", "ho", "hỗ"))

    assert bare.agrees_with(typed)
    assert bare.agrees_with(other)
    assert not typed.agrees_with(other)


@given(st.text())
def test_words_are_split_without_a_stumble(text: str) -> None:
    assert all(fold(word.plain) == word.plain != "" for word in split_words(text))


def test_phrases_are_replaced_longest_first() -> None:
    phrases = Phrases({"sổ": "x", "sổ đỏ": "giấy", "đỏ": "y"})

    assert phrases.replace(split_words("làm so do mới")) == split_words("làm giấy mới")
    assert phrases.replace(split_words("sổ đo")) == (Word("x"), *split_words("đo"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kethon", "ket hon"),
        ("dangkitamtru", "dang ki tam tru"),
        ("thuongg", "thuong"),
        ("thuonh", "thuong"),
        ("tahmx", "tahmx"),  # too far from any
        ("tamm truu", "tam tru"),
        ("xyz", "xyz"),
        ("20001", "20001"),
    ],
)
def test_unknown_words_are_mended_where_that_is_plain(typed: str, meant: str) -> None:
    names = [
        "truc truc truc",
        "truc",
        "dang ki ket hon",
        "ke khai",
        "thon xom",
        "thuong tru",
        "tam tru",
    ]
    vocabulary = Vocabulary([[split_words(name)] for name in names])

    assert " ".join(word.plain for word in vocabulary.mend_all(split_words(typed))) == meant
