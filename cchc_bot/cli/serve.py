"""`python bot.py serve`: every channel that is set up, in one process, until it is told to stop."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from threading import Thread

from cchc_bot.app import App, open_app
from cchc_bot.channels.web.channel import WebChannel
from cchc_bot.documents.charts import warm_up
from cchc_bot.domain.people import Language
from cchc_bot.settings import Settings


def serve() -> None:
    """Serve the web chat, and Telegram when its token is set."""
    asyncio.run(_serve(Settings.read()))


def _channels(app: App, stop: asyncio.Event) -> list[AbstractAsyncContextManager[None]]:
    """Return what is served: each runs as long as its context lasts.

    The web chat comes last, since its line tells that everything is ready.
    """
    telegram = [_telegram(app, stop)] if app.settings.telegram_token.get_secret_value() else []
    return [*telegram, _web(app)]


async def _serve(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    # Beside the opening of the database, before anybody asks: later it would hold up everybody. A
    # daemon, so that nobody who stops the bot waits for it.
    Thread(target=warm_up, name="warm-up", daemon=True).start()
    async with open_app(settings) as app, AsyncExitStack() as running:
        await app.services.procedures.prepare()
        for channel in _channels(app, stop):
            await running.enter_async_context(channel)
        refreshing = asyncio.create_task(app.demonstration.keep_fresh()) if settings.demo else None
        await stop.wait()
        if refreshing:
            refreshing.cancel()


def web_channel(app: App) -> WebChannel:
    return WebChannel(
        app.router,
        app.people,
        app.texts,
        app.transcript,
        is_demonstration=app.settings.demo,
    )


def _telegram(app: App, stop: asyncio.Event) -> AbstractAsyncContextManager[None]:
    # Imported here, since it takes half a second that nobody without a token should wait.
    from cchc_bot.channels.telegram.channel import TelegramChannel, connect

    settings = app.settings
    bot = connect(
        settings.telegram_token.get_secret_value(),
        settings.telegram_base_url,
        settings.telegram_proxy.get_secret_value(),
    )
    return TelegramChannel(app.router, app.texts, bot).open(stop)


@asynccontextmanager
async def _web(app: App) -> AsyncIterator[None]:
    say = app.texts[Language.VIETNAMESE]
    async with web_channel(app).open(app.settings.host, app.settings.port) as address:
        print(say("web.ready", address=address), flush=True)
        if app.settings.demo:
            print(say("web.ready_demonstration"), flush=True)
        yield
