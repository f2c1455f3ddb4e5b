"""What was said, as a channel keeps it that shows the history itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody sent. The id is given by their own program: a repeated one is known by it."""

    id: str
    text: str  # what the bot is asked
    shown: str  # how the history shows it: a pressed button by its label; "" not at all
    pressed_on: str = ""  # the id of the message whose answer held the pressed button


@dataclass(frozen=True, slots=True)
class Turn:
    """A message and its answer."""

    message: Message
    said_at: datetime
    reply: dict[str, Any] | None = None  # in the channel's own form; None until answered


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A picture or a file that an answer handed out, under an id that nobody can guess."""

    id: str
    name: str
    media_type: str
    content: bytes
