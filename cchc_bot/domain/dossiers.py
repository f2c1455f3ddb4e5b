"""Dossiers (hồ sơ): one filing by one applicant, and how far it has come."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from cchc_bot.domain.units import DEMONSTRATION_PROVINCE

_DASH = r"[-‐‑‒–—―−_]"
_DOT = r"[.\s,]+"
# Old unit codes run from the smallest body up (000.00.16.H40), new ones from the province down
# (H40.16). Between the parts people type what they please.
_CODE = re.compile(
    rf"(?<![\w.])(?P<old>(?:\d{{2,3}}{_DOT}){{3}})?(?P<province>[A-Z]\d{{2}})"
    rf"(?P<new>(?:{_DOT}\d{{1,3}}){{0,4}})"
    rf"\s*(?:{_DASH}|\s)\s*(?P<day>\d{{6}})\s*(?:{_DASH}|\s)\s*(?P<number>\d{{4,6}})(?![\w])",
    re.IGNORECASE,
)


class InvalidDossierCodeError(Exception):
    """The text is no dossier code: not of its form, or with a day that does not exist."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


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


RUNNING = frozenset({DossierStatus.RECEIVED, DossierStatus.IN_PROGRESS})
PAUSED = frozenset({DossierStatus.PAPERS_MISSING, DossierStatus.PAYMENT_DUE})


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
        """Return the first code in a message, or None; raise InvalidDossierCodeError on no day."""
        match = _CODE.search(text)
        if match is None:
            return None
        day = match["day"]
        try:
            date(2000 + int(day[:2]), int(day[2:4]), int(day[4:]))
        except ValueError as error:
            raise InvalidDossierCodeError(match[0].strip()) from error
        unit = [*_numbers(match["old"]), match["province"].upper(), *_numbers(match["new"])]
        return cls(f"{'.'.join(unit)}-{day}-{match['number']}")

    @classmethod
    def parse(cls, text: str) -> "DossierCode":
        """Read a text that should be one code. Raises InvalidDossierCodeError."""
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
            while len(parts) > 1 and not int(parts[-1]):
                parts.pop()
        return f"{'.'.join(parts)}-{day}-{number}"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What may be told on the code alone: nothing about the applicant is kept here."""

    code: DossierCode
    procedure_title: str
    unit_name: str
    status: DossierStatus
    received_at: datetime
    due_on: date | None = None  # ngày hẹn trả; None until the dossier has been received
    finished_on: date | None = None
    procedure_code: str = ""
    intake: Intake = Intake.DESK

    @property
    def is_demonstration(self) -> bool:
        return self.code.key.startswith(DEMONSTRATION_PROVINCE)

    def days_late(self, today: date) -> int:
        """Calendar days past the due date, 0 when on time or when the clock does not run.

        Compared by day, since the time of day of a receipt says nothing about lateness.
        """
        if self.due_on is None:
            return 0
        if self.status in RUNNING:
            return max(0, (today - self.due_on).days)
        if self.status in (DossierStatus.DONE, DossierStatus.RETURNED) and self.finished_on:
            return max(0, (self.finished_on - self.due_on).days)
        return 0


def _numbers(text: str | None) -> list[str]:
    return re.findall(r"\d+", text or "")
