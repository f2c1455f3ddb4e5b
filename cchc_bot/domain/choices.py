"""What people chose when they were asked back, counted without saying who, and what it moves."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from cchc_bot.domain.matches import Decision, Found, Match

NONE_OF_THESE = ""  # stands where the code of a procedure would
MOST_GAIN = 0.2  # of a procedure that everybody chose
ENOUGH = 10  # choices from which on their shares count in full
_STEPS = 10_000


@dataclass(frozen=True, slots=True)
class Choice:
    """How often a procedure was chosen after questions with the same telling words."""

    key: str  # those words, see Found.key
    code: str
    count: int
    changed_on: date


def gain(count: int, total: int) -> float:
    """Return how much likeness a procedure gains that was chosen so often, 0 to MOST_GAIN."""
    return MOST_GAIN * (count / total) * min(1.0, total / ENOUGH) if count else 0.0


def gains(counts: Mapping[str, int]) -> dict[str, float]:
    """Return the gain of each code. That none was meant counts against all, and gains nothing."""
    total = sum(counts.values())
    return {code: gain(count, total) for code, count in counts.items() if code != NONE_OF_THESE}


def count_by_code(choices: Iterable[Choice]) -> dict[str, int]:
    return {choice.code: choice.count for choice in choices}


def move(found: Found, counts: Mapping[str, int]) -> Found:
    """Rank what is offered by what was chosen before.

    Nobody loses, nobody gains more than MOST_GAIN, and what the search is sure of stays: what
    people press can change the order of an offer, and never an answer.
    """
    if found.decision is not Decision.CLARIFY or not counts:
        return found
    gained = gains(counts)
    moved = [
        replace(match, score=_raised(match, gained.get(match.entry.code, 0.0)))
        for match in found.matches
    ]
    return replace(found, matches=tuple(sorted(moved, key=lambda match: -match.score)))


def _raised(match: Match, by: float) -> float:
    # Rounded down, so that no rounding goes beyond what may be gained.
    raised = math.floor(match.score * (1 + by) * _STEPS) / _STEPS
    return max(match.score, min(1.0, raised))
