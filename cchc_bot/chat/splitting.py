"""A long answer cut into pieces that a channel can carry, where a reader would pause."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from cchc_bot.chat.messages import Line

_SENTENCE_END = re.compile(r"[.!?…;]+[”’\"')\]]*(?=\s)")
_SPACE = re.compile(r"\s+")
_JOINER = "\N{ZERO WIDTH JOINER}"


def split(
    lines: Sequence[Line], limit: int, length: Callable[[str], int] = len
) -> list[tuple[Line, ...]]:
    """Cut lines into pieces of at most `limit`: between lines, else sentences, else words.

    `length` measures a text as the channel counts it. Empty lines stay inside a piece and fall
    away at its ends; what has no words at all gives no piece.
    """
    pieces: list[list[Line]] = [[]]
    used = 0
    for line in _fitting(lines, limit, length):
        cost = length(line.text) + 1  # and the line break
        if pieces[-1] and used + cost > limit + 1:
            pieces.append([])
            used = 0
        if line.text.strip() or pieces[-1]:
            pieces[-1].append(line)
            used += cost
    return [tuple(piece) for piece in map(_without_blank_end, pieces) if piece]


def _fitting(lines: Sequence[Line], limit: int, length: Callable[[str], int]) -> Iterator[Line]:
    for line in lines:
        for text in line.text.split("\n"):
            rest = text.rstrip()
            while length(rest) > limit:
                fits = bisect_right(range(1, len(rest)), limit, key=lambda n: length(rest[:n]))
                cut = _pause(rest, max(fits, 1))
                yield Line(rest[:cut].rstrip(), line.strong)
                rest = rest[cut:].lstrip()
            yield Line(rest, line.strong)


def _pause(text: str, fits: int) -> int:
    """Return where to cut the first `fits` letters off: the best place in their second half."""
    window = text[: fits + 1]  # what follows the last letter tells whether a word ends there
    sentences = [match.end() for match in _SENTENCE_END.finditer(window)]
    if sentences and sentences[-1] > fits // 2:
        return sentences[-1]
    words = [match.start() for match in _SPACE.finditer(window) if match.start()]
    return words[-1] if words else _between_letters(text, fits)


def _between_letters(text: str, fits: int) -> int:
    # A letter may be several code points: a base with its marks, or an emoji of joined ones.
    cut = fits
    while cut > 1 and (_continues(text[cut]) or text[cut - 1] == _JOINER):
        cut -= 1
    return cut if cut > 1 else fits


def _continues(letter: str) -> bool:
    # Marks (M), and the modifiers (Sk) that colour the emoji before them.
    return letter == _JOINER or unicodedata.category(letter) in {"Mn", "Mc", "Me", "Sk"}


def _without_blank_end(piece: list[Line]) -> list[Line]:
    while piece and not piece[-1].text.strip():
        piece.pop()
    return piece
