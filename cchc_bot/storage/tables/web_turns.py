"""The tables of what was said in the web chat."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cchc_bot.storage.tables.base import Base, BigKey, Moment


class WebTurnRow(Base):
    """A message in the web chat and its answer. Rows are numbered in the order they came in."""

    __tablename__ = "web_turns"
    __table_args__ = (UniqueConstraint("sender_id", "client_id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    sender_id: Mapped[str]
    client_id: Mapped[str]
    said: Mapped[str]
    shown: Mapped[str]
    pressed_on: Mapped[str]
    reply: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime] = mapped_column(Moment)


class WebFileRow(Base):
    __tablename__ = "web_files"

    id: Mapped[str] = mapped_column(primary_key=True)
    turn_id: Mapped[int] = mapped_column(ForeignKey("web_turns.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    content: Mapped[bytes]
