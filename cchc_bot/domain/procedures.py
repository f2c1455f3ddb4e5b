"""Procedures (thủ tục hành chính): what a citizen can ask an office for, and what it takes."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# 1.001193, as the ministries give it; provinces append their own code and, in the old form, that
# of the unit: 1.001193.H38, 1.001193.000.00.00.H26. Some local ones have up to nine digits.
_BASE = r"\d\.\d{6,9}"
_CODE = re.compile(
    rf"(?P<base>{_BASE})(?:(?:\.\d{{2,3}}){{1,4}})?(?:\.[A-Z]\d{{2}})?", re.IGNORECASE
)
_CODE_IN_TEXT = re.compile(rf"(?<![\w.-]){_CODE.pattern}(?!\w|-\d|\.\w)", re.IGNORECASE)


class Way(StrEnum):
    """How a dossier can be handed in."""

    DESK = "desk"
    ONLINE = "online"
    POST = "post"


class Section(StrEnum):
    """What people ask about a procedure, and the parts in which it is told."""

    OVERVIEW = "overview"
    PAPERS = "papers"
    FEE = "fee"
    TIME = "time"
    PLACE = "place"
    STEPS = "steps"
    BASIS = "basis"


class Origin(StrEnum):
    """Where a record came from: with the bot, or from a file of the office, which wins."""

    SHIPPED = "shipped"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Paper:
    """One thing to bring (thành phần hồ sơ)."""

    text: str
    copies: str = ""  # as the catalogue says it: "1 bản chính"; blank means not stated


@dataclass(frozen=True, slots=True)
class ProcedureEntry:
    """What finding and listing need of a procedure: how it is called, not what it takes."""

    code: str  # mã TTHC, such as 1.001193
    title: str
    field: str = ""
    level: str = ""
    decision: str = ""  # by which it was published (quyết định công bố)
    everyday_names: tuple[str, ...] = ()

    @property
    def is_commune(self) -> bool:
        return "xã" in self.level.casefold()

    @property
    def is_local(self) -> bool:
        """Whether a province published it, for itself alone."""
        return "UBND" in self.decision


@dataclass(frozen=True, slots=True)
class Procedure(ProcedureEntry):
    """A catalogue entry. A blank field means that the source does not state it, never "none"."""

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
    source: str = ""
    dated_on: date | None = None  # the day on which the source was read


def is_procedure_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def find_procedure_code(text: str) -> str | None:
    """Return the first procedure code in a message; one inside a dossier code does not count."""
    match = _CODE_IN_TEXT.search(text)
    return match and match[0].upper()


def bare_code(code: str) -> str:
    """Return a code without what a province appended: 1.001193.H38 is 1.001193."""
    match = _CODE.match(code)
    return match["base"] if match else code
