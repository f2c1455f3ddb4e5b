"""Ways to hand in, as the national catalogue writes fees and time limits under them."""

import re

from cchc_bot.domain.procedures import Way

_WORDS = {
    Way.DESK: r"trực tiếp",
    Way.ONLINE: r"trực tuyến",
    Way.POST: r"(?:dịch vụ )?bưu chính(?: công ích)?",
}
_HEADING = re.compile(rf"(?:^|;\s*)({'|'.join(_WORDS.values())})\s*:\s*", re.IGNORECASE)
_NOT_STATED = re.compile(r"không có thông tin\W*", re.IGNORECASE)
_EXPLAINED_ZERO = re.compile(r"0 (?:VNĐ|Đồng) \((.+)\)", re.IGNORECASE)


def find_ways(text: str, *, are_headings: bool = False) -> tuple[Way, ...]:
    """Return the ways that a text names; only those that head a part of it, if that is asked."""
    said = " ".join(_HEADING.findall(text)) if are_headings else text
    return tuple(
        way
        for way, words in _WORDS.items()
        if re.search(rf"{words}|\b{way}\b", said, re.IGNORECASE)
    )


def without_repetition(text: str) -> str:
    """Say once what is the same for every way, and leave out ways of which nothing is stated."""
    first, *parts = _HEADING.split(text)
    if not parts:
        return text
    ways_of: dict[str, list[str]] = {}
    for way, said in zip(parts[::2], parts[1::2], strict=True):
        stated = _plain(said)
        if stated and way not in ways_of.setdefault(stated, []):
            ways_of[stated].append(way)
    if len(ways_of) == 1 and not first and len(set(parts[::2])) == len(*ways_of.values()) > 1:
        return next(iter(ways_of))
    stated_parts = [f"{', '.join(ways)}: {said}" for said, ways in ways_of.items()]
    return "; ".join(filter(None, [first.strip(" ;"), *stated_parts]))


def _plain(said: str) -> str:
    stripped = said.strip(" ;")
    if _NOT_STATED.fullmatch(stripped):
        return ""
    # "0 VNĐ (theo quy định của tỉnh)" means no zero at all: what is meant stands behind it.
    explained = _EXPLAINED_ZERO.fullmatch(stripped)
    return explained[1] if explained else stripped
