from collections import Counter
from datetime import date, timedelta

import pytest

from cchc_bot.domain.choices import NONE_OF_THESE, Choice
from cchc_bot.domain.matches import Decision, Found, Match
from cchc_bot.domain.procedures import ProcedureEntry
from cchc_bot.services.choices import ChoiceService
from tests.builders import NOW, TODAY, a_sender

BIRTH, COPY = "1.001193", "2.000635"
AN, BINH = a_sender("an"), a_sender("binh")
OFFERED = Found(
    Decision.CLARIFY,
    tuple(Match(ProcedureEntry(code, code), score) for code, score in [(BIRTH, 0.6), (COPY, 0.58)]),
    key="khai sinh",
)


class FakeChoices:
    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.read = 0

    async def add(self, key: str, code: str, today: date) -> None:
        self.counts[key, code] += 1

    async def list_of(self, key: str) -> tuple[Choice, ...]:
        self.read += 1
        return tuple(each for each in await self.list_most(99) if each.key == key)

    async def list_most(self, keys: int) -> tuple[Choice, ...]:
        return tuple(Choice(key, code, n, TODAY) for (key, code), n in self.counts.items())

    async def delete(self, key: str | None) -> int:
        gone = [each for each in self.counts if key in (None, each[0])]
        for each in gone:
            del self.counts[each]
        return len(gone)


class Stage:
    """The service, with its clocks to turn."""

    def __init__(self, *, is_on: bool = True) -> None:
        self.choices = FakeChoices()
        self.now = NOW
        self.seconds = 0.0
        self.service = ChoiceService(
            self.choices, lambda: self.now, lambda: self.seconds, is_on=is_on
        )

    def first_of(self, found: Found) -> str:
        return found.matches[0].entry.code


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def test_choice_is_counted_once_for_an_offer(stage: Stage) -> None:
    mark = stage.service.offer(AN, OFFERED)

    await stage.service.choose(AN, mark, COPY)
    await stage.service.choose(AN, mark, COPY)
    await stage.service.choose(AN, mark, BIRTH)

    assert stage.choices.counts == {("khai sinh", COPY): 1}


async def test_choice_of_a_person_is_counted_once_a_day_for_the_same_words(stage: Stage) -> None:
    for day in range(3):
        stage.now = NOW + timedelta(days=day)
        for _ in range(50):
            await stage.service.choose(AN, stage.service.offer(AN, OFFERED), COPY)

    await stage.service.choose(BINH, stage.service.offer(BINH, OFFERED))

    assert stage.choices.counts == {("khai sinh", COPY): 3, ("khai sinh", NONE_OF_THESE): 1}


async def test_choice_counts_nothing_without_the_mark_of_the_last_offer(stage: Stage) -> None:
    old = stage.service.offer(AN, OFFERED)
    new = stage.service.offer(AN, OFFERED)
    assert old != new

    await stage.service.choose(AN, old, COPY)
    await stage.service.choose(AN, "", COPY)
    await stage.service.choose(BINH, new, COPY)
    await stage.service.choose(AN, new, "1.990001")  # was not offered
    stage.seconds = 3601
    await stage.service.choose(AN, new, COPY)

    assert stage.choices.counts == {}


async def test_choice_moves_later_offers_within_a_minute(stage: Stage) -> None:
    assert stage.first_of(await stage.service.move(OFFERED)) == BIRTH
    for number in range(10):
        sender = a_sender(f"person-{number}")
        await stage.service.choose(sender, stage.service.offer(sender, OFFERED), COPY)

    assert stage.first_of(await stage.service.move(OFFERED)) == BIRTH
    assert stage.choices.read == 1
    stage.seconds = 60
    assert stage.first_of(await stage.service.move(OFFERED)) == COPY
    assert await stage.service.reset("khai sinh") == 1
    assert stage.first_of(await stage.service.move(OFFERED)) == BIRTH


async def test_choice_is_neither_counted_nor_moves_when_switched_off() -> None:
    stage = Stage(is_on=False)
    stage.choices.counts["khai sinh", COPY] = 99

    mark = stage.service.offer(AN, OFFERED)
    await stage.service.choose(AN, mark, COPY)

    assert mark == ""
    assert await stage.service.move(OFFERED) == OFFERED
    assert stage.choices.counts["khai sinh", COPY] == 99


async def test_choice_keeps_no_sender_in_what_it_remembers_of_the_day(stage: Stage) -> None:
    await stage.service.choose(AN, stage.service.offer(AN, OFFERED), COPY)

    assert stage.service._offers == {}
    assert all(AN.id.encode() not in who for who in stage.service._counted)
    stage.now = NOW + timedelta(days=1)
    await stage.service.choose(BINH, stage.service.offer(BINH, OFFERED), COPY)
    assert len(stage.service._counted) == 1
