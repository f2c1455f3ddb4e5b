"""The web chat: a server with one page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_address

from aiohttp import web
from yarl import URL

from cchc_bot.channels.web.handouts import Handouts
from cchc_bot.channels.web.logs import server_log
from cchc_bot.channels.web.pages import Pages
from cchc_bot.channels.web.routes import Audience, HttpRoute, add_routes
from cchc_bot.channels.web.sockets import ChatSockets
from cchc_bot.channels.web.transcript import Transcript
from cchc_bot.chat.router import Router
from cchc_bot.services.people import PeopleService
from cchc_bot.texts import TextLibrary

_END_SECONDS = 0.5


class AddressUnavailableError(Exception):
    """The web chat cannot listen where it was told to; the message says where and why."""


class WebChannel:
    def __init__(
        self,
        router: Router,
        people: PeopleService,
        texts: TextLibrary,
        transcript: Transcript,
        *,
        is_demonstration: bool,
    ) -> None:
        self._transcript = transcript
        self._sockets = ChatSockets(router, people, texts, transcript)
        pages = Pages(people, texts, is_demonstration=is_demonstration)
        self.routes = (
            HttpRoute("/", Audience.ANYONE, pages.page),
            HttpRoute("/static/{name}", Audience.ANYONE, pages.asset),
            HttpRoute("/health", Audience.ANYONE, _health),
            HttpRoute("/chat", Audience.OWN_PAGE, self._sockets.talk),
            HttpRoute("/files/{id}", Audience.SESSION, Handouts(transcript).file),
        )

    def application(self) -> web.Application:
        application = web.Application()
        add_routes(application, self.routes)
        application.on_startup.append(self._forget_old)
        application.on_shutdown.append(self._say_goodbye)
        return application

    @asynccontextmanager
    async def open(self, host: str, port: int) -> AsyncIterator[URL]:
        """Serve as long as the context lasts. Raises AddressUnavailableError."""
        runner = web.AppRunner(
            self.application(), access_log=None, logger=server_log(), shutdown_timeout=_END_SECONDS
        )
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, host, port).start()
            except OSError as error:
                reason = (error.strerror or str(error)).rpartition(": ")[2]
                raise AddressUnavailableError(f"{host}:{port}: {reason}") from error
            except UnicodeError as error:  # "a..b" can be no name of a machine
                raise AddressUnavailableError(f"{host}:{port}: not a name or address") from error
            yield _address(host, runner)
        finally:
            await runner.cleanup()

    async def _forget_old(self, _application: web.Application) -> None:
        await self._transcript.forget_old()

    async def _say_goodbye(self, _application: web.Application) -> None:
        await self._sockets.close(_END_SECONDS)


def _address(host: str, runner: web.AppRunner) -> URL:
    port = runner.addresses[0][1]  # where 0 was asked for, the system chose one
    with suppress(ValueError):
        host = "localhost" if ip_address(host).is_unspecified else host
    return URL.build(scheme="http", host=host, port=port)


async def _health(_request: web.Request) -> web.Response:
    return web.Response(text="ok")
