"""What people can do here, each use case over its stores."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cchc_bot.app.search import build_finder
from cchc_bot.domain.dossiers import DossierCode
from cchc_bot.services.choices import ChoiceService
from cchc_bot.services.dossiers import DossierService
from cchc_bot.services.feedback import FeedbackService
from cchc_bot.services.notices import NoticeService
from cchc_bot.services.people import PeopleService
from cchc_bot.services.procedures import ProcedureService
from cchc_bot.services.scores import ScoreService
from cchc_bot.storage.choices import SqlChoices
from cchc_bot.storage.database import Database
from cchc_bot.storage.dossiers import SqlDossiers
from cchc_bot.storage.feedback import SqlFeedback
from cchc_bot.storage.notices import SqlNotices
from cchc_bot.storage.people import SqlPeople
from cchc_bot.storage.procedures import SqlProcedures
from cchc_bot.storage.scores import SqlScores
from cchc_bot.storage.stamps import SqlStamps
from cchc_bot.storage.units import SqlUnits


@dataclass(frozen=True, slots=True)
class Services:
    people: PeopleService
    dossiers: DossierService
    procedures: ProcedureService
    choices: ChoiceService
    scores: ScoreService
    notices: NoticeService
    feedback: FeedbackService

    @classmethod
    def over(
        cls,
        database: Database,
        now: Callable[[], datetime],
        examples: Callable[[date], Sequence[DossierCode]] | None,
        *,
        is_learning: bool,
    ) -> "Services":
        """`examples` names the dossiers to try the bot with, where it runs as a trial."""
        choices = ChoiceService(SqlChoices(database), now, time.monotonic, is_on=is_learning)
        return cls(
            people=PeopleService(SqlPeople(database), SqlUnits(database), now),
            dossiers=DossierService(SqlDossiers(database), now, examples),
            procedures=ProcedureService(
                SqlProcedures(database),
                SqlStamps(database),
                build_finder,
                now,
                time.monotonic,
                choices,
            ),
            choices=choices,
            scores=ScoreService(SqlScores(database), SqlUnits(database)),
            notices=NoticeService(SqlNotices(database), now),
            feedback=FeedbackService(SqlFeedback(database), now),
        )
