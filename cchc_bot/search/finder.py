"""The search as others see it: a question in, what it is about out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.matches import Decision, Found, Match
from cchc_bot.domain.procedures import (
    ProcedureEntry,
    Section,
    bare_code,
    find_procedure_code,
)
from cchc_bot.search.confidence import SURENESS, decide
from cchc_bot.search.folding import syllables
from cchc_bot.search.following import Follower
from cchc_bot.search.index import Hit, NameIndex
from cchc_bot.search.spelling import Speller
from cchc_bot.search.telling import telling_key
from cchc_bot.search.understanding import Reader, Understood

_MOST = 10
_OFFERED = 5  # where a question is asked back
_LONGEST = 600  # letters: the request of a longer story is at its end
_SPOKEN = 20  # how often a word of everyday speech counts as seen, against those in names
_BETWEEN_WISHES = re.compile(r"[?;]|,?\s(?:còn|và|với|đồng thời|va|dong thoi)\s", re.IGNORECASE)
_SHORTEST_WISH = 2  # syllables
_MOST_WISHES = 3


class ProcedureFinder:
    """Finds procedures in memory. It never changes: a changed catalogue gets a new one."""

    def __init__(self, entries: Iterable[ProcedureEntry], words: EverydayWords) -> None:
        every = tuple(entries)
        self._by_code = {entry.code: entry for entry in every}
        self._index = NameIndex(every, words)
        self._reader = Reader(words, _speller(self._index, words))
        self._fillers = frozenset(part for word in words.fillers for part in syllables(word))
        self._follower = Follower(self._fillers)

    @property
    def entries(self) -> tuple[ProcedureEntry, ...]:
        return self._index.entries

    def search(self, text: str) -> Found:
        code = find_procedure_code(text)
        entry = code and (self._by_code.get(code) or self._by_code.get(bare_code(code)))
        if entry:
            section = self._reader.read(text.replace(code or "", " ")).section
            return Found(Decision.ANSWER, (Match(entry, 1.0),), section)
        question = _end_of(text)
        found = self._search_one(question)
        if found.decision is Decision.ANSWER:
            return found
        wishes = self._wishes(question)
        return _joined(wishes, found) if len(wishes) > 1 else found

    def hears(self, text: str) -> Section | None:
        """Return which section is asked for by a message that names no procedure of its own."""
        asked = self._follower.hears(text, *self._reader.readings(_end_of(text)))
        if asked is None or self._reader.read(_end_of(text)).is_elsewhere:
            return None
        is_about_none = asked.is_all or self.search(text).decision is Decision.NONE
        return asked.section if is_about_none else None

    def _search_one(self, question: str) -> Found:
        understood = self._reader.read(question)
        hits, evidence = self._index.search(understood)
        if evidence is None:
            return Found(Decision.NONE, (), understood.section)
        sureness = SURENESS.at(evidence)
        matches = tuple(
            Match(hit.entry, round(sureness * hit.likeness / hits[0].likeness, 4))
            for hit in hits[:_MOST]
        )
        decision = decide(evidence, is_elsewhere=understood.is_elsewhere)
        key = self._key(understood, hits) if decision is Decision.CLARIFY else ""
        return Found(decision, matches, understood.section, key)

    def _key(self, understood: Understood, hits: Sequence[Hit]) -> str:
        def is_pair_of_a_name(pair: str) -> bool:
            return any(self._index.has_in_names(hit.place, pair) for hit in hits[:_OFFERED])

        return telling_key(understood, is_pair_of_a_name, self._index.weights.of, self._fillers)

    def _wishes(self, question: str) -> list[Found]:
        """Return what the parts of a question ask for, where each is sure and no two agree."""
        parts = [part for part in _BETWEEN_WISHES.split(question) if part]
        if not 1 < len(parts) <= _MOST_WISHES:
            return []
        found = [self._search_one(p) for p in parts if len(syllables(p)) >= _SHORTEST_WISH]
        sure = {
            each.matches[0].entry.code: each for each in found if each.decision is Decision.ANSWER
        }
        return list(sure.values())


def _end_of(text: str) -> str:
    """Return as much of a message as is read; composed, since loose marks count as letters."""
    return unicodedata.normalize("NFC", text)[-_LONGEST:]


def _joined(wishes: list[Found], whole: Found) -> Found:
    """Ask which of several wishes to answer first."""
    first = [wish.matches[0] for wish in wishes]
    codes = {match.entry.code for match in first}
    rest = [match for match in whole.matches if match.entry.code not in codes]
    return Found(Decision.CLARIFY, tuple([*first, *rest][:_MOST]))


def _speller(index: NameIndex, words: EverydayWords) -> Speller:
    counts = Counter(part for name in index.names for part in name if not part.isdigit())
    spoken = (*words.fillers, *words.says, *words.short.values(), *words.elsewhere)
    for part in {part for phrase in spoken for part in syllables(phrase)}:
        counts[part] += _SPOKEN
    return Speller(counts, index.weights.knows_pair)
