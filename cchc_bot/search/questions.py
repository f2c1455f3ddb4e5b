"""What a question is about, once its everyday words are understood and the asking is put aside."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from cchc_bot.domain.procedures import Section
from cchc_bot.search.phrases import Phrases, Words
from cchc_bot.search.words import Word, split_words


@dataclass(frozen=True, slots=True)
class Question:
    readings: tuple[Words, ...]  # the words that count: as typed, and as titles say it
    section: Section | None


class QuestionReader:
    def __init__(self, abbreviations: Mapping[str, str], everyday_words: Mapping[str, str]) -> None:
        ways = tomllib.loads(files(__package__).joinpath("asking.toml").read_text("utf-8"))
        sections = {
            phrase: section
            for section, phrases in ways["sections"].items()
            for phrase in phrases.split("|")
        }
        anyhow = [phrase for line in ways["anyhow"].split("\n") for phrase in line.split("|")]
        marked = {
            word for phrase in ways["marked"].strip().split("|") for word in split_words(phrase)
        }
        self._sections = Phrases(sections)
        self._asking = Phrases(dict.fromkeys(filter(None, [*anyhow, *sections]), ""))
        self._asking_marked = frozenset(marked)
        self._abbreviations = Phrases(abbreviations)
        self._everyday_words = Phrases(everyday_words)

    @classmethod
    def load(cls, path: Path) -> "QuestionReader":
        """Read data/everyday-words.toml."""
        words = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(words["abbreviations"], words["words"])

    def read(self, text: str) -> Question:
        typed = self._abbreviations.replace(split_words(text))
        section = self._sections.first_in(typed)
        as_titles = self._everyday_words.replace(typed)
        readings = {self._without_asking(words): None for words in (typed, as_titles)}
        return Question(tuple(filter(None, readings)), Section(section) if section else None)

    def read_name(self, name: str) -> Words:
        """Read a name of a procedure as a question that consists of it would be read."""
        words = self._abbreviations.replace(split_words(name))
        return self._without_asking(words) or words

    def _without_asking(self, words: Words) -> Words:
        kept = self._asking.replace(words)
        return tuple(word for word in kept if not self._is_asking(word))

    def _is_asking(self, word: Word) -> bool:
        return bool(word.marked) and word in self._asking_marked
