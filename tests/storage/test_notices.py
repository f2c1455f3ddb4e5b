import asyncio
from datetime import timedelta

import pytest

from cchc_bot.domain.people import Language, Person
from cchc_bot.storage.database import Database
from cchc_bot.storage.notices import SqlNotices
from cchc_bot.storage.people import SqlPeople
from tests.builders import NOW, a_notice, a_sender, a_topic


@pytest.fixture
async def store(database: Database) -> SqlNotices:
    store = SqlNotices(database)
    await store.save_topics([a_topic("can-cuoc"), a_topic("dat-dai", "Đất đai")])
    return store


async def a_person(database: Database, name: str = "an") -> Person:
    people = SqlPeople(database)
    await people.add_thread(a_sender(name), Language.VIETNAMESE, NOW)
    thread = await people.get_thread(a_sender(name))
    assert thread is not None
    return thread.person


async def test_notices_come_back_as_they_were_saved(store: SqlNotices) -> None:
    notice = a_notice(is_demonstration=True)
    await store.save_notices([notice])

    assert await store.get(notice.code) == notice
    assert await store.get("khong-co") is None


async def test_notices_of_one_code_are_one(store: SqlNotices) -> None:
    await store.save_notices([a_notice(title="Cũ")])
    await store.save_notices([a_notice(title="Mới")])

    listed = await store.list_published(NOW, 0, 10)
    assert [notice.title for notice in listed] == ["Mới"]


async def test_notices_are_listed_newest_first_and_not_before_they_are_out(
    store: SqlNotices,
) -> None:
    hours = {"late": -1, "now": 0, "new": 1, "old": 30}
    await store.save_notices(
        a_notice(code, published_at=NOW - timedelta(hours=ago)) for code, ago in hours.items()
    )

    assert await store.count_published(NOW) == 3
    listed = await store.list_published(NOW, 0, 2)
    rest = await store.list_published(NOW, 2, 2)
    assert [notice.code for notice in (*listed, *rest)] == ["now", "new", "old"]


async def test_notices_of_the_demonstration_are_taken_out_alone(store: SqlNotices) -> None:
    await store.save_notices([a_notice("td-1", is_demonstration=True), a_notice("tb-1")])

    await store.delete_demonstration()

    assert [notice.code for notice in await store.list_published(NOW, 0, 10)] == ["tb-1"]


async def test_topics_keep_their_order_and_take_new_titles(store: SqlNotices) -> None:
    changed = (a_topic("dat-dai", "Đất và nhà"), a_topic("can-cuoc"), a_topic("ho-tich", "Hộ tịch"))

    await store.save_topics(changed)
    await store.save_topics(changed)

    assert await store.list_topics() == changed
    assert await store.get_topic("dat-dai") == changed[0]
    assert await store.get_topic("khong-co") is None


async def test_follows_are_each_persons_own(store: SqlNotices, database: Database) -> None:
    an, binh = await a_person(database, "an"), await a_person(database, "binh")

    await store.add_follow(an, a_topic("can-cuoc"), NOW)
    await store.add_follow(binh, a_topic("dat-dai"), NOW)

    assert await store.list_followed(an) == {"can-cuoc"}
    await store.delete_follow(an, a_topic("can-cuoc"))
    await store.delete_follow(an, a_topic("can-cuoc"))
    assert await store.list_followed(an) == frozenset()
    assert await store.list_followed(binh) == {"dat-dai"}


async def test_follows_pressed_many_times_at_once_are_one(
    store: SqlNotices, database: Database
) -> None:
    an = await a_person(database)

    await asyncio.gather(*(store.add_follow(an, a_topic(), NOW) for _ in range(5)))

    assert await store.list_followed(an) == {"can-cuoc"}


async def test_follows_outlive_a_new_load_of_topics_and_notices(
    store: SqlNotices, database: Database
) -> None:
    an = await a_person(database)
    await store.add_follow(an, a_topic(), NOW)

    await store.save_topics([a_topic()])
    await store.delete_demonstration()

    assert await store.list_followed(an) == {"can-cuoc"}
