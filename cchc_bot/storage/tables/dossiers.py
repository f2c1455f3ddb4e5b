"""The table of dossiers."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cchc_bot.storage.tables.base import Base, BigKey, Moment
from cchc_bot.storage.tables.units import UnitRow


class DossierRow(Base):
    """A filing. There is no column for anything about the applicant, and there shall be none."""

    __tablename__ = "dossiers"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # the same for the old and the new form of a code
    code: Mapped[str]  # as issued
    unit_code: Mapped[str] = mapped_column(ForeignKey("units.code"), index=True)
    procedure_code: Mapped[str]
    procedure_title: Mapped[str]
    status: Mapped[str]
    intake: Mapped[str]
    received_at: Mapped[datetime] = mapped_column(Moment)
    due_on: Mapped[date | None]
    finished_on: Mapped[date | None]
    missing: Mapped[str]
    unit: Mapped[UnitRow] = relationship(lazy="raise")
