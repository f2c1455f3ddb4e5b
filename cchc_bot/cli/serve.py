"""`python bot.py serve`: every channel that is set up, in one process, until it is told to stop."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from cchc_bot.app import App, open_app
from cchc_bot.channels.web.channel import WebChannel
from cchc_bot.domain.people import Language
from cchc_bot.settings import Settings


def serve() -> None:
    """Serve the web chat, and Telegram when its token is set."""
    asyncio.run(_serve(Settings.read()))


def _channels(app: App) -> list[AbstractAsyncContextManager[None]]:
    """Return what is served: each runs as long as its context lasts.

    The web chat comes last, since its line tells that everything is ready.
    """
    return [_web(app)]


async def _serve(settings: Settings) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with open_app(settings) as app, AsyncExitStack() as running:
        for channel in _channels(app):
            await running.enter_async_context(channel)
        await stop.wait()


def web_channel(app: App) -> WebChannel:
    return WebChannel(
        app.router,
        app.people,
        app.texts,
        app.transcript,
        is_demonstration=app.settings.demo,
    )


@asynccontextmanager
async def _web(app: App) -> AsyncIterator[None]:
    say = app.texts[Language.VIETNAMESE]
    async with web_channel(app).open(app.settings.host, app.settings.port) as address:
        print(say("web.ready", address=address), flush=True)
        if app.settings.demo:
            print(say("web.ready_demonstration"), flush=True)
        yield
