import asyncio
from datetime import timedelta

from cchc_bot.domain.transcripts import KEPT_FOR, KeptFile, Message, Turn
from cchc_bot.storage.database import Database
from cchc_bot.storage.web_turns import SqlWebTurns
from tests.builders import NOW, a_sender

AN, BINH = a_sender("an"), a_sender("binh")
REPLY = {"lines": [{"text": "Xin chào"}]}
PICTURE = KeptFile("f" * 22, "biểu đồ.png", "image/png", b"\x89PNG\x00")


def a_message(message_id: str = "m1") -> Message:
    return Message(message_id, "/hoso", "Tra cứu hồ sơ", pressed_on="m0")


def a_store(database: Database, *, later: timedelta = timedelta(0)) -> SqlWebTurns:
    return SqlWebTurns(database, now=lambda: NOW + later)


async def answer(store: SqlWebTurns, message_id: str, *files: KeptFile) -> None:
    turn = await store.begin(AN, a_message(message_id))
    await store.complete(AN, turn, REPLY, files)


async def test_turns_begin_without_an_answer(database: Database) -> None:
    assert await a_store(database).begin(AN, a_message()) == Turn(a_message(), NOW)


async def test_turns_of_a_repeated_id_are_what_was_kept(database: Database) -> None:
    store = a_store(database)
    await answer(store, "m1")

    repeated = await store.begin(AN, Message("m1", "something else", ""))

    assert repeated == Turn(a_message(), NOW, REPLY)


async def test_turns_sent_twice_at_once_begin_once(database: Database) -> None:
    store = a_store(database)

    first, second = await asyncio.gather(*(store.begin(AN, a_message()) for _ in range(2)))

    assert first == second


async def test_turns_of_others_may_have_the_same_id(database: Database) -> None:
    store = a_store(database)
    await answer(store, "m1")

    assert (await store.begin(BINH, a_message("m1"))).reply is None


async def test_turns_are_listed_after_the_one_that_is_known(database: Database) -> None:
    store = a_store(database)
    for message_id in ("m1", "m2", "m3"):
        await answer(store, message_id)
    await store.begin(AN, a_message("unanswered"))

    async def ids(after: str, limit: int = 50) -> list[str]:
        return [turn.message.id for turn in await store.list_after(AN, after, limit)]

    assert await ids("") == await ids("unknown") == ["m1", "m2", "m3"]
    assert await ids("m1") == ["m2", "m3"]
    assert await ids("", limit=2) == ["m2", "m3"]
    assert await store.list_after(BINH, "", 50) == ()


async def test_files_are_given_to_their_owner_alone(database: Database) -> None:
    store = a_store(database)
    await answer(store, "m1", PICTURE)

    assert await store.get_file(AN, PICTURE.id) == PICTURE
    assert await store.get_file(BINH, PICTURE.id) is None
    assert await store.get_file(AN, "unknown") is None


async def test_turns_are_forgotten_with_their_files_when_their_time_is_over(
    database: Database,
) -> None:
    await answer(a_store(database), "m1", PICTURE)

    await a_store(database, later=KEPT_FOR).forget_old()
    assert await a_store(database).list_after(AN, "", 50)

    await a_store(database, later=KEPT_FOR + timedelta(seconds=1)).forget_old()
    assert await a_store(database).list_after(AN, "", 50) == ()
    assert await a_store(database).get_file(AN, PICTURE.id) is None
