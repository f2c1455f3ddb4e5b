"""From a question as typed to the syllables and phrases that an index can look up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.procedures import Section
from cchc_bot.search.abbreviations import Abbreviations
from cchc_bot.search.folding import marked_syllables, syllables
from cchc_bot.search.sections import find_section
from cchc_bot.search.spelling import Speller

# "đăng ký kết hôn chứ không phải khai sinh": what follows is what is not meant.
_NOT_MEANT = re.compile(
    r"\b(?:chu (?:khong|ko|k|hong|hok|hong) (?:phai|la)|dung nham(?: voi| sang)?)\b"
)
_WORDS_NOT_MEANT = 6


@dataclass(frozen=True, slots=True)
class Understood:
    syllables: tuple[str, ...]  # mended
    meant: tuple[tuple[tuple[str, ...], int], ...]  # official phrases, and how many rivals each has
    marks: tuple[tuple[str, str], ...]  # syllables that were typed with diacritics
    section: Section | None
    is_elsewhere: bool  # about something that no office settles


class Reader:
    """Reads questions with the help of everyday words; made once for an index."""

    def __init__(self, words: EverydayWords, speller: Speller) -> None:
        self._speller = speller
        self._abbreviations = Abbreviations(words)
        self._says = {
            syllables(said): tuple(syllables(official) for official in officials)
            for said, officials in words.says.items()
        }
        self._longest = max(map(len, self._says), default=0)
        self._elsewhere = tuple(f" {' '.join(syllables(said))} " for said in words.elsewhere)

    def readings(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the syllables of a text as typed, abbreviations spelled out, and then mended."""
        typed = self._abbreviations.read(text)
        return typed, tuple(self._speller.mend(typed))

    def read(self, question: str) -> Understood:
        meant = _without_what_is_not_meant(" ".join(syllables(question)))
        spelled = self._abbreviations.read(meant)
        section, words = find_section(spelled)
        mended = tuple(self._speller.mend(words))
        text = f" {' '.join(mended)} "
        return Understood(
            syllables=mended,
            meant=tuple(self._meant(mended)),
            marks=tuple(each for each in marked_syllables(question) if each[0] != each[1]),
            section=section,
            is_elsewhere=any(phrase in text for phrase in self._elsewhere),
        )

    def _meant(self, typed: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], int]]:
        """Yield what the longest phrase at each place stands for."""
        for start in range(len(typed)):
            for length in range(self._longest, 0, -1):
                officials = self._says.get(typed[start : start + length], ())
                if officials:
                    yield from ((official, len(officials)) for official in officials)
                    break


def terms_of(typed: tuple[str, ...]) -> frozenset[str]:
    """Return what is indexed of a phrase: its syllables, and each two that stand together."""
    return frozenset((*typed, *(f"{a} {b}" for a, b in pairwise(typed))))


def _without_what_is_not_meant(text: str) -> str:
    match = _NOT_MEANT.search(text)
    if match is None:
        return text
    rest = text[match.end() :].split()
    return f"{text[: match.start()]} {' '.join(rest[_WORDS_NOT_MEANT:])}"
