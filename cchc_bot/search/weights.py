"""How much each term tells of what is asked: rare ones much, words of asking little."""

import math
from collections.abc import Iterable

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.search.folding import syllables
from cchc_bot.search.postings import Postings
from cchc_bot.search.understanding import Understood, terms_of

# Found by trying on questions with known answers; docs/search.md tells how.
PAIR_WEIGHT = 0.5  # of a pair of syllables, against a single one of the same rarity
FILLER_WEIGHT = 0.15  # of a word of asking
FILLER_PAIR_WEIGHT = 0.6
MEANT_WEIGHT = 0.5  # of a word that was not typed, but is what a typed one stands for
UNKNOWN_RARITY = 10.0


class Weights:
    def __init__(self, postings: Postings, words: EverydayWords) -> None:
        """`postings` tell which procedures have a term in one of their names."""
        self._known = postings
        self._cached: dict[str, float] = {}
        self._fillers = frozenset(part for word in words.fillers for part in syllables(word))

    def of(self, term: str) -> float:
        count = self._known.count(term)
        if not count:
            return self._weigh(term, UNKNOWN_RARITY)
        weight = self._cached.get(term)
        if weight is None:
            weight = self._weigh(term, math.log(1 + self._known.size / count))
            self._cached[term] = weight
        return weight

    def _weigh(self, term: str, rarity: float) -> float:
        first, _, second = term.partition(" ")
        if not second:
            return rarity * (FILLER_WEIGHT if first in self._fillers else 1)
        is_filler = first in self._fillers and second in self._fillers
        return rarity * PAIR_WEIGHT * (FILLER_PAIR_WEIGHT if is_filler else 1)

    def knows_pair(self, first: str, second: str) -> bool:
        """Whether two syllables stand together in some name."""
        return f"{first} {second}" in self._known

    def tell_nothing(self, understood: Understood) -> bool:
        """Whether a question is made of words of asking alone: "gì cơ?", "làm sao"."""
        return not understood.meant and self._fillers.issuperset(understood.syllables)

    def of_all(self, terms: Iterable[str]) -> float:
        return sum(map(self.of, terms))

    def of_question(self, understood: Understood) -> dict[str, float]:
        # A pair that no name holds tells nothing: people's sentences are full of them.
        return {
            term: self.of(term)
            for term in terms_of(understood.syllables)
            if " " not in term or term in self._known
        }

    def of_what_is_meant(self, understood: Understood) -> dict[str, float]:
        typed = terms_of(understood.syllables)
        weights: dict[str, float] = {}
        for phrase, rivals in understood.meant:
            for term in terms_of(phrase) - typed:
                weight = self.of(term) * MEANT_WEIGHT / math.sqrt(rivals)
                weights[term] = max(weights.get(term, 0.0), weight)
        return weights
