"""What /diem is asked for, by buttons, by hand or in free text."""

import re
from dataclasses import dataclass

from cchc_bot.search.folding import fold

COMMAND = "/diem"
_UNIT = re.compile(r"(?:[0-9]{2,3}\.){0,3}[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,4}", re.IGNORECASE)
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_ITEM = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,4}")
# "Điểm" is also a place, a moment, a feature...: only the points of a score are meant here.
_SCORES = re.compile(
    r"(?<!\bdia )(?<!\bthoi )(?<!\bdac )(?<!\bquan )(?<!\bcao )(?<!\bthi )(?<!\btrong )\bdiem\b"
    r"(?! (?:ban|bau|cap|dan|den|giao|hen|nop|thi|thu|tiem|tiep|tra|truong)\b)"
    r"|\bchi so (?:cchc|cai cach hanh chinh)\b"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A blank unit is the asker's own, a blank year the newest, a blank item the whole card."""

    unit_code: str = ""
    year: int | None = None
    item_code: str = ""
    unit_name: str = ""  # where words stand in place of a code

    @property
    def argument(self) -> str:
        """The question as what follows the command."""
        parts = (self.unit_code, str(self.year or ""), self.item_code)
        return " ".join(part for part in parts if part)

    @property
    def action(self) -> str:
        """The question as a command, for a button."""
        return f"{COMMAND} {self.argument}"


def parse(text: str) -> Question:
    """Read what follows the command: "H99.13 2025 3.2", any of the three left out, or a name."""
    words = text.split()
    unit = words.pop(0).upper() if words and _UNIT.fullmatch(words[0]) else ""
    year = int(words.pop(0)) if words and _YEAR.fullmatch(words[0]) else None
    item = words.pop(0) if words and _ITEM.fullmatch(words[0]) else ""
    if not words:
        return Question(unit, year, item)
    named_year = _YEAR.search(text)
    return Question(year=int(named_year[0]) if named_year else None, unit_name=text)


def is_about_scores(text: str) -> bool:
    return bool(_SCORES.search(fold(text)))
