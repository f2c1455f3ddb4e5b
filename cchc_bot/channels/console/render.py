"""A reply as plain lines: buttons become a numbered list, files the place where they lie."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc_bot.chat.messages import Line, Reply
from cchc_bot.texts import Texts

_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def to_lines(reply: Reply, say: Texts, saved: Sequence[Path] = ()) -> Iterator[Line]:
    """`saved` tells where each attachment was saved."""
    for line in reply.lines:
        yield Line(_harmless(line.text), line.strong)
    for item, path in zip(reply.attachments, saved, strict=True):
        yield Line(say("channel.saved", description=_harmless(item.description), path=path))
    if reply.buttons:
        yield Line("")
        yield Line(say("channel.choose"))
        for number, button in enumerate(reply.buttons, start=1):
            yield Line(f"{number}. {_harmless(button.label)}")


def _harmless(text: str) -> str:
    # A terminal obeys control characters, and some letters that turn the direction of others.
    return "".join(letter for letter in text if letter in "\n\t" or not _is_obeyed(letter))


def _is_obeyed(letter: str) -> bool:
    return (
        unicodedata.category(letter) in {"Cc", "Cs"} or unicodedata.bidirectional(letter) in _TURNS
    )
