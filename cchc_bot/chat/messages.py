"""What comes in and what goes out, in words that no platform owns."""

from dataclasses import dataclass

from cchc_bot.domain.people import Language, Sender

MAX_ACTION_BYTES = 64  # the narrowest channel's limit for what a button carries


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message. A pressed button arrives as the text of its action.

    A button therefore carries no right of its own: it says what its presser could have typed,
    and is judged by who presses it.
    """

    sender: Sender
    text: str
    is_private: bool = True  # False in a group, where others read along
    is_press: bool = False
    is_readable: bool = True  # False for a picture, a voice, a place: anything without words


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    action: str  # at most MAX_ACTION_BYTES in UTF-8


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or a file that goes with a reply."""

    name: str
    media_type: str  # such as image/png
    content: bytes
    description: str  # for those who cannot see it

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in words only. Each channel decides how bold looks and how long is too long."""

    lines: tuple[Line, ...]
    buttons: tuple[Button, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    is_page: bool = False  # takes the place of the message whose button was pressed
    expects: str = ""  # the command that the next free message answers
    is_aside: bool = False  # what was expected before is expected still
    language: Language = Language.VIETNAMESE  # of the lines; the router sets it

    @classmethod
    def of(cls, *texts: str, buttons: tuple[Button, ...] = (), expects: str = "") -> "Reply":
        return cls(tuple(Line(text) for text in texts), buttons, expects=expects)

    @property
    def plain_text(self) -> str:
        return "\n".join(line.text for line in self.lines)
