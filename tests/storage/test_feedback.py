import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete

from cchc_bot.domain.feedback import Feedback, FeedbackKind
from cchc_bot.domain.people import Language, Person
from cchc_bot.services.feedback import FeedbackService, NothingWrittenError
from cchc_bot.storage.database import Database
from cchc_bot.storage.feedback import SqlFeedback
from cchc_bot.storage.people import SqlPeople
from cchc_bot.storage.tables import PersonRow
from tests.builders import NOW, a_sender


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(database: Database, clock: Clock) -> FeedbackService:
    return FeedbackService(SqlFeedback(database), clock)


async def a_person(database: Database, name: str = "an") -> Person:
    people = SqlPeople(database)
    await people.add_thread(a_sender(name), Language.VIETNAMESE, NOW)
    thread = await people.get_thread(a_sender(name))
    assert thread is not None
    return thread.person


async def test_feedback_comes_back_to_its_sender_alone(
    database: Database, service: FeedbackService
) -> None:
    an, binh = await a_person(database, "an"), await a_person(database, "binh")

    sent = await service.send(an, FeedbackKind.CONDUCT, "Cán bộ rất tận tình")

    store = SqlFeedback(database)
    assert sent == Feedback(sent.number, FeedbackKind.CONDUCT, "Cán bộ rất tận tình", NOW)
    assert await store.get_own(an, sent.number) == sent
    assert await store.get_own(binh, sent.number) is None
    assert await store.get(sent.number) == sent


async def test_feedback_sent_twice_at_once_is_one(
    database: Database, service: FeedbackService
) -> None:
    an = await a_person(database)

    sent = await asyncio.gather(
        *(service.send(an, FeedbackKind.GENERAL, "Xin thêm ghế") for _ in range(5))
    )

    assert len({feedback.number for feedback in sent}) == 1
    assert await SqlFeedback(database).count() == 1


async def test_feedback_in_the_same_words_counts_anew_after_a_minute_or_from_another(
    database: Database, service: FeedbackService, clock: Clock
) -> None:
    an, binh = await a_person(database, "an"), await a_person(database, "binh")
    numbers = [(await service.send(an, FeedbackKind.GENERAL, "Xin thêm ghế")).number]
    numbers.append((await service.send(binh, FeedbackKind.GENERAL, "Xin thêm ghế")).number)

    clock.now += timedelta(seconds=60)
    assert (await service.send(an, FeedbackKind.GENERAL, "Xin thêm ghế")).number == numbers[0]
    clock.now += timedelta(seconds=1)
    numbers.append((await service.send(an, FeedbackKind.GENERAL, "Xin thêm ghế")).number)

    assert len(set(numbers)) == 3


async def test_feedback_is_listed_newest_first(
    database: Database, service: FeedbackService, clock: Clock
) -> None:
    an = await a_person(database)
    for number in range(7):
        await service.send(an, FeedbackKind.GENERAL, f"Góp ý thứ {number}")
        clock.now += timedelta(hours=1)

    first, second = await service.browse(), await service.browse(2)

    texts = [item.text for item in (*first.items, *second.items)]
    assert texts == [f"Góp ý thứ {number}" for number in range(6, -1, -1)]
    assert (first.newer, first.older, second.newer, second.older) == (None, 2, 1, None)


async def test_feedback_stays_without_a_name_when_its_sender_is_deleted(
    database: Database, service: FeedbackService
) -> None:
    an = await a_person(database)
    sent = await service.send(an, FeedbackKind.GENERAL, "Xin thêm ghế")
    await service.write(an, FeedbackKind.GENERAL, "Chưa gửi vội")

    async with database.writing() as session:
        await session.execute(delete(PersonRow).where(PersonRow.id == an.id))

    store = SqlFeedback(database)
    assert await store.get(sent.number) == sent
    assert await store.get_own(an, sent.number) is None
    assert await store.get_draft(an, NOW) is None


async def test_drafts_are_one_a_person_and_sent_once(
    database: Database, service: FeedbackService
) -> None:
    an = await a_person(database)
    await service.write(an, FeedbackKind.GENERAL, "Bản đầu tiên")
    await service.write(an, FeedbackKind.RULES, "Bản thứ hai")

    first, again = await service.send_written(an), await service.send_written(an)

    assert (first.kind, first.text) == (FeedbackKind.RULES, "Bản thứ hai")
    assert again == first
    assert await SqlFeedback(database).count() == 1


async def test_drafts_are_forgotten_after_an_hour_whoever_comes_next(
    database: Database, service: FeedbackService, clock: Clock
) -> None:
    an, binh = await a_person(database, "an"), await a_person(database, "binh")
    await service.write(an, FeedbackKind.GENERAL, "Chưa gửi vội")

    clock.now += timedelta(hours=1, seconds=1)
    await service.write(binh, FeedbackKind.GENERAL, "Bình viết sau")

    assert await SqlFeedback(database).get_draft(an, NOW - timedelta(days=9)) is None
    with pytest.raises(NothingWrittenError):
        await service.send_written(an)
