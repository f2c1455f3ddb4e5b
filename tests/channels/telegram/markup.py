"""Telegram's HTML, read as strictly as Telegram reads it."""

import html
import re

_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre"}
_TOKEN = re.compile(r"<(/?)([a-z]*)>|(<)|&(?:lt|gt|amp|quot|#\d+);|(&)")


class BrokenMarkupError(Exception):
    pass


def visible_text(markup: str) -> str:
    """Return what the reader sees. Raises BrokenMarkupError."""
    open_tags: list[str] = []
    for match in _TOKEN.finditer(markup):
        closing, tag, bare_bracket, bare_ampersand = match.groups()
        if bare_bracket or bare_ampersand or (tag is not None and tag not in _TAGS):
            raise BrokenMarkupError(f"unsupported start tag at offset {match.start()}")
        if closing and (not open_tags or open_tags.pop() != tag):
            raise BrokenMarkupError(f"unmatched end tag at offset {match.start()}")
        if tag and not closing:
            open_tags.append(tag)
    if open_tags:
        raise BrokenMarkupError("can't find end tag")
    return html.unescape(re.sub(r"</?[a-z]+>", "", markup))
