"""Feedback (phản ánh, kiến nghị) from people to the office.

Complaints (khiếu nại) and denunciations (tố cáo) are no feedback: the law gives them ways of
their own.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MIN_LETTERS = 5
# For reading over the phone: of letters and digits that are taken for each other (0 O Q, 1 I L,
# 2 Z, 5 S, 8 B P, M N, U V) at most one is in it.
NUMBER_ALPHABET = "ACDEFGHKMRTVXY23456789"
NUMBER_LENGTH = 8

_DASH = r"(?:\s*[-‐‑‒–—―−_.]\s*|\s+)?"
# Never after a dash: an invitation may hold a group that begins with GY.
_NUMBER = re.compile(
    rf"(?<![\w-])GY{_DASH}([A-Z0-9]{{3,5}}){_DASH}([A-Z0-9]{{3,5}})(?!\w)", re.IGNORECASE | re.ASCII
)


class FeedbackKind(StrEnum):
    """What it is about: the two kinds that the law knows, and what the sender left open."""

    RULES = "rules"  # quy định, thủ tục hành chính
    CONDUCT = "conduct"  # hành vi của cán bộ, công chức
    GENERAL = "general"


class FeedbackStatus(StrEnum):
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was said, never who said it: the store alone knows whose it is."""

    number: str  # GY-XXXX-XXXX: what the sender quotes to ask for it again
    kind: FeedbackKind
    text: str
    received_at: datetime
    status: FeedbackStatus = FeedbackStatus.RECEIVED


@dataclass(frozen=True, slots=True)
class FeedbackDraft:
    """What was written and is not sent until its writer says so."""

    kind: FeedbackKind
    text: str


def spell_number(letters: str) -> str:
    """Write the letters of a number the way that it is given out."""
    letters = letters.upper()
    half = NUMBER_LENGTH // 2
    return f"GY-{letters[:half]}-{letters[half:]}"


def find_number(text: str) -> str | None:
    """Return the first number in a message in its clean spelling, however it is typed.

    One with a letter too many or too few is returned as well: it is simply nobody's.
    """
    match = _NUMBER.search(text)
    return match and spell_number(match[1] + match[2])


def has_enough_letters(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= MIN_LETTERS
