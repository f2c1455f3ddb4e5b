"""The tables of people, their conversations, offices and invitations."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cchc_bot.storage.tables.base import Base, BigKey, Moment


class PersonRow(Base):
    __tablename__ = "people"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    language: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(Moment)
    office: Mapped["OfficialRow | None"] = relationship(lazy="raise")


class ThreadRow(Base):
    """A conversation on a channel. A person may come to have several."""

    __tablename__ = "threads"
    __table_args__ = (UniqueConstraint("channel", "sender_id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    channel: Mapped[str]
    sender_id: Mapped[str]
    expects: Mapped[str]
    choices: Mapped[list[str]] = mapped_column(JSON)
    person: Mapped[PersonRow] = relationship(lazy="raise")


class OfficialRow(Base):
    __tablename__ = "officials"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    unit_code: Mapped[str] = mapped_column(ForeignKey("units.code", ondelete="CASCADE"))
    role: Mapped[str]
    since: Mapped[datetime] = mapped_column(Moment)


class InvitationRow(Base):
    __tablename__ = "invitations"

    code_hash: Mapped[str] = mapped_column(primary_key=True)
    unit_code: Mapped[str] = mapped_column(ForeignKey("units.code", ondelete="CASCADE"))
    role: Mapped[str]
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
