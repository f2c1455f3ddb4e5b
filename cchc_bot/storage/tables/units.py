"""The table of units."""

from sqlalchemy.orm import Mapped, mapped_column

from cchc_bot.storage.tables.base import Base


class UnitRow(Base):
    __tablename__ = "units"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
