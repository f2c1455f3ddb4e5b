"""The invented province: what is made of it, and in which order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path

from cchc_bot.domain.units import DEMONSTRATION_PROVINCE, Unit
from cchc_bot.services.demonstration import DemonstrationService, Step
from cchc_bot.sources.demonstration.dossiers import DossierMaker, read_dossier_procedures
from cchc_bot.sources.demonstration.notices import make_notices
from cchc_bot.sources.demonstration.scores import make_index_sets, make_scorecards
from cchc_bot.sources.demonstration.units import read_units
from cchc_bot.storage.database import Database
from cchc_bot.storage.dossiers import SqlDossiers
from cchc_bot.storage.notices import SqlNotices
from cchc_bot.storage.scores import SqlScores
from cchc_bot.storage.stamps import SqlStamps
from cchc_bot.storage.units import SqlUnits


@dataclass(frozen=True, slots=True)
class Demonstration:
    folder: Path
    units: tuple[Unit, ...]
    dossiers: DossierMaker

    @classmethod
    def read(cls, folder: Path, zone: tzinfo) -> "Demonstration":
        units = read_units(folder)
        return cls(folder, units, DossierMaker(units, read_dossier_procedures(folder), zone))

    def service(self, database: Database, now: Callable[[], datetime]) -> DemonstrationService:
        units, notices, scores = SqlUnits(database), SqlNotices(database), SqlScores(database)
        steps = [  # each after those that it refers to
            Step(
                "units",
                lambda _today: units.save(self.units),
                lambda: units.remove_province(DEMONSTRATION_PROVINCE),
            ),
            Step.replacing("dossiers", SqlDossiers(database), self.dossiers.make),
            Step(
                "scores",
                lambda today: self._fill_scores(scores, today),
                scores.delete_demonstration,
            ),
            Step(
                "notices",
                lambda _today: notices.save_notices(make_notices(self.folder, now())),
                notices.delete_demonstration,
            ),
        ]
        return DemonstrationService(SqlStamps(database), steps, now)

    async def _fill_scores(self, scores: SqlScores, today: date) -> None:
        await scores.delete_demonstration()
        for index_set in make_index_sets(self.folder, today):
            await scores.save_index_set(index_set)
            cards = make_scorecards(self.folder, self.units, index_set)
            await scores.save_scorecards(index_set, cards)
