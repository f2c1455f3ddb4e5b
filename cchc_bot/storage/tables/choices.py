"""The table of what people chose when they were asked back."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from cchc_bot.storage.tables.base import Base


class ChoiceRow(Base):
    """How often a procedure was chosen after a question with these words. Nobody is named."""

    __tablename__ = "choices"

    terms_key: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)  # "" where none of them was meant
    count: Mapped[int]
    changed_on: Mapped[date]
