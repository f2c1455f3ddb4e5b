import asyncio
from datetime import timedelta

from cchc_bot.domain.choices import NONE_OF_THESE, Choice
from cchc_bot.storage.choices import SqlChoices
from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import ChoiceRow
from tests.builders import TODAY

TOMORROW = TODAY + timedelta(days=1)


async def test_choices_are_counted_by_words_and_procedure(database: Database) -> None:
    choices = SqlChoices(database)

    await choices.add("khai sinh", "1.001193", TODAY)
    await choices.add("khai sinh", "1.001193", TOMORROW)
    await choices.add("khai sinh", NONE_OF_THESE, TODAY)
    await choices.add("chung thuc", "2.000815", TODAY)

    assert await choices.list_of("khai sinh") == (
        Choice("khai sinh", "1.001193", 2, TOMORROW),
        Choice("khai sinh", NONE_OF_THESE, 1, TODAY),
    )
    assert await choices.list_of("sinh khai") == ()


async def test_choices_of_two_at_once_are_both_counted(database: Database) -> None:
    choices = SqlChoices(database)

    await asyncio.gather(*(choices.add("khai sinh", "1.001193", TODAY) for _ in range(8)))

    assert [each.count for each in await choices.list_of("khai sinh")] == [8]


async def test_choices_are_listed_by_the_words_with_most(database: Database) -> None:
    choices = SqlChoices(database)
    for key, code, count in [("a", "1", 2), ("b", "1", 1), ("b", "2", 3), ("c", "1", 1)]:
        for _ in range(count):
            await choices.add(key, code, TODAY)

    listed = await choices.list_most(2)

    assert [(each.key, each.code, each.count) for each in listed] == [
        ("b", "2", 3),
        ("b", "1", 1),
        ("a", "1", 2),
    ]


async def test_choices_are_forgotten_by_their_words_or_all(database: Database) -> None:
    choices = SqlChoices(database)
    for key in "abc":
        await choices.add(key, "1.001193", TODAY)

    assert await choices.delete("a") == 1
    assert await choices.delete("a") == 0
    assert await choices.delete(None) == 2
    assert await choices.list_most(9) == ()


def test_choices_keep_nobody() -> None:
    assert set(ChoiceRow.__table__.columns.keys()) == {"terms_key", "code", "count", "changed_on"}
    assert not ChoiceRow.__table__.foreign_keys
