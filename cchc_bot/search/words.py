"""Words as they are compared: bare of marks, with the marks kept as evidence where typed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from cchc_bot.search.folding import fold

_WORD = re.compile(r"[^\W_]+")
_I_OR_Y = re.compile(r"^([bhklmst])y$")  # ký and kí, lý and lí are one word
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


@dataclass(frozen=True, slots=True)
class Word:
    plain: str
    marked: str = ""  # with its marks, the tone in one place: hoà and hòa are one; "" where bare

    def agrees_with(self, other: "Word") -> bool:
        """Whether this word, as typed, may stand for the other: bare it may have any marks."""
        return self.plain == other.plain and self.marked in ("", other.marked)


def split_words(text: str) -> tuple[Word, ...]:
    composed = unicodedata.normalize("NFC", text).lower()
    words = (_word(found[0]) for found in _WORD.finditer(composed))
    return tuple(word for word in words if word.plain)


def spell(plain: str) -> str:
    """Return the one spelling of a bare word that can be written with i or y."""
    return _I_OR_Y.sub(r"\1i", plain)


@lru_cache(16384)  # of the few thousand syllables that there are
def _word(typed: str) -> Word:
    plain = fold(typed)
    if typed == plain:
        return Word(spell(plain))
    spread = unicodedata.normalize("NFD", typed)
    letters = unicodedata.normalize("NFC", spread.translate(_TONES))
    tone = "".join(mark for mark in spread if ord(mark) in _TONES)
    return Word(spell(plain), spell(letters) + tone)
