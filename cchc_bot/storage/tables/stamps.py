"""The table of what was last loaded."""

from sqlalchemy.orm import Mapped, mapped_column

from cchc_bot.storage.tables.base import Base


class StampRow(Base):
    """What was last loaded of something, so that it is not loaded twice."""

    __tablename__ = "stamps"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
