"""Who is at the other end: a random token in a cookie that scripts cannot read."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field

from aiohttp import web

from cchc_bot.domain.people import Channel, Sender

COOKIE = "cchc_session"
_TOKEN_BYTES = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_LONGEST = 400 * 24 * 60 * 60  # seconds; no browser keeps a cookie longer


@dataclass(frozen=True, slots=True)
class Session:
    token: str = field(repr=False)

    @classmethod
    def of(cls, request: web.Request) -> "Session | None":
        token = request.cookies.get(COOKIE, "")
        return cls(token) if _TOKEN.fullmatch(token) else None

    @classmethod
    def begin(cls) -> "Session":
        return cls(secrets.token_urlsafe(_TOKEN_BYTES))

    @property
    def sender(self) -> Sender:
        # Whoever reads the database must not be able to speak as somebody in it. The token is
        # random and long, so a plain hash is enough.
        return Sender(Channel.WEB, hashlib.sha256(self.token.encode()).hexdigest())

    def put_into(self, response: web.StreamResponse, request: web.Request) -> None:
        """Set the cookie anew, so that it lives as long as the chat is used."""
        response.set_cookie(
            COOKIE,
            self.token,
            max_age=_LONGEST,
            httponly=True,
            samesite="Lax",
            secure=_is_https(request),
        )


def _is_https(request: web.Request) -> bool:
    # A proxy that speaks https to the browser says so here. Whoever forges it harms themselves.
    return request.secure or request.headers.get("X-Forwarded-Proto") == "https"
