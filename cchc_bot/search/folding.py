"""Vietnamese text made comparable: case, diacritics and punctuation put aside."""

import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_MARKED_WORD = re.compile(r"[a-z\u0300-\u036f]+")
_STROKE = "\u0335"  # stands for the bar of đ, which Unicode does not take apart
_TONES = dict(zip("\u0300\u0301\u0303\u0309\u0323", "12345", strict=True))
_SYLLABLES = 16384
_I_OR_Y = re.compile(r"^([bhklmst])i$")  # ký and kí, lý and lí are one word


def fold(text: str) -> str:
    """Return lower-case words without diacritics, a space between them; "Hộ tịch!" is "ho tich".

    Folding a folded text changes nothing. A text without a letter or digit folds to "".
    """
    spread = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", bare.lower().replace("đ", "d")).strip()


def syllables(text: str) -> tuple[str, ...]:
    """Return the folded syllables in the one spelling in which they are compared."""
    return tuple(_spell(word) for word in fold(text).split())


def marked_syllables(text: str) -> list[tuple[str, str]]:
    """Return each syllable folded and with its marks, the tone put at the end: "hoà" is "hoa1".

    So composed and decomposed letters, and both places of a tone (hoà, hòa), are one.
    """
    spread = unicodedata.normalize("NFKD", text.lower().replace("đ", f"d{_STROKE}"))
    return [_mark(word) for word in _MARKED_WORD.findall(spread)]


# The language has a few thousand syllables: each is taken apart once.
@lru_cache(_SYLLABLES)
def _mark(word: str) -> tuple[str, str]:
    bare = "".join(letter for letter in word if not unicodedata.combining(letter))
    tone = "".join(_TONES.get(letter, "") for letter in word)
    letters = "".join(letter for letter in word if letter not in _TONES)
    return _spell(bare), _spell(letters) + tone


@lru_cache(_SYLLABLES)
def _spell(word: str) -> str:
    return _I_OR_Y.sub(r"\1y", word)
