"""The index of procedures: which names share the most telling terms with a question.

The likeness of a name to a question is the weight of what they share against the weight of what
each has alone (Tversky's index); a term weighs by its rarity. A procedure is as like a question
as the likest of its names, and a little for what the others share, since people put two ways of
saying into one sentence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.procedures import ProcedureEntry
from cchc_bot.search.abbreviations import Abbreviations
from cchc_bot.search.confidence import Evidence
from cchc_bot.search.names import gain_of, marks_of, names_of, without_copies
from cchc_bot.search.postings import Postings
from cchc_bot.search.understanding import Understood, terms_of
from cchc_bot.search.weights import Weights

# Found by trying on questions with known answers; docs/search.md tells how.
NAME_ALONE, QUESTION_ALONE, FLOOR = 0.7, 0.3, 2.0
WHOLE_NAME_GAIN = 0.3  # for a name that stands whole in a question, by its share of it
ANYWHERE_WEIGHT = 0.7  # of what all names of a procedure together share with the question
WRONG_MARKS_LOSS = 0.4  # hộ is not hỗ: of the share of the question that is marked otherwise
TOP = 12
_WHOLE = 0.999  # sums of parts may miss the whole by a rounding


@dataclass(frozen=True, slots=True)
class Hit:
    entry: ProcedureEntry
    place: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Look:
    """One question laid beside all names. Arrays hold a number for each name."""

    asked: dict[str, float]
    meant: dict[str, float]
    whole: float  # weight of all that was asked
    typed: NDArray[np.float64]  # weight of what a name shares with what was typed
    shared: NDArray[np.float64]  # the same, with what was meant
    likeness: NDArray[np.float64]
    held: NDArray[np.bool_]  # whether the whole name was typed


class NameIndex:
    """Immutable once built; searching changes nothing, so threads may share it."""

    def __init__(self, entries: Iterable[ProcedureEntry], words: EverydayWords) -> None:
        self.entries = tuple(without_copies(list(entries)))
        short = Abbreviations(words)
        names = [
            (owner, name)
            for owner, entry in enumerate(self.entries)
            for name in names_of(entry, words, short)
        ]
        self.names = tuple(name.syllables for _, name in names)
        self._owner = np.array([owner for owner, _ in names], dtype=np.intp)
        self._first_name = np.searchsorted(self._owner, np.arange(len(self.entries) + 1))
        self._trust = np.array([name.trust for _, name in names])
        terms = [terms_of(name) for name in self.names]
        self._by_name = Postings(terms)
        self._terms = [
            frozenset().union(*terms[first:last]) for first, last in pairwise(self._first_name)
        ]
        self._by_entry = Postings(self._terms)
        self.weights = Weights(self._by_entry, words)
        self._name_weights = np.array([self.weights.of_all(found) for found in terms])
        self._gain = np.array([gain_of(entry, words) for entry in self.entries])
        self._marks = [marks_of(entry, words) for entry in self.entries]

    def search(self, understood: Understood) -> tuple[tuple[Hit, ...], Evidence | None]:
        """Return the likest procedures, best first, and what speaks for the first of them."""
        if self.weights.tell_nothing(understood):
            return (), None
        look = self._look(understood)
        hits = self._rank(look, understood)
        return hits, self._evidence(look, hits) if hits else None

    def has_in_names(self, place: int, term: str) -> bool:
        return term in self._terms[place]

    def _look(self, understood: Understood) -> _Look:
        asked = self.weights.of_question(understood)
        meant = self.weights.of_what_is_meant(understood)
        whole = sum(asked.values())
        typed = self._by_name.add_up(asked)
        shared = typed + self._by_name.add_up(meant)
        alone = NAME_ALONE * self._name_weights + QUESTION_ALONE * whole + FLOOR
        # Who says a whole name means it, whatever else its words may stand for.
        held = typed >= self._name_weights * _WHOLE
        gain = WHOLE_NAME_GAIN * held * self._name_weights / (whole + FLOOR)
        likeness = self._trust * (shared / alone + gain)
        return _Look(asked, meant, whole, typed, shared, likeness, held)

    def _rank(self, look: _Look, understood: Understood) -> tuple[Hit, ...]:
        best = np.zeros(len(self.entries))
        np.maximum.at(best, self._owner, look.likeness)
        anywhere = self._by_entry.add_up({**look.meant, **look.asked})
        best += ANYWHERE_WEIGHT * anywhere / (look.whole + FLOOR)
        best *= self._gain
        count = min(TOP, len(best))
        top = np.argpartition(-best, count - 1)[:count].tolist() if count else []
        hits = (
            Hit(self.entries[p], p, float(best[p]) * self._marks_agree(p, look, understood))
            for p in top
            if best[p] > 0
        )
        return tuple(sorted(hits, key=lambda hit: (-hit.likeness, hit.entry.code)))

    def _marks_agree(self, place: int, look: _Look, understood: Understood) -> float:
        """Return what is left where the question has other diacritics than the names."""
        wrong = sum(
            self.weights.of(bare)
            for bare, marked in understood.marks
            if marked not in self._marks[place] and bare in self._terms[place]
        )
        return 1 - WRONG_MARKS_LOSS * min(1.0, wrong / (look.whole + FLOOR))

    def _evidence(self, look: _Look, hits: tuple[Hit, ...]) -> Evidence:
        best = hits[0].place
        names = slice(self._first_name[best], self._first_name[best + 1])
        name = names.start + int(np.argmax(look.likeness[names]))
        rivals = [hit.likeness / hits[0].likeness for hit in hits[1:3]] + [0.0, 0.0]
        words = sum(weight for term, weight in look.asked.items() if " " not in term)
        pairs = self._held(look.asked, best, pairs=True)
        return Evidence(
            likeness=hits[0].likeness,
            rival=rivals[0],
            third=rivals[1],
            name_covered=float(look.shared[name] / self._name_weights[name]),
            question_covered=float(look.typed[name] / look.whole),
            words_known=self._held(look.asked, best, pairs=False) / words,
            pairs_known=pairs / look.whole,
            pairs_shared=pairs + self._held(look.meant, best, pairs=True),
            is_named=self._is_named(look, best),
        )

    def _held(self, weights: dict[str, float], place: int, *, pairs: bool) -> float:
        """Add up the words, or else the pairs, that any name of a procedure holds."""
        return sum(
            weight
            for term, weight in weights.items()
            if (" " in term) is pairs and term in self._terms[place]
        )

    def _is_named(self, look: _Look, place: int) -> bool:
        """Whether a question holds a whole name of this procedure, and no longer one of another."""
        names = np.flatnonzero(look.held)
        if not names.size:
            return False
        weights = self._name_weights[names]
        return set(self._owner[names[weights >= weights.max() * _WHOLE]].tolist()) == {place}
