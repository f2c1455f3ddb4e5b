"""Feedback (phản ánh, kiến nghị) from people to the office."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Feedback:
    number: int  # what the sender quotes to ask for it again
    text: str
    received_at: datetime
