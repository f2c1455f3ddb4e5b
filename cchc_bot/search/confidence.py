"""How sure the search is: whether to answer, to ask back, or to say that it has found nothing.

Two logistic curves over the evidence for the likest procedure, fitted to questions with known
answers; docs/search.md tells on which, and how well they hold.
"""

import math
from dataclasses import dataclass

from cchc_bot.domain.matches import Decision

SURE = 0.89  # from here on the answer is given without asking back
NAMED = 0.7  # the same, where a whole name of just one procedure makes up so much of a question
RELEVANT = 0.5  # below this the question is about no procedure


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the likest procedure."""

    likeness: float
    rival: float  # likeness of the second, against the first
    third: float
    name_covered: float  # share of its likest name that the question holds, by weight
    question_covered: float  # share of the question that this name holds
    words_known: float  # share of the question's single words that any of its names holds
    pairs_known: float  # share of the question that pairs in any of its names make up
    pairs_shared: float  # weight of those pairs, with what was meant though not typed
    is_named: bool  # the question holds a whole name of it, and no longer one of another


@dataclass(frozen=True, slots=True)
class Curve:
    """Weights in the order of the numbers of Evidence."""

    weights: tuple[float, ...]
    bias: float

    def at(self, evidence: Evidence) -> float:
        values = (
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


SURENESS = Curve((0.35, -6.01, -1.59, 3.25, -3.62, 0.63, 0.97, 0.09), 4.43)
RELEVANCE = Curve((0.91, -0.75, 3.28, 7.87, -2.93, 3.47, 5.22, 0.15), -6.8)


def decide(evidence: Evidence, *, is_elsewhere: bool) -> Decision:
    if is_elsewhere or RELEVANCE.at(evidence) < RELEVANT:
        return Decision.NONE
    is_plain = evidence.is_named and evidence.question_covered >= NAMED
    is_sure = is_plain or SURENESS.at(evidence) >= SURE
    return Decision.ANSWER if is_sure else Decision.CLARIFY
