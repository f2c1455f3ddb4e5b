"""The tables of feedback and of its drafts."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from cchc_bot.storage.tables.base import Base, Moment


class FeedbackRow(Base):
    __tablename__ = "feedback"

    number: Mapped[str] = mapped_column(primary_key=True)
    # The office keeps what was said when a person's data is deleted, but no longer who said it.
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    kind: Mapped[str]
    status: Mapped[str]
    text: Mapped[str]
    received_at: Mapped[datetime] = mapped_column(Moment, index=True)


class FeedbackDraftRow(Base):
    """What a person has written and not yet decided to send: one at a time."""

    __tablename__ = "feedback_drafts"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str]
    text: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(Moment)
