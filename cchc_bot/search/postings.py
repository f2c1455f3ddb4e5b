"""Where terms occur, as arrays of places, and sums over them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]
_NOWHERE: Places = np.zeros(0, dtype=np.intp)


class Postings:
    def __init__(self, terms: Iterable[Iterable[str]]) -> None:
        """`terms` are those of place 0, of place 1, and so on."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        self.size = 0
        for place, found in enumerate(terms):
            self.size = place + 1
            for term in found:
                places[term].append(place)
        self._places = {term: np.array(found, dtype=np.intp) for term, found in places.items()}

    def __contains__(self, term: str) -> bool:
        return term in self._places

    def count(self, term: str) -> int:
        return len(self._places.get(term, _NOWHERE))

    def add_up(self, weights: Mapping[str, float]) -> NDArray[np.float64]:
        """Return for each place the weights of the terms that occur there."""
        total = np.zeros(self.size)
        for term, weight in weights.items():
            total[self._places.get(term, _NOWHERE)] += weight
        return total
