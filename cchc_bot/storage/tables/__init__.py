"""The tables, one module a noun. Rows never leave storage."""

from cchc_bot.storage.tables.base import Base
from cchc_bot.storage.tables.people import InvitationRow, OfficialRow, PersonRow, ThreadRow
from cchc_bot.storage.tables.procedures import ProcedureRow
from cchc_bot.storage.tables.stamps import StampRow
from cchc_bot.storage.tables.units import UnitRow

__all__ = [
    "Base",
    "InvitationRow",
    "OfficialRow",
    "PersonRow",
    "ProcedureRow",
    "StampRow",
    "ThreadRow",
    "UnitRow",
]
