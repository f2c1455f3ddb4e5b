"""What a search says: which procedures a question may mean, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum

from cchc_bot.domain.procedures import ProcedureEntry, Section


class Decision(StrEnum):
    ANSWER = "answer"  # the first match is meant
    CLARIFY = "clarify"  # one of the first few: ask which
    NONE = "none"  # the question is about no procedure


@dataclass(frozen=True, slots=True)
class Match:
    entry: ProcedureEntry
    score: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Found:
    decision: Decision
    matches: tuple[Match, ...] = ()  # best first
    section: Section | None = None  # what of it was asked, where the question says so
    # The telling words of a question that asks back, folded and sorted: no story, no number.
    key: str = ""
