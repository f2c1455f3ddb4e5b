"""The tables, one module a noun. Rows never leave storage."""

from cchc_bot.storage.tables.base import Base
from cchc_bot.storage.tables.people import InvitationRow, OfficialRow, PersonRow, ThreadRow
from cchc_bot.storage.tables.stamps import StampRow
from cchc_bot.storage.tables.units import UnitRow
from cchc_bot.storage.tables.web_turns import WebFileRow, WebTurnRow

__all__ = [
    "Base",
    "InvitationRow",
    "OfficialRow",
    "PersonRow",
    "StampRow",
    "ThreadRow",
    "UnitRow",
    "WebFileRow",
    "WebTurnRow",
]
