import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import date, datetime, timedelta

from cchc_bot.services.demonstration import DemonstrationService, Step
from tests.builders import NOW


class FakeStamps:
    def __init__(self) -> None:
        self.value = ""

    async def get(self, name: str) -> str:
        return self.value

    async def save(self, name: str, value: str) -> None:
        self.value = value

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        yield


class World:
    """A demonstration of units and dossiers that writes down what is done to it."""

    def __init__(self) -> None:
        self.now = NOW
        self.done: list[str] = []
        self.failures = 0  # how often the next filling fails
        self.slept: list[float] = []
        steps = [self._step("units"), self._step("dossiers")]
        self.service = DemonstrationService(FakeStamps(), steps, lambda: self.now)

    def _step(self, name: str) -> Step:
        async def fill(today: date) -> None:
            if self.failures:
                self.failures -= 1
                raise ConnectionError
            self.done.append(f"{name} of {today:%d/%m}")

        async def clear() -> None:
            self.done.append(f"no {name}")

        return Step(name, fill, clear)

    async def serve_until(self, end: datetime) -> None:
        """Let the service keep itself fresh while the clock runs from its sleep to the next."""

        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.now += timedelta(seconds=seconds)
            if self.now > end:
                raise asyncio.CancelledError

        with suppress(asyncio.CancelledError):
            await self.service.keep_fresh(sleep)


async def test_demonstration_is_made_once_a_day() -> None:
    world = World()

    await world.service.refresh()
    await world.service.refresh()
    world.now += timedelta(days=1)
    await world.service.refresh()

    assert world.done == [
        "units of 23/01",
        "dossiers of 23/01",
        "units of 24/01",
        "dossiers of 24/01",
    ]


async def test_demonstration_is_taken_out_from_the_end_and_once() -> None:
    world = World()
    await world.service.refresh()
    world.done.clear()

    await world.service.remove()
    await world.service.remove()

    assert world.done == ["no dossiers", "no units"]


async def test_demonstration_comes_back_after_it_was_taken_out() -> None:
    world = World()
    await world.service.refresh()
    await world.service.remove()
    world.done.clear()

    await world.service.refresh()

    assert world.done == ["units of 23/01", "dossiers of 23/01"]


async def test_demonstration_takes_out_nothing_where_nothing_was_made() -> None:
    world = World()

    await world.service.remove()

    assert world.done == []


async def test_demonstration_that_failed_half_way_is_made_anew() -> None:
    world = World()
    world.failures = 1
    with suppress(ConnectionError):
        await world.service.refresh()

    await world.service.refresh()

    assert world.done == ["units of 23/01", "dossiers of 23/01"]


async def test_demonstration_is_made_anew_just_after_each_midnight() -> None:
    world = World()
    await world.service.refresh()
    world.done.clear()

    await world.serve_until(NOW + timedelta(days=2))

    assert world.done == [
        "units of 24/01",
        "dossiers of 24/01",
        "units of 25/01",
        "dossiers of 25/01",
    ]
    assert max(world.slept) <= 3600


async def test_demonstration_that_fails_at_midnight_is_tried_again_within_the_hour() -> None:
    world = World()
    await world.service.refresh()
    world.done.clear()
    world.failures = 2
    midnight = datetime.combine(NOW.date() + timedelta(days=1), datetime.min.time(), NOW.tzinfo)

    await world.serve_until(midnight + timedelta(hours=2, minutes=1))

    assert world.done == ["units of 24/01", "dossiers of 24/01"]
