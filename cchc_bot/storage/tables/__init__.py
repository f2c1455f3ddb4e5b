"""The tables, one module a noun. Rows never leave storage."""

from cchc_bot.storage.tables.base import Base
from cchc_bot.storage.tables.choices import ChoiceRow
from cchc_bot.storage.tables.dossiers import DossierRow
from cchc_bot.storage.tables.feedback import FeedbackDraftRow, FeedbackRow
from cchc_bot.storage.tables.notices import FollowRow, NoticeRow, TopicRow
from cchc_bot.storage.tables.people import InvitationRow, OfficialRow, PersonRow, ThreadRow
from cchc_bot.storage.tables.procedures import ProcedureRow
from cchc_bot.storage.tables.scores import (
    IndexItemRow,
    IndexSetRow,
    ScorecardRow,
    ScoreLineRow,
)
from cchc_bot.storage.tables.stamps import StampRow
from cchc_bot.storage.tables.units import UnitRow
from cchc_bot.storage.tables.web_turns import WebFileRow, WebTurnRow

__all__ = [
    "Base",
    "ChoiceRow",
    "DossierRow",
    "FeedbackDraftRow",
    "FeedbackRow",
    "FollowRow",
    "IndexItemRow",
    "IndexSetRow",
    "InvitationRow",
    "NoticeRow",
    "OfficialRow",
    "PersonRow",
    "ProcedureRow",
    "ScoreLineRow",
    "ScorecardRow",
    "StampRow",
    "ThreadRow",
    "TopicRow",
    "UnitRow",
    "WebFileRow",
    "WebTurnRow",
]
