"""The index of procedures: which names share the most telling terms with a question.

The likeness of a name to a question is the weight of what they share against the weight of what
each has alone (Tversky's index); a term weighs by its rarity. A procedure is as like a question
as the likest of its names, and a little for what the others share, since people put two ways of
saying into one sentence.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.procedures import ProcedureEntry
from cchc_bot.search.confidence import Evidence
from cchc_bot.search.names import gain_of, marks_of, names_of, without_copies
from cchc_bot.search.postings import Postings
from cchc_bot.search.understanding import Understood, terms_of
from cchc_bot.search.weights import Weights

# Found by trying on questions with known answers; docs/search.md tells how.
NAME_ALONE, QUESTION_ALONE, FLOOR = 0.7, 0.3, 2.0
WHOLE_NAME_GAIN = 0.5  # for a name that stands whole in a question, by its share of it
ANYWHERE_WEIGHT = 0.7  # of what all names of a procedure together share with the question
WRONG_MARKS_LOSS = 0.4  # hộ is not hỗ: of the share of the question that is marked otherwise
TOP = 12
_WHOLE = 0.999  # sums of parts may miss the whole by a rounding


@dataclass(frozen=True, slots=True)
class Hit:
    entry: ProcedureEntry
    place: int
    likeness: float


class NameIndex:
    """Immutable once built; searching changes nothing, so threads may share it."""

    def __init__(self, entries: Iterable[ProcedureEntry], words: EverydayWords) -> None:
        self.entries = tuple(without_copies(list(entries)))
        names = [(owner, n) for owner, e in enumerate(self.entries) for n in names_of(e, words)]
        self.names = tuple(name.syllables for _, name in names)
        self._owner = np.array([owner for owner, _ in names], dtype=np.intp)
        self._first_name = np.searchsorted(self._owner, np.arange(len(self.entries) + 1))
        self._trust = np.array([name.trust for _, name in names])
        terms = [terms_of(name) for name in self.names]
        self._by_name = Postings(terms)
        self._by_entry = Postings(
            frozenset().union(*terms[first:last])
            for first, last in zip(self._first_name, self._first_name[1:], strict=False)
        )
        self.weights = Weights(self._by_entry, words)
        self._name_weights = np.array([self.weights.of_all(found) for found in terms])
        self._gain = np.array([gain_of(entry, words) for entry in self.entries])
        self._marks = [marks_of(entry, words) for entry in self.entries]

    def search(self, understood: Understood) -> tuple[tuple[Hit, ...], Evidence | None]:
        """Return the likest procedures, best first, and what speaks for the first of them."""
        asked = self.weights.of_question(understood)
        meant = self.weights.of_what_is_meant(understood)
        whole = sum(asked.values())
        typed = self._by_name.add_up(asked)
        shared = typed + self._by_name.add_up(meant)
        alone = NAME_ALONE * self._name_weights + QUESTION_ALONE * whole + FLOOR
        likeness = self._trust * shared / alone
        # Who says a whole name means it, whatever else its words may stand for.
        held = typed >= self._name_weights * _WHOLE
        likeness += WHOLE_NAME_GAIN * held * self._trust * self._name_weights / (whole + FLOOR)
        hits = self._rank(likeness, {**meant, **asked}, whole, understood)
        if not hits:
            return (), None
        best = hits[0].place
        names = slice(self._first_name[best], self._first_name[best + 1])
        name = names.start + int(np.argmax(likeness[names]))
        rivals = [hit.likeness / hits[0].likeness for hit in hits[1:3]] + [0.0, 0.0]
        evidence = Evidence(
            self._says_its_name(best, held),
            hits[0].likeness,
            rivals[0],
            rivals[1],
            float(shared[name] / self._name_weights[name]),
            float(typed[name] / whole),
            *self._known(best, asked, meant),
        )
        return hits, evidence

    def _says_its_name(self, best: int, held: NDArray[np.bool_]) -> bool:
        """Whether a question holds a whole name of this procedure, and no longer one of another."""
        names = np.flatnonzero(held)
        if not names.size:
            return False
        weights = self._name_weights[names]
        return set(self._owner[names[weights >= weights.max() * _WHOLE]].tolist()) == {best}

    def _rank(
        self,
        likeness: NDArray[np.float64],
        weights: dict[str, float],
        whole: float,
        understood: Understood,
    ) -> tuple[Hit, ...]:
        best = np.zeros(len(self.entries))
        np.maximum.at(best, self._owner, likeness)
        best += ANYWHERE_WEIGHT * self._by_entry.add_up(weights) / (whole + FLOOR)
        best *= self._gain
        count = min(TOP, len(best))
        top = np.argpartition(-best, count - 1)[:count].tolist() if count else []
        hits = (
            Hit(self.entries[p], p, float(best[p]) * self._marks_agree(p, whole, understood))
            for p in top
            if best[p] > 0
        )
        return tuple(sorted(hits, key=lambda hit: (-hit.likeness, hit.entry.code)))

    def _marks_agree(self, place: int, whole: float, understood: Understood) -> float:
        """Return what is left where the question has other diacritics than the names."""
        wrong = sum(
            self.weights.of(bare)
            for bare, marked in understood.marks
            if marked not in self._marks[place] and self._by_entry.holds(bare, place)
        )
        return 1 - WRONG_MARKS_LOSS * min(1.0, wrong / (whole + FLOOR))

    def _known(
        self, place: int, asked: dict[str, float], meant: dict[str, float]
    ) -> tuple[float, float, float]:
        """Return how much of a question the names of a procedure know; see Evidence."""

        def held(weights: dict[str, float], *, pairs: bool) -> float:
            return sum(
                weight
                for term, weight in weights.items()
                if (" " in term) is pairs and self._by_entry.holds(term, place)
            )

        words = math.fsum(weight for term, weight in asked.items() if " " not in term)
        pairs = held(asked, pairs=True)
        return (
            held(asked, pairs=False) / words,
            pairs / sum(asked.values()),
            pairs + held(meant, pairs=True),
        )
