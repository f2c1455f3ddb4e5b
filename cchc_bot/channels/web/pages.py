"""The page and what belongs to it, read once and served from memory."""

import hashlib
import json
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template

from aiohttp import web

from cchc_bot.channels.web.frames import MAX_FRAME_BYTES
from cchc_bot.channels.web.sessions import Session
from cchc_bot.domain.people import Language
from cchc_bot.services.people import PeopleService
from cchc_bot.texts import TextLibrary, Texts

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_PAGE = "page.html"
_TEXTS = (
    "web.title",
    "web.automatic",
    "web.connecting",
    "web.lost",
    "web.sending",
    "web.retrying",
    "web.too_fast",
    "web.too_long",
    "web.elsewhere",
    "web.resume",
    "web.cookies_off",
    "web.script_off",
    "web.demonstration",
    "web.conversation",
    "web.you",
    "web.assistant",
    "web.input_label",
    "web.placeholder",
    "web.send",
    "web.menu",
    "web.appearance",
    "web.letters",
    "web.smaller",
    "web.normal",
    "web.larger",
    "web.contrast",
    "web.contrast_high",
    "web.colours",
    "web.colours_auto",
    "web.colours_light",
    "web.colours_dark",
    "web.close",
    "web.latest",
    "web.skip",
    "web.enlarge",
    "web.download",
)


@dataclass(frozen=True, slots=True)
class Asset:
    media_type: str
    content: bytes
    etag: str

    def to_response(self, request: web.Request) -> web.Response:
        """Answer with the asset, or with the word that the browser's copy is still good."""
        known = request.if_none_match or ()
        if any(etag.value == self.etag for etag in known):
            response = web.Response(status=304)
        else:
            response = web.Response(
                body=self.content, content_type=self.media_type, charset="utf-8"
            )
            response.enable_compression()
        response.etag = self.etag
        response.headers["Cache-Control"] = "no-cache"
        return response


class Pages:
    def __init__(
        self, people: PeopleService, texts: TextLibrary, *, is_demonstration: bool
    ) -> None:
        self._people = people
        folder = files(__package__).joinpath("static")
        sources = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
        page = Template(sources.pop(_PAGE))
        self._assets = {name: _asset(name, source) for name, source in sources.items()}
        self._pages = {
            language: _fill(page, texts[language], is_demonstration=is_demonstration)
            for language in Language
        }

    async def page(self, request: web.Request) -> web.Response:
        """Answer with the page in the visitor's language, and know them from now on."""
        session = Session.of(request)
        language = Language.VIETNAMESE
        if session is not None:
            language = (await self._people.meet(session.sender)).person.language
        response = web.Response(text=self._pages[language], content_type="text/html")
        response.enable_compression()
        response.headers["Cache-Control"] = "no-store"
        (session or Session.begin()).put_into(response, request)
        return response

    async def asset(self, request: web.Request) -> web.Response:
        asset = self._assets.get(request.match_info["name"])
        if asset is None:
            raise web.HTTPNotFound
        return asset.to_response(request)


def _asset(name: str, source: str) -> Asset:
    content = source.encode()
    media_type = _TYPES[name[name.rindex(".") :]]
    return Asset(media_type, content, hashlib.sha256(content).hexdigest()[:16])


def _fill(page: Template, say: Texts, *, is_demonstration: bool) -> str:
    words = {key.partition(".")[2]: say(key) for key in _TEXTS}
    return page.substitute(
        {name: escape(text) for name, text in words.items()},
        language=say.language,
        texts=escape(json.dumps(words, ensure_ascii=False)),
        max_frame_bytes=MAX_FRAME_BYTES,
        demonstration_hidden="" if is_demonstration else "hidden",
    )
