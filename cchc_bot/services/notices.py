"""Reading notices (thông báo), and choosing the topics to follow (theo dõi)."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from cchc_bot.domain.notices import Notice, Topic
from cchc_bot.domain.people import Person
from cchc_bot.services.pages import Page, Place

PAGE_SIZE = 5


class NoticeNotFoundError(Exception):
    """There is no such notice, or it is not out yet."""


class TopicNotFoundError(Exception):
    """There is no such topic."""


class Notices(Protocol):
    """Where notices, topics and follows are kept."""

    async def get(self, code: str) -> Notice | None: ...
    async def count_published(self, now: datetime) -> int: ...
    async def list_published(
        self, now: datetime, offset: int, limit: int
    ) -> tuple[Notice, ...]: ...
    async def get_topic(self, code: str) -> Topic | None: ...
    async def list_topics(self) -> tuple[Topic, ...]: ...
    async def list_followed(self, person: Person) -> frozenset[str]: ...
    async def add_follow(self, person: Person, topic: Topic, now: datetime) -> None: ...
    async def delete_follow(self, person: Person, topic: Topic) -> None: ...


class NoticeService:
    def __init__(self, notices: Notices, now: Callable[[], datetime]) -> None:
        self._notices = notices
        self._now = now

    async def browse(self, page: int = 1) -> Page[Notice]:
        """Return a page of the published notices, newest first."""
        now = self._now()
        place = Place.of(page, await self._notices.count_published(now), PAGE_SIZE)
        return place.page(await self._notices.list_published(now, place.offset, place.size))

    async def read(self, code: str) -> Notice:
        """Raises NoticeNotFoundError."""
        notice = await self._notices.get(code)
        if notice is None or not notice.is_published(self._now()):
            raise NoticeNotFoundError(code)
        return notice

    async def topics(self) -> tuple[Topic, ...]:
        return await self._notices.list_topics()

    async def followed(self, person: Person) -> frozenset[str]:
        """Return the codes of the topics that a person follows."""
        return await self._notices.list_followed(person)

    async def follow(self, person: Person, topic_code: str) -> Topic:
        """Remember a wish to follow; twice is as good as once. Raises TopicNotFoundError."""
        topic = await self._topic(topic_code)
        await self._notices.add_follow(person, topic, self._now())
        return topic

    async def unfollow(self, person: Person, topic_code: str) -> Topic:
        """Raises TopicNotFoundError."""
        topic = await self._topic(topic_code)
        await self._notices.delete_follow(person, topic)
        return topic

    async def _topic(self, code: str) -> Topic:
        topic = await self._notices.get_topic(code)
        if topic is None:
            raise TopicNotFoundError(code)
        return topic
