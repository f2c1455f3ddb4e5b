"""How sure the search is: whether to answer, to ask back, or to say that it has found nothing.

Two logistic curves over the evidence for the likest procedure, fitted to questions with known
answers by tests/benchmarks/calibrate_search.py; docs/search.md shows how well they hold.
"""

import math
from dataclasses import dataclass

from cchc_bot.domain.matches import Decision

SURE = 0.85  # from here on the answer is given without asking back
SURE_BY_NAME = 0.5  # the same, where the question holds a whole name of just one procedure
RELEVANT = 0.52  # below this the question is about no procedure


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the likest procedure."""

    says_its_name: bool  # the question holds a whole name of it
    likeness: float
    rival: float  # likeness of the second, against the first
    third: float
    name_covered: float  # share of its likest name that the question holds, by weight
    question_covered: float  # share of the question that this name holds
    words_known: float  # share of the question's single words that any of its names holds
    pairs_known: float  # share of the question that pairs in any of its names make up
    pairs_shared: float  # weight of those pairs, with what was meant though not typed


@dataclass(frozen=True, slots=True)
class Curve:
    """Weights in the order of the fields of Evidence."""

    weights: tuple[float, ...]
    bias: float

    def at(self, evidence: Evidence) -> float:
        values = (
            float(evidence.says_its_name),
            evidence.likeness,
            evidence.rival,
            evidence.third,
            evidence.name_covered,
            evidence.question_covered,
            evidence.words_known,
            evidence.pairs_known,
            evidence.pairs_shared,
        )
        height = self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-height))


SURENESS = Curve((0.93, -0.14, -5.86, -1.83, 3.89, -3.69, 0.91, 1.59, 0.09), 4.43)
RELEVANCE = Curve((0.09, 1.36, -0.84, 3.32, 8.09, -2.51, 3.28, 4.17, 0.16), -6.87)


def decide(evidence: Evidence, *, is_elsewhere: bool) -> Decision:
    if is_elsewhere or RELEVANCE.at(evidence) < RELEVANT:
        return Decision.NONE
    enough = SURE_BY_NAME if evidence.says_its_name else SURE
    return Decision.ANSWER if SURENESS.at(evidence) >= enough else Decision.CLARIFY
