"""The Telegram channel: updates in, answers out; chats side by side, each in its own order."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog
from telegram import CallbackQuery, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import Application, CallbackContext, TypeHandler

from cchc_bot.channels.telegram.menu import set_menu
from cchc_bot.channels.telegram.messenger import Messenger
from cchc_bot.channels.telegram.polling import Poller
from cchc_bot.channels.telegram.updates import Heard, read
from cchc_bot.chat.router import Router
from cchc_bot.chat.turns import Turns
from cchc_bot.texts import TextLibrary

_Application = Application[Any, Any, Any, Any, Any, Any]
_Context = CallbackContext[Any, Any, Any, Any]

_AT_ONCE = 16  # chats that are answered at the same time
_WAITING = 1000  # updates taken in before Telegram has to keep the rest
_SECONDS_TO_FINISH = 1.5
_SECONDS_TO_CONFIRM = 1.0
_log = structlog.get_logger()


def connect(token: str, base_url: str = "", proxy: str = "") -> _Application:
    """Return the way to Telegram, not opened yet; "" stands for Telegram's own and no proxy."""
    builder = (
        Application.builder()
        .token(token)
        .updater(None)
        .connection_pool_size(2 * _AT_ONCE + 8)
        .pool_timeout(5)
        .get_updates_connection_pool_size(4)  # one torn connection must not block the next
    )
    if base_url:
        root = base_url.rstrip("/")
        builder = builder.base_url(f"{root}/bot").base_file_url(f"{root}/file/bot")
    if proxy:
        builder = builder.proxy(proxy).get_updates_proxy(proxy)
    return builder.build()


class TelegramChannel:
    def __init__(
        self,
        router: Router,
        texts: TextLibrary,
        application: _Application,
        first_pause: float = 1.0,
    ) -> None:
        self._router = router
        self._texts = texts
        self._application = application
        self._messenger = Messenger(application.bot)
        self._poller = Poller(application.bot, self._introduce, self._take, first_pause)
        self._turns = Turns()
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._room = asyncio.Semaphore(_WAITING)
        self._working: set[asyncio.Task[None]] = set()
        self._albums: deque[str] = deque(maxlen=100)
        application.add_handler(TypeHandler(Update, self._hear))
        application.add_error_handler(_note_failure)

    @asynccontextmanager
    async def open(self, stop: asyncio.Event) -> AsyncIterator[None]:
        """Serve beside other channels, until `stop` is set or the context is left.

        A refused token sets `stop`, and is raised when the context is left.
        """
        running = asyncio.create_task(self.run(stop))
        running.add_done_callback(lambda _: stop.set())
        try:
            yield
        finally:
            stop.set()
            await running

    async def run(self, stop: asyncio.Event) -> None:
        """Answer until `stop` is set. Raises TokenRefusedError.

        Where Telegram cannot be reached this warns once and goes on trying.
        """
        polling = asyncio.create_task(self._poller.run())
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
            polling.cancel()
            await asyncio.wait({polling})
            await self._close()
        if not polling.cancelled():
            polling.result()

    async def _introduce(self) -> None:
        await self._application.initialize()
        await self._application.bot.delete_webhook()  # or Telegram would refuse polling
        await set_menu(self._application.bot, self._router.routes, self._texts)
        _log.info("telegram_ready")

    async def _take(self, update: Update) -> None:
        await self._room.acquire()
        task = asyncio.create_task(self._process(update))
        self._working.add(task)
        task.add_done_callback(self._working.discard)

    async def _process(self, update: Update) -> None:
        chat = update.effective_chat
        try:
            async with self._turns.of(chat and chat.id), self._slots:
                await self._application.process_update(update)
        finally:
            self._room.release()

    async def _hear(self, update: Update, _context: _Context) -> None:
        heard = read(update, self._application.bot.bot)
        if heard and self._is_new(update, heard):
            await asyncio.gather(_acknowledge(update.callback_query), self._answer(heard))
        else:
            await _acknowledge(update.callback_query)

    def _is_new(self, update: Update, heard: Heard) -> bool:
        """Tell whether this is more than one of the further pictures of an album."""
        album = update.message and update.message.media_group_id
        if not album:
            return True
        is_further = album in self._albums
        self._albums.append(album)
        return heard.incoming.is_readable or not is_further

    async def _answer(self, heard: Heard) -> None:
        reply = await self._router.answer(heard.incoming)
        await self._messenger.answer(heard.place, reply)

    async def _close(self) -> None:
        if self._working:
            await asyncio.wait(self._working, timeout=_SECONDS_TO_FINISH)
        for task in self._working:
            task.cancel()
        await asyncio.gather(*self._working, return_exceptions=True)
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_SECONDS_TO_CONFIRM):
                await self._poller.confirm()
        await self._application.shutdown()
        await self._application.bot.shutdown()  # also where the application never came to be


async def _acknowledge(query: CallbackQuery | None) -> None:
    """Take the waiting sign off a pressed button, whatever becomes of the answer."""
    if query:
        with suppress(TelegramError):
            await query.answer()


async def _note_failure(_update: object, context: _Context) -> None:
    # No id, no token, and no words of the person's: only what kind of thing went wrong.
    error = context.error
    if isinstance(error, Forbidden):
        _log.info("telegram_answer_unwanted")  # blocked by the person, or put out of the group
    elif isinstance(error, TelegramError):
        reason = error.message if isinstance(error, BadRequest) else ""
        _log.warning("telegram_answer_not_sent", error=type(error).__name__, reason=reason)
    else:
        _log.error("telegram_update_failed", exc_info=error)
