"""Whoever types an official title, in whatever way, finds it."""

import unicodedata
from collections.abc import Callable, Iterator

import pytest

from cchc_bot.app.files import DATA
from cchc_bot.app.search import build_finder
from cchc_bot.domain.procedures import Procedure
from cchc_bot.search.folding import fold, syllables
from cchc_bot.sources.procedures import read_shipped
from tests.search.keyboards import TELEX, VNI, glued

SHIPPED = read_shipped(DATA / "procedures")
FINDER = build_finder(SHIPPED)
PREAMBLE = "Thủ tục "
SHORT = [
    each
    for each in SHIPPED
    if len(syllables(each.title.removeprefix(PREAMBLE))) <= 9 and "(" not in each.title
]


def place_of(procedure: Procedure, question: str) -> int:
    """Return where a procedure comes, or one of the same title; 0 is the top."""
    title = fold(procedure.title)
    found = FINDER.search(question).matches
    places = [place for place, each in enumerate(found) if fold(each.entry.title) == title]
    return min(places, default=len(found))


@pytest.mark.parametrize(
    "spell",
    [
        str,
        str.upper,
        str.lower,
        lambda title: unicodedata.normalize("NFD", title),
        lambda title: f"Cho em hỏi {title} với ạ",
        lambda title: f"{title} cần giấy tờ gì?",
    ],
    ids=["as it stands", "upper case", "lower case", "NFD", "politely", "with what is asked"],
)
def test_every_title_finds_itself_first(spell: Callable[[str], str]) -> None:
    lost = [each.title for each in SHIPPED if place_of(each, spell(each.title))]

    assert lost == []


@pytest.mark.parametrize(
    "spell",
    [
        fold,
        TELEX.type,
        lambda title: TELEX.type(title, tone_at_end=False),
        VNI.type,
        lambda title: VNI.type(title, tone_at_end=False),
    ],
    ids=["no diacritics", "Telex", "Telex at the letter", "VNI", "VNI at the letter"],
)
def test_every_title_is_among_the_first_three_however_it_is_typed(
    spell: Callable[[str], str],
) -> None:
    lost = [each.title for each in SHIPPED if place_of(each, spell(each.title)) >= 3]

    assert lost == []


def test_a_short_title_may_be_glued() -> None:
    lost = [each.title for each in SHORT if place_of(each, glued(each.title)) >= 3]

    assert lost == []


def test_a_short_title_survives_a_mistyped_word() -> None:
    """Two letters swapped, one doubled or one missing, wherever that is inside a word."""
    places = [
        place_of(procedure, typed)
        for procedure in SHORT
        for typed in with_a_mistyped_word(fold(procedure.title).split())
    ]

    assert len(places) > 500
    assert sum(place < 3 for place in places) / len(places) >= 0.99


def with_a_mistyped_word(words: list[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        for at in range(1, len(word) - 2 if len(word) >= 4 else 0):
            for typed in mistyped(word, at):
                yield " ".join([*words[:place], typed, *words[place + 1 :]])


def mistyped(word: str, at: int) -> list[str]:
    before, first, second, after = word[:at], word[at], word[at + 1], word[at + 2 :]
    return [
        f"{before}{second}{first}{after}",
        f"{before}{first}{first}{second}{after}",
        f"{before}{second}{after}",
    ]
