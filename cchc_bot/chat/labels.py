"""Labels of buttons: short, cut at word ends, and told apart by what differs."""

from collections.abc import Sequence

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
    # Where one of them is the beginning of another, it is shown by its end.
    start = max((_common(words, other) for other in alike if other != words), default=len(words))
    start = min(start, max(0, len(words) - 1))
    return shorten(f"{ELLIPSIS} {' '.join(words[start:])}" if start else texts[n], limit)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
