"""One message of a sender, or of a chat, at a time: two must not overtake each other."""

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Turns:
    def __init__(self) -> None:
        # A lock lives as long as somebody holds it or waits for it.
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, whose: Hashable) -> AsyncIterator[None]:
        lock = self._locks.setdefault(whose, asyncio.Lock())
        async with lock:
            yield
