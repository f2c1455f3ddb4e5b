"""What a procedure is called, and how much is in its favour before anybody has asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.procedures import ProcedureEntry
from cchc_bot.search.abbreviations import Abbreviations
from cchc_bot.search.folding import fold, marked_syllables, syllables

COMMUNE_GAIN, PROVINCE_GAIN, EVERYDAY_GAIN = 0.05, 0.015, 0.1
SITUATION_TRUST = 0.8  # a situation may fit several procedures
_ASIDE = re.compile(r"\([^)]*\)")  # "(cấp xã)", "(thực hiện tại cấp tỉnh)"
_PREAMBLE = re.compile(r"^[\s.]*thủ tục\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    syllables: tuple[str, ...]
    trust: float = 1.0


def names_of(
    entry: ProcedureEntry, words: EverydayWords, abbreviations: Abbreviations
) -> Iterator[Name]:
    """Yield the names of a procedure, none twice: its title, whole and without its brackets,
    what people call it, and the situations that it answers.
    """
    title = _PREAMBLE.sub("", entry.title)
    called = (title, _ASIDE.sub(" ", title), *entry.everyday_names)
    names = {abbreviations.read(name): 1.0 for name in called}
    for situation in words.names.get(entry.code, ()):
        names.setdefault(abbreviations.read(situation), SITUATION_TRUST)
    for name, trust in names.items():
        if name:
            yield Name(name, trust)


def marks_of(entry: ProcedureEntry, words: EverydayWords) -> frozenset[str]:
    """Return the syllables of all names as they are written, with their diacritics."""
    names = (entry.title, *entry.everyday_names, *words.names.get(entry.code, ()))
    return frozenset(marked for name in names for _, marked in marked_syllables(name))


def gain_of(entry: ProcedureEntry, words: EverydayWords) -> float:
    """Return the factor by which a procedure is favoured: people ask their commune most."""
    level = fold(entry.level).split()
    near = COMMUNE_GAIN if "xa" in level else PROVINCE_GAIN if "tinh" in level else 0.0
    is_asked_for = bool(entry.everyday_names) or entry.code in words.names
    return 1 + near + (EVERYDAY_GAIN if is_asked_for else 0)


def without_copies(entries: list[ProcedureEntry]) -> list[ProcedureEntry]:
    """Leave out what provinces publish for themselves under a title that stands there already."""
    kept: list[ProcedureEntry] = []
    titles: set[tuple[str, ...]] = set()
    for entry in sorted(entries, key=lambda e: (e.is_local, not e.is_commune, e.code)):
        title = syllables(entry.title)
        if not (entry.is_local and title in titles):
            kept.append(entry)
        titles.add(title)
    return kept
