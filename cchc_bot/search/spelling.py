"""Mends words as people type them: glued, misspelt, with keystrokes or letters left over."""

import math
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from cchc_bot.search.folding import syllables
from cchc_bot.search.keystrokes import undo_keystrokes

_LONGEST_SYLLABLE = 7  # "nghieng"
_SHORTEST_GLUED = 5
_PIECE_COST = 1.0  # fewer pieces are likelier than many
_PAIR_GAIN = 3.0
_EDIT_COST = 2.0


class Speller:
    """Knows the syllables of a collection, how often each occurs, and which stand together."""

    def __init__(self, counts: Mapping[str, int], knows_pair: Callable[[str, str], bool]) -> None:
        self._counts = dict(counts)
        self._syllables = list(self._counts)
        self._knows_pair = knows_pair
        total = sum(self._counts.values()) or 1
        self._costs = {s: _PIECE_COST - math.log(n / total) for s, n in self._counts.items()}
        # "bị mất" is kept as "by mat", but "bimat" holds it as it is typed.
        other_ways = {s[:-1] + "i": s for s in self._counts if s.endswith("y")}
        self._kept_as = {way: s for way, s in other_ways.items() if syllables(way) == (s,)}
        self._costs |= {way: self._costs[s] for way, s in self._kept_as.items()}

    def mend(self, words: Iterable[str]) -> list[str]:
        """Return known syllables where they can be made out of the words; others stay."""
        given = list(words)
        mended: list[str] = []
        for place, word in enumerate(given):
            before = mended[-1] if mended else ""
            after = given[place + 1] if place + 1 < len(given) else ""
            mended += self._mend_one(word, before, after)
        return mended

    def _mend_one(self, word: str, before: str, after: str) -> list[str]:
        if word in self._counts or word.isdigit():
            return [word]
        for candidate in (*undo_keystrokes(word), _without_doubles(word)):
            if candidate in self._counts:
                return [candidate]
        pieces = self._unglue(word)
        return pieces or [self._nearest(word, before, after)]

    def _unglue(self, word: str) -> list[str]:
        """Split "dangkykethon" where every piece is a syllable; [] where that cannot be."""
        if len(word) < _SHORTEST_GLUED:
            return []
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(word) + 1):
            ways = (
                (best[start][0] + self._costs[word[start:end]], start)
                for start in range(max(0, end - _LONGEST_SYLLABLE), end)
                if word[start:end] in self._costs
            )
            best.append(min(ways, default=(math.inf, 0)))
        if best[-1][0] == math.inf:
            return []
        pieces: list[str] = []
        end = len(word)
        while end:
            start = best[end][1]
            piece = word[start:end]
            pieces.append(self._kept_as.get(piece, piece))
            end = start
        # Many short pieces are chance, not words.
        return pieces[::-1] if 2 * len(pieces) <= len(word) + 1 else []

    def _nearest(self, word: str, before: str, after: str) -> str:
        edits = 1 if len(word) < _LONGEST_SYLLABLE else 2
        found = process.extract(
            word,
            self._syllables,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=edits,
            limit=12,
        )
        if not found or len(word) < 3:
            return word

        def gain(syllable: str, distance: float) -> float:
            neighbours = self._knows_pair(before, syllable) + self._knows_pair(syllable, after)
            common = math.log(self._counts[syllable] + 1)
            return neighbours * _PAIR_GAIN + common - distance * _EDIT_COST

        return max(found, key=lambda hit: gain(hit[0], hit[1]))[0]


def _without_doubles(word: str) -> str:
    return "".join(letter for i, letter in enumerate(word) if not i or letter != word[i - 1])
