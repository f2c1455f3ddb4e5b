"""The tables, one module a noun. Rows never leave storage."""

from cchc_bot.storage.tables.base import Base
from cchc_bot.storage.tables.people import InvitationRow, OfficialRow, PersonRow, ThreadRow
from cchc_bot.storage.tables.scores import (
    IndexItemRow,
    IndexSetRow,
    ScorecardRow,
    ScoreLineRow,
)
from cchc_bot.storage.tables.stamps import StampRow
from cchc_bot.storage.tables.units import UnitRow

__all__ = [
    "Base",
    "IndexItemRow",
    "IndexSetRow",
    "InvitationRow",
    "OfficialRow",
    "PersonRow",
    "ScoreLineRow",
    "ScorecardRow",
    "StampRow",
    "ThreadRow",
    "UnitRow",
]
