"""The invented province: what is made of it, and in which order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from cchc_bot.domain.units import DEMONSTRATION_PROVINCE, Unit
from cchc_bot.services.demonstration import DemonstrationService, Step
from cchc_bot.sources.demonstration.dossiers import DossierMaker, read_dossier_procedures
from cchc_bot.sources.demonstration.notices import make_notices
from cchc_bot.sources.demonstration.units import read_units
from cchc_bot.storage.database import Database
from cchc_bot.storage.dossiers import SqlDossiers
from cchc_bot.storage.notices import SqlNotices
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
        units, notices = SqlUnits(database), SqlNotices(database)
        steps = [  # each after those that it refers to
            Step(
                "units",
                lambda _today: units.save(self.units),
                lambda: units.remove_province(DEMONSTRATION_PROVINCE),
            ),
            Step.replacing("dossiers", SqlDossiers(database), self.dossiers.make),
            Step(
                "notices",
                lambda _today: notices.save_notices(make_notices(self.folder, now())),
                notices.delete_demonstration,
            ),
        ]
        return DemonstrationService(SqlStamps(database), steps, now)
