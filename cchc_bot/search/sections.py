"""What of a procedure a question asks: its papers, its fee, how long it takes."""

import tomllib
from importlib.resources import files

from cchc_bot.domain.procedures import Section
from cchc_bot.search.folding import syllables


def _load_phrases() -> tuple[tuple[str, Section], ...]:
    text = files(__package__).joinpath("asking.toml").read_text(encoding="utf-8")
    phrases = [
        (f" {' '.join(syllables(phrase))} ", Section(section))
        for section, listed in tomllib.loads(text).items()
        for phrase in listed
    ]
    return tuple(sorted(phrases, key=lambda each: -len(each[0])))


_SHORTEST_PUT_ASIDE = 3  # syllables
_PHRASES = _load_phrases()


def find_section(words: tuple[str, ...]) -> tuple[Section | None, tuple[str, ...]]:
    """Return what the longest phrase of asking in the words is about, and the words without it.

    Short phrases stay, since they may be part of what is asked for: "bản sao giấy tờ".
    """
    text = f" {' '.join(words)} "
    for phrase, section in _PHRASES:
        if phrase in text:
            rest = tuple(text.replace(phrase, " ", 1).split())
            is_long = phrase.count(" ") > _SHORTEST_PUT_ASIDE
            return section, rest if is_long and rest else words
    return None, words
