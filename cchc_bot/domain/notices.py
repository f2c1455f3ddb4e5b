"""Notices (thông báo): what the office wants people to know about the reform."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Topic:
    """What a notice is about, and what a person can follow (theo dõi)."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Notice:
    id: int
    topic: Topic
    title: str
    body: str
    published_at: datetime
    source: str = ""
    is_demonstration: bool = False
