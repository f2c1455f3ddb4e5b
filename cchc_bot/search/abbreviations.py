"""Abbreviations and teencode read as what they stand for, in questions and in names alike."""

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.search.folding import syllables


class Abbreviations:
    def __init__(self, words: EverydayWords) -> None:
        self._long = {
            "".join(syllables(short)): syllables(long) for short, long in words.short.items()
        }

    def read(self, text: str) -> tuple[str, ...]:
        """Return the syllables of a text, abbreviations spelled out."""
        return tuple(part for word in syllables(text) for part in self._long.get(word, (word,)))
