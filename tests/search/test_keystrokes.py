import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.app.files import DATA
from cchc_bot.search.folding import fold
from cchc_bot.search.keystrokes import undo_keystrokes
from cchc_bot.sources.procedures import read_shipped
from tests.search.keyboards import TELEX, VNI, Keyboard

WORDS = sorted({
    word.lower()
    for procedure in read_shipped(DATA / "procedures")
    for word in procedure.title.split()
    if word.isalpha()
})  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "dang"),
        ("kys", "ky"),
        ("keets", "ket"),
        ("hoon", "hon"),
        ("giaasy", "giay"),
        ("ddaats", "dat"),
        ("twf", "tu"),
        ("dang9", "dang"),
        ("d9a8ng", "dang"),
        ("ky1", "ky"),
        ("ke6t1", "ket"),
        ("hon6", "hon"),
    ],
)
def test_keystrokes_are_undone(typed: str, meant: str) -> None:
    assert meant in undo_keystrokes(typed)


@pytest.mark.parametrize("keyboard", [TELEX, VNI], ids=["telex", "vni"])
@pytest.mark.parametrize("tone_at_end", [True, False], ids=["at the end", "at its letter"])
def test_every_word_of_the_titles_can_be_read_from_its_keystrokes(
    keyboard: Keyboard, tone_at_end: bool
) -> None:
    lost = [
        word
        for word in WORDS
        if (typed := keyboard.type(word, tone_at_end=tone_at_end)) != fold(word)
        and fold(word) not in undo_keystrokes(typed)
    ]

    assert lost == []


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=20))
def test_what_is_undone_is_another_word_and_none_twice(word: str) -> None:
    found = undo_keystrokes(word)

    assert word not in found
    assert "" not in found
    assert len(set(found)) == len(found)
