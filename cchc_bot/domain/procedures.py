"""Procedures (thủ tục hành chính): what a citizen can ask an office for, and what it takes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Way(StrEnum):
    """How a dossier can be handed in."""

    DESK = "desk"
    ONLINE = "online"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Paper:
    """One thing to bring (thành phần hồ sơ)."""

    text: str
    copies: str = ""  # as the catalogue says it: "1 bản chính"; blank means not stated


@dataclass(frozen=True, slots=True)
class Procedure:
    """A catalogue entry. A blank field means that the source does not state it, never "none"."""

    code: str  # mã TTHC, such as 1.001193
    title: str
    field: str = ""
    level: str = ""
    agency: str = ""
    summary: str = ""
    applicants: str = ""
    papers: tuple[Paper, ...] = ()
    sets: str = ""
    fee: str = ""
    time_limit: str = ""
    ways: tuple[Way, ...] = ()
    steps: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    everyday_names: tuple[str, ...] = ()
    decision: str = ""
    source: str = ""
    dated_on: date | None = None  # the day on which the source was read
