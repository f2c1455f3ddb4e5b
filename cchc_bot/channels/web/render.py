"""What the page is sent: replies, turns and the menu as plain values for JSON.

The page puts words in as text and never as markup, so nothing is escaped here.
"""

import secrets
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from cchc_bot.chat.messages import Attachment, Reply
from cchc_bot.chat.routes import Route
from cchc_bot.domain.people import Person
from cchc_bot.domain.transcripts import KeptFile, Turn
from cchc_bot.texts import Texts

_ID_BYTES = 16  # 128 bits: not to be guessed


def to_frame(reply: Reply) -> tuple[dict[str, Any], list[KeptFile]]:
    """Return a reply as the page reads it, and the files to keep for it."""
    files = [_keep(attachment) for attachment in reply.attachments]
    frame = {
        "lines": [{"text": line.text, "strong": line.strong} for line in reply.lines],
        "buttons": [{"label": button.label, "action": button.action} for button in reply.buttons],
        "files": [
            {
                "href": f"/files/{file.id}",
                "name": file.name,
                "description": attachment.description,
                "is_picture": attachment.is_picture,
            }
            for file, attachment in zip(files, reply.attachments, strict=True)
        ],
        "is_page": reply.is_page,
    }
    return frame, files


def turn_frame(turn: Turn) -> dict[str, Any]:
    return {
        "id": turn.message.id,
        "shown": turn.message.shown,
        "pressed_on": turn.message.pressed_on,
        "said_at": turn.said_at.astimezone(UTC).isoformat(),
        "reply": turn.reply,
    }


def person_frame(person: Person, routes: Iterable[Route], say: Texts) -> dict[str, Any]:
    """Return what the page shows of a person: the language and the commands open to them."""
    menu = [
        {"label": say(f"{route.topic}.summary"), "action": route.command}
        for route in routes
        if route.is_in_menu and route.audience.admits(person)
    ]
    return {"language": person.language, "menu": menu}


def _keep(attachment: Attachment) -> KeptFile:
    return KeptFile(
        secrets.token_urlsafe(_ID_BYTES),
        attachment.name,
        attachment.media_type,
        attachment.content,
    )
