"""Notices (thông báo): what the office wants people to know about the reform."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Topic:
    """What a notice is about, and what a person can follow (theo dõi)."""

    code: str  # short, such as can-cuoc: buttons carry it
    title: str


@dataclass(frozen=True, slots=True)
class Notice:
    code: str  # short, and the same for ever: buttons in old messages name it
    topic: Topic
    title: str
    body: str  # paragraphs, a line each
    published_at: datetime
    source: str = ""
    is_demonstration: bool = False

    def is_published(self, now: datetime) -> bool:
        return self.published_at <= now
