"""The words of the catalogue: how much each tells, and what an unknown one was meant to be."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import inf, log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cchc_bot.search.phrases import Words
from cchc_bot.search.words import Word, spell

_SHORTEST = 4  # below this a changed letter is another word
_SIDE_BY_SIDE = 0.6  # what is saved by a part that follows another in some name
_NUMBER = 0.3  # a number tells little: ages and years seldom stand in names
_LONGEST = 7  # no Vietnamese syllable is longer ("nghiêng"): the word is several, run together


class Vocabulary:
    def __init__(self, texts: Iterable[Iterable[Words]]) -> None:
        """`texts` are the names of each procedure."""
        plain: Counter[str] = Counter()
        self._neighbours: set[tuple[str, str]] = set()
        size = 0
        for names in texts:
            size += 1
            plain.update({word.plain for words in names for word in words})
            self._neighbours |= {(a.plain, b.plain) for words in names for a, b in pairwise(words)}
        self._weights = {word: log(1 + size / count) for word, count in plain.items()}
        self._words = list(plain)
        self._rarest = log(1 + size)
        self._mended = lru_cache(4096)(self._mend)

    def weight(self, plain: str) -> float:
        weight = self._weights.get(plain, self._rarest)
        return weight * _NUMBER if plain.isdigit() else weight

    def knows(self, plain: str) -> bool:
        return plain in self._weights

    def mend_all(self, words: Words) -> Words:
        """Put known words in the place of unknown ones, as far as it is plain which are meant."""
        mended: list[Word] = []
        for word in words:
            mended += self._mended(word, mended[-1].plain if mended else "")
        return tuple(mended)

    def _mend(self, word: Word, before: str) -> Words:
        """Return the known word or words that an unknown one stands for, else the word itself.

        Of words that are equally near, one that follows the word `before` in some name is meant,
        or else the most usual one.
        """
        if self.knows(word.plain) or not word.plain.isalpha() or len(word.plain) < _SHORTEST:
            return (word,)
        parts = self._parted(word.plain)
        if parts:
            return parts
        near = process.extract(
            word.plain, self._words, scorer=OSA.distance, score_cutoff=1, limit=9
        )
        if not near:
            return (word,)
        known = [text for text, *_ in near]
        return (
            Word(min(known, key=lambda t: ((before, t) not in self._neighbours, self.weight(t)))),
        )

    def _parted(self, text: str) -> Words:
        """Part words that were run together: into few, and into such as stand side by side."""
        best: list[tuple[float, Words]] = [(0.0, ())]
        for end in range(1, len(text) + 1):
            parted = [
                (cost + self._cost(before, part), (*before, part))
                for start in range(max(0, end - _LONGEST), end - 1)
                for cost, before in best[start : start + 1]
                if cost < inf and self.knows((part := Word(spell(text[start:end]))).plain)
            ]
            best.append(min(parted, key=lambda each: each[0], default=(inf, ())))
        return best[-1][1]

    def _cost(self, before: Words, part: Word) -> float:
        is_known = bool(before) and (before[-1].plain, part.plain) in self._neighbours
        return 1.0 - _SIDE_BY_SIDE * is_known
