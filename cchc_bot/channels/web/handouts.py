"""Pictures and files of answers, each to the visitor whom it was given to."""

from urllib.parse import quote

from aiohttp import web

from cchc_bot.channels.web.sessions import Session
from cchc_bot.channels.web.transcript import Transcript

# What a browser may show by itself. Anything else could run as a page of this server.
_HARMLESS = frozenset({"image/gif", "image/jpeg", "image/png", "image/webp"})


class Handouts:
    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript

    async def file(self, request: web.Request) -> web.Response:
        """Answer with a file of the visitor's own; of others' not even that they exist."""
        session = Session.of(request) or Session.begin()
        file = await self._transcript.get_file(session.sender, request.match_info["id"])
        if file is None:
            raise web.HTTPNotFound
        disposition = "inline" if file.media_type in _HARMLESS else "attachment"
        return web.Response(
            body=file.content,
            headers={
                "Content-Type": file.media_type,
                "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(file.name)}",
                "Cache-Control": "private, max-age=2592000, immutable",
            },
        )
