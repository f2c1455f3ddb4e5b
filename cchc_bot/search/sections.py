"""What of a procedure a question asks: its papers, its fee, how long it takes."""

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files

from cchc_bot.domain.procedures import Section
from cchc_bot.search.folding import syllables

Phrases = tuple[tuple[str, Section], ...]
_SHORTEST_PUT_ASIDE = 3  # syllables


def read_phrases(listed: Mapping[str, Iterable[str]]) -> Phrases:
    """Return phrases folded, a space around each, the longest first."""
    phrases = [
        (f" {' '.join(syllables(phrase))} ", Section(section))
        for section, said in listed.items()
        for phrase in said
    ]
    return tuple(sorted(phrases, key=lambda each: -len(each[0])))


def _load_phrases() -> Phrases:
    text = files(__package__).joinpath("asking.toml").read_text(encoding="utf-8")
    return read_phrases(tomllib.loads(text))


PHRASES = _load_phrases()


def find_section(words: tuple[str, ...]) -> tuple[Section | None, tuple[str, ...]]:
    """Return what the longest phrase of asking in the words is about, and the words without it.

    Short phrases stay, since they may be part of what is asked for: "bản sao giấy tờ".
    """
    text = f" {' '.join(words)} "
    for phrase, section in PHRASES:
        if phrase in text:
            rest = tuple(text.replace(phrase, " ", 1).split())
            is_long = phrase.count(" ") > _SHORTEST_PUT_ASIDE
            return section, rest if is_long and rest else words
    return None, words
