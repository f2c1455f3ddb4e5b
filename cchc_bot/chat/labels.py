"""Labels of buttons: short, cut at word ends, and told apart by what differs."""

from collections.abc import Sequence
from itertools import takewhile

ELLIPSIS = "…"
MAX_LABEL = 48  # letters that a phone shows on a button


def shorten(text: str, limit: int = MAX_LABEL) -> str:
    """Return the text, cut at the end of a word where it is longer than the limit."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    if not text[limit - 1].isspace() and " " in cut:
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ,;:.(-") + ELLIPSIS


def tell_apart(texts: Sequence[str], limit: int = MAX_LABEL) -> list[str]:
    """Shorten texts that stand together; those that would look alike begin where they differ."""
    short = [shorten(text, limit) for text in texts]
    return [
        short[n] if short.count(short[n]) == 1 else _from_difference(n, texts, short, limit)
        for n in range(len(texts))
    ]


def _from_difference(n: int, texts: Sequence[str], short: Sequence[str], limit: int) -> str:
    words = texts[n].split()
    alike = [texts[k].split() for k in range(len(texts)) if short[k] == short[n] and k != n]
    start = max(_common(words, other) for other in alike)
    # One that is all of what another begins with has nothing of its own to show.
    return (
        short[n] if start == len(words) else shorten(f"{ELLIPSIS} {' '.join(words[start:])}", limit)
    )


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
