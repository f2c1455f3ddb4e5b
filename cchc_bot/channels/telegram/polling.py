"""Asking Telegram for updates, for as long as it takes: carriers block it, lines drop."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from cchc_bot.channels.telegram.errors import TokenRefusedError
from cchc_bot.channels.telegram.updates import KINDS

_LONG_POLL = timedelta(seconds=30)
_WATCHDOG_SECONDS = 60  # a request that outlives its own timeouts is hung
_LONGEST_PAUSE = 60.0
_T = TypeVar("_T")
_log = structlog.get_logger()


class Poller:
    """Fetches updates one after the other. Unlike the library's own polling it stops at once,
    pauses longer and longer while Telegram is away, and tells of each outage once.
    """

    def __init__(
        self,
        bot: Bot,
        introduce: Callable[[], Awaitable[None]],
        take: Callable[[Update], Awaitable[None]],
        first_pause: float = 1.0,
    ) -> None:
        """`introduce` makes the bot known to Telegram; `take` is given each update in order."""
        self._bot = bot
        self._introduce = introduce
        self._take = take
        self._first_pause = first_pause
        self._offset = 0
        self._is_reachable = True
        self._is_known = False

    async def run(self) -> None:
        """Run until cancelled. Raises TokenRefusedError while the token never worked."""
        await self._insist(self._introduce)
        self._is_known = True
        while True:
            for update in await self._insist(self._fetch):
                await self._take(update)
                self._offset = update.update_id + 1

    async def confirm(self) -> None:
        """Tell Telegram which updates were taken, so that it does not send them again."""
        if self._offset and self._is_reachable:
            await self._bot.get_updates(self._offset, limit=1, timeout=0, allowed_updates=KINDS)

    async def _fetch(self) -> tuple[Update, ...]:
        return await self._bot.get_updates(self._offset, timeout=_LONG_POLL, allowed_updates=KINDS)

    async def _insist(self, action: Callable[[], Awaitable[_T]]) -> _T:
        pause = self._first_pause
        while True:
            try:
                async with asyncio.timeout(_WATCHDOG_SECONDS):
                    result = await action()
            except (TelegramError, TimeoutError) as error:
                self._note_outage(error)
            else:
                self._note_return()
                return result
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _note_outage(self, error: Exception) -> None:
        if isinstance(error, InvalidToken) and not self._is_known:
            raise TokenRefusedError from None
        if self._is_reachable:
            # The error's own words may hold the token, its kind says enough.
            _log.warning("telegram_unreachable", error=type(error).__name__)
        self._is_reachable = False

    def _note_return(self) -> None:
        if not self._is_reachable:
            _log.info("telegram_reachable_again")
        self._is_reachable = True
