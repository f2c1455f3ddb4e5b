"""The tables of notices, topics and who follows them."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cchc_bot.storage.tables.base import Base, Moment


class TopicRow(Base):
    __tablename__ = "topics"

    code: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    position: Mapped[int]  # in the list that people choose from


class NoticeRow(Base):
    __tablename__ = "notices"

    code: Mapped[str] = mapped_column(primary_key=True)
    topic_code: Mapped[str] = mapped_column(ForeignKey("topics.code"), index=True)
    title: Mapped[str]
    body: Mapped[str]
    source: Mapped[str]
    published_at: Mapped[datetime] = mapped_column(Moment, index=True)
    is_demonstration: Mapped[bool]
    topic: Mapped[TopicRow] = relationship(lazy="raise")


class FollowRow(Base):
    """A person's wish to hear of a topic."""

    __tablename__ = "follows"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    topic_code: Mapped[str] = mapped_column(
        ForeignKey("topics.code", ondelete="CASCADE"), primary_key=True, index=True
    )
    followed_at: Mapped[datetime] = mapped_column(Moment)
