"""Dossiers (hồ sơ): one filing by one applicant, and how far it has come."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cchc_bot.domain.units import DEMONSTRATION_PROVINCE, Unit

# Dots, dashes and spaces of every kind: what stands between the parts says nothing that their
# lengths do not say, so people may type what they please.
_BETWEEN = r"\s.,/_‐-―−-"
_GAP = rf"[{_BETWEEN}]{{1,3}}"
# Old unit codes run from the smallest body up (000.00.16.H40), new ones from the province down
# (H40.16).
_CODE = re.compile(
    rf"(?<![\w.])(?:(?P<old>(?:[0-9]{{1,3}}{_GAP}){{3}}[A-Za-z][0-9]{{2}})"
    rf"|(?P<new>[A-Za-z][0-9]{{2}}(?:{_GAP}[0-9]{{1,3}}){{0,4}}))"
    rf"{_GAP}(?P<day>[0-9]{{6}}){_GAP}(?P<number>[0-9]{{4,6}})(?![0-9])"
)
# A province and at least eight more digits, six of them in a row: no passport, no date.
_ALMOST_A_CODE = re.compile(
    rf"(?<!\w)[A-Za-z][0-9]{{2}}(?=[0-9{_BETWEEN}]*[0-9]{{6}})(?:[{_BETWEEN}]*[0-9]){{8}}"
)


class InvalidDossierCodeError(Exception):
    """The text holds no dossier code."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class ImpossibleDayError(InvalidDossierCodeError):
    """The text holds a dossier code with a day that does not exist, such as 260231."""

    def __init__(self, text: str, day: str) -> None:
        super().__init__(text)
        self.day = day


class DossierStatus(StrEnum):
    """The ten statuses of the national portal."""

    REGISTERED = "registered"  # 1 Mới đăng ký
    RECEIVED = "received"  # 2 Được tiếp nhận
    NOT_ACCEPTED = "not_accepted"  # 3 Không được tiếp nhận
    IN_PROGRESS = "in_progress"  # 4 Đang xử lý
    PAPERS_MISSING = "papers_missing"  # 5 Yêu cầu bổ sung giấy tờ
    PAYMENT_DUE = "payment_due"  # 6 Yêu cầu thực hiện nghĩa vụ tài chính
    WITHDRAWN = "withdrawn"  # 7 Công dân yêu cầu rút hồ sơ
    STOPPED = "stopped"  # 8 Dừng xử lý
    DONE = "done"  # 9 Đã xử lý xong
    RETURNED = "returned"  # 10 Đã trả kết quả


# What the clock does; for REGISTERED it has not begun.
RUNNING = frozenset({DossierStatus.RECEIVED, DossierStatus.IN_PROGRESS})
PAUSED = frozenset({DossierStatus.PAPERS_MISSING, DossierStatus.PAYMENT_DUE})
SETTLED = frozenset({DossierStatus.DONE, DossierStatus.RETURNED})
CLOSED = frozenset(  # ended without a result
    {DossierStatus.NOT_ACCEPTED, DossierStatus.WITHDRAWN, DossierStatus.STOPPED}
)
NOT_TAKEN_IN = frozenset({DossierStatus.REGISTERED, DossierStatus.NOT_ACCEPTED})


class Intake(StrEnum):
    DESK = "desk"
    ONLINE = "online"
    POST = "post"


@dataclass(frozen=True, slots=True)
class DossierCode:
    """A dossier code (mã hồ sơ) in its clean spelling, in the form in which it was issued."""

    value: str

    @classmethod
    def find_in(cls, text: str) -> "DossierCode | None":
        """Return the first code in a message, or None where there is none.

        Raises ImpossibleDayError.
        """
        match = _CODE.search(text)
        if match is None:
            return None
        day = match["day"]
        try:
            date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
        except ValueError as error:
            raise ImpossibleDayError(match[0], day) from error
        unit = ".".join(re.findall("[0-9A-Z]+", (match["old"] or match["new"]).upper()))
        return cls(f"{unit}-{day}-{match['number']}")

    @classmethod
    def parse(cls, text: str) -> "DossierCode":
        """Return the code in a text that should hold one. Raises InvalidDossierCodeError."""
        code = cls.find_in(text)
        if code is None:
            raise InvalidDossierCodeError(text)
        return code

    @property
    def key(self) -> str:
        """The same for the old and the new form of one code: H40.16-240528-0001."""
        unit, day, number = self.value.split("-")
        parts = unit.split(".")
        if parts[0].isdigit():
            parts.reverse()
        province, *bodies = parts
        while bodies and not int(bodies[-1]):
            bodies.pop()
        # Leading zeros are left out and put in at will: H40.5, H40.05.
        bodies = [f"{int(body):02}" for body in bodies]
        return f"{'.'.join([province, *bodies])}-{day}-{number}"


def looks_like_code(text: str) -> bool:
    """Whether somebody seems to have typed a dossier code, rightly or wrongly."""
    return _CODE.search(text) is not None or _ALMOST_A_CODE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A filing. Nothing about the applicant is kept: codes are guessable."""

    code: DossierCode
    procedure_title: str
    unit: Unit
    status: DossierStatus
    received_at: datetime  # of one that the office has not taken in: when it was sent
    due_on: date | None = None  # ngày hẹn trả; None until the dossier has been received
    finished_on: date | None = None
    procedure_code: str = ""  # kept with the title: the catalogue may lack the procedure
    intake: Intake = Intake.DESK
    missing: str = ""  # which papers or which payment the office waits for

    @property
    def is_demonstration(self) -> bool:
        return self.code.key.startswith(DEMONSTRATION_PROVINCE)

    def days_ahead(self, today: date) -> int | None:
        """Calendar days from the day that counts to the due date; below zero it is late.

        The day that counts is today while the clock runs, and the day of the result afterwards.
        None where there is no due date or nothing to compare it with. Compared by day, since the
        time of day of a receipt says nothing about lateness.
        """
        day = today if self.status in RUNNING else None
        if self.status in SETTLED:
            day = self.finished_on
        return (self.due_on - day).days if self.due_on and day else None
