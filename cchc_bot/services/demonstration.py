"""Demonstration data: made anew each day, so that it never grows old, and taken out on request."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

import structlog

from cchc_bot.domain.units import DEMONSTRATION_PROVINCE

STAMP = "demonstration"
_AN_HOUR = 3600.0
_log = structlog.get_logger()
_Thing_contra = TypeVar("_Thing_contra", contravariant=True)


class Stamps(Protocol):
    """Where it is kept for which day the data was made."""

    async def get(self, name: str) -> str: ...
    async def save(self, name: str, value: str) -> None: ...
    def turn(self, name: str) -> AbstractAsyncContextManager[None]: ...


class ByProvince(Protocol[_Thing_contra]):
    """A store that can put new things in the place of all those of a province at once."""

    async def replace_province(self, province: str, things: Sequence[_Thing_contra], /) -> None: ...


@dataclass(frozen=True, slots=True)
class Step:
    """One noun of the demonstration: how to make it for a day, and how to take it out.

    Each does its work in one transaction, so that nobody ever meets half of it.
    """

    name: str
    fill: Callable[[date], Awaitable[None]]
    clear: Callable[[], Awaitable[None]]

    @classmethod
    def replacing(
        cls,
        name: str,
        store: ByProvince[_Thing_contra],
        make: Callable[[date], Sequence[_Thing_contra]],
    ) -> "Step":
        """Put what `make` makes for a day in the place of what was made for another."""
        return cls(
            name,
            lambda today: store.replace_province(DEMONSTRATION_PROVINCE, make(today)),
            lambda: store.replace_province(DEMONSTRATION_PROVINCE, ()),
        )


class DemonstrationService:
    def __init__(self, stamps: Stamps, steps: Sequence[Step], now: Callable[[], datetime]) -> None:
        """`steps` stand in the order in which they build on each other."""
        self._stamps = stamps
        self._steps = tuple(steps)
        self._now = now

    async def refresh(self) -> None:
        """Make the data of today, unless it is there already."""
        today = self._now().date()
        async with self._stamps.turn(STAMP):
            if await self._stamps.get(STAMP) == today.isoformat():
                return
            for step in self._steps:
                await step.fill(today)
            await self._stamps.save(STAMP, today.isoformat())

    async def remove(self) -> None:
        """Take out all demonstration data, if there is any."""
        async with self._stamps.turn(STAMP):
            if not await self._stamps.get(STAMP):
                return
            for step in reversed(self._steps):
                await step.clear()
            await self._stamps.save(STAMP, "")

    async def keep_fresh(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Refresh after each midnight until cancelled; what fails is logged and tried again."""
        while True:
            # Never longer than an hour: a clock may be set, and a computer may have slept.
            await sleep(min(self._seconds_to_midnight(), _AN_HOUR))
            try:
                await self.refresh()
            except Exception:
                _log.exception("demonstration_not_refreshed")

    def _seconds_to_midnight(self) -> float:
        now = self._now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
        return (midnight - now).total_seconds() + 1
