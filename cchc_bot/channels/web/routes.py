"""Every address of the web chat, and who may use it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import urlsplit

from aiohttp import web

from cchc_bot.channels.web.sessions import Session

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
_HEADERS = {
    "Server": "cchc-bot",  # and not which versions of what
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Audience(Enum):
    ANYONE = auto()
    OWN_PAGE = auto()  # scripts of our own page: others' would speak with the visitor's cookie
    SESSION = auto()  # a visitor who has been here; the handler gives them their own and no more


@dataclass(frozen=True, slots=True)
class HttpRoute:
    path: str
    audience: Audience
    answer: Answer


def add_routes(application: web.Application, routes: tuple[HttpRoute, ...]) -> None:
    for route in routes:
        application.router.add_get(route.path, _guarded(route))
    application.on_response_prepare.append(_add_headers)


def _guarded(route: HttpRoute) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        if route.audience is Audience.OWN_PAGE and not _is_from_own_page(request):
            raise web.HTTPForbidden
        if route.audience is Audience.SESSION and Session.of(request) is None:
            raise web.HTTPNotFound
        return await route.answer(request)

    return answer


def _is_from_own_page(request: web.Request) -> bool:
    # Hosts alone are compared: behind a proxy the browser's https arrives here as http.
    return urlsplit(request.headers.get("Origin", "")).netloc == request.host


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
