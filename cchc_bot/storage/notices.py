"""Notices, their topics, and who follows which topic."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from cchc_bot.domain.notices import Notice, Topic
from cchc_bot.domain.people import Person
from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import FollowRow, NoticeRow, TopicRow


class SqlNotices:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, code: str) -> Notice | None:
        query = select(NoticeRow).where(NoticeRow.code == code).options(joinedload(NoticeRow.topic))
        async with self._database.reading() as session:
            row = await session.scalar(query)
        return None if row is None else _to_notice(row)

    async def count_published(self, now: datetime) -> int:
        query = select(func.count()).where(NoticeRow.published_at <= now)
        async with self._database.reading() as session:
            return await session.scalar(query) or 0

    async def list_published(self, now: datetime, offset: int, limit: int) -> tuple[Notice, ...]:
        """List the notices that are out, newest first."""
        query = (
            select(NoticeRow)
            .where(NoticeRow.published_at <= now)
            .order_by(NoticeRow.published_at.desc(), NoticeRow.code)
            .offset(offset)
            .limit(limit)
            .options(joinedload(NoticeRow.topic))
        )
        async with self._database.reading() as session:
            return tuple(_to_notice(row) for row in await session.scalars(query))

    async def save_notices(self, notices: Iterable[Notice]) -> None:
        """Add notices, or change those of the same code. Their topics must be there."""
        async with self._database.writing() as session:
            for notice in notices:
                await session.merge(
                    NoticeRow(
                        code=notice.code,
                        topic_code=notice.topic.code,
                        title=notice.title,
                        body=notice.body,
                        source=notice.source,
                        published_at=notice.published_at,
                        is_demonstration=notice.is_demonstration,
                    )
                )

    async def delete_demonstration(self) -> None:
        async with self._database.writing() as session:
            await session.execute(delete(NoticeRow).where(NoticeRow.is_demonstration))

    async def get_topic(self, code: str) -> Topic | None:
        async with self._database.reading() as session:
            row = await session.get(TopicRow, code)
        return None if row is None else _to_topic(row)

    async def list_topics(self) -> tuple[Topic, ...]:
        query = select(TopicRow).order_by(TopicRow.position, TopicRow.code)
        async with self._database.reading() as session:
            return tuple(_to_topic(row) for row in await session.scalars(query))

    async def save_topics(self, topics: Iterable[Topic]) -> None:
        """Add topics, or change those of the same code, in this order; none is taken away."""
        async with self._database.writing() as session:
            for position, topic in enumerate(topics):
                await session.merge(TopicRow(code=topic.code, title=topic.title, position=position))

    async def list_followed(self, person: Person) -> frozenset[str]:
        """Return the codes of the topics that a person follows."""
        query = select(FollowRow.topic_code).where(FollowRow.person_id == person.id)
        async with self._database.reading() as session:
            return frozenset(await session.scalars(query))

    async def add_follow(self, person: Person, topic: Topic, now: datetime) -> None:
        """Does nothing where the person follows the topic already."""
        row = FollowRow(person_id=person.id, topic_code=topic.code, followed_at=now)
        try:
            async with self._database.writing() as session:
                session.add(row)
        except IntegrityError:
            return

    async def delete_follow(self, person: Person, topic: Topic) -> None:
        change = delete(FollowRow).where(
            FollowRow.person_id == person.id, FollowRow.topic_code == topic.code
        )
        async with self._database.writing() as session:
            await session.execute(change)


def _to_notice(row: NoticeRow) -> Notice:
    return Notice(
        code=row.code,
        topic=_to_topic(row.topic),
        title=row.title,
        body=row.body,
        published_at=row.published_at,
        source=row.source,
        is_demonstration=row.is_demonstration,
    )


def _to_topic(row: TopicRow) -> Topic:
    return Topic(row.code, row.title)
