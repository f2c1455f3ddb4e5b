"""One message of a sender at a time: two quick messages must not overtake each other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from cchc_bot.domain.people import Sender


class Turns:
    def __init__(self) -> None:
        # A lock lives as long as somebody holds it or waits for it.
        self._locks: WeakValueDictionary[Sender, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, sender: Sender) -> AsyncIterator[None]:
        lock = self._locks.setdefault(sender, asyncio.Lock())
        async with lock:
            yield
