"""Who talks to the bot: citizens (người dân) and officials (cán bộ, công chức)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

INVITATION_DAYS = 7


class Channel(StrEnum):
    WEB = "web"
    TELEGRAM = "telegram"
    ZALO = "zalo"
    CONSOLE = "console"


class Language(StrEnum):
    VIETNAMESE = "vi"
    ENGLISH = "en"


class Role(StrEnum):
    OFFICIAL = "official"
    HEAD = "head"
    REVIEWER = "reviewer"
    COMMITTEE_MEMBER = "committee_member"
    SECRETARY = "secretary"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Sender:
    """An address on a channel: what the platform calls the one who writes."""

    channel: Channel
    id: str = field(repr=False)  # the platform's own id: never shown and never logged whole


@dataclass(frozen=True, slots=True)
class Office:
    """The place of an official: a role in a unit."""

    unit_code: str
    role: Role


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    language: Language = Language.VIETNAMESE
    office: Office | None = None

    @property
    def is_official(self) -> bool:
        return self.office is not None


@dataclass(frozen=True, slots=True)
class Thread:
    """One person's conversation on one channel, and what the bot last asked there."""

    id: int
    person: Person
    expects: str = ""  # the command that the next free message answers
    choices: tuple[str, ...] = ()  # actions of the buttons last shown, for channels without buttons


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time code (giấy mời) that makes a sender an official; only its hash is kept."""

    code_hash: str
    office: Office
    expires_at: datetime
    used_at: datetime | None = None

    @classmethod
    def issue(cls, code_hash: str, office: Office, now: datetime) -> "Invitation":
        return cls(code_hash, office, expires_at=now + timedelta(days=INVITATION_DAYS))

    def is_expired(self, now: datetime) -> bool:
        return now >= self.expires_at
