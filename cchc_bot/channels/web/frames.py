"""What the page sends over its WebSocket, read with suspicion."""

import json
import re
from typing import Any

from cchc_bot.domain.transcripts import Message

MAX_FRAME_BYTES = 64 * 1024
PING = object()
_ID = re.compile(r"[A-Za-z0-9-]{1,64}")


class BadFrameError(Exception):
    """The page of this version never sends such a thing."""


def read_frame(text: str) -> Message | object:
    """Return the message in a frame, or PING. Raises BadFrameError."""
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadFrameError from error
    match frame:
        case {"type": "ping"}:
            return PING
        case {"type": "say", "id": str(id_), "text": str(said)} if _ID.fullmatch(id_):
            return Message(id_, _storable(said), _shown(frame, said), _pressed_on(frame))
    raise BadFrameError


def _shown(frame: dict[str, Any], said: str) -> str:
    shown = frame.get("shown", said)
    if not isinstance(shown, str):
        raise BadFrameError
    return _storable(shown)


def _pressed_on(frame: dict[str, Any]) -> str:
    pressed_on = frame.get("pressed_on", "")
    if not isinstance(pressed_on, str) or (pressed_on and not _ID.fullmatch(pressed_on)):
        raise BadFrameError
    return pressed_on


def _storable(text: str) -> str:
    # JSON can spell halves of letters, and NUL; no database keeps them.
    return text.encode(errors="ignore").decode().replace("\x00", "")
