"""A reply as Telegram takes it: HTML, and buttons below."""

from collections.abc import Sequence
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from cchc_bot.chat.messages import Attachment, Button, Line
from cchc_bot.chat.splitting import split

MAX_TEXT, MAX_CAPTION = 4096, 1024  # in UTF-16 units, counted without the markup
_SHORT_LABEL = 16  # two of them stand side by side on a narrow phone


def to_pieces(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Cut lines into messages; escaping comes later, so that no entity can be cut."""
    return split(lines, MAX_TEXT, _utf16_length)


def to_html(lines: Sequence[Line]) -> str:
    return "\n".join(_line(line) for line in lines)


def to_plain(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def to_caption(attachment: Attachment) -> str:
    pieces = split([Line(attachment.description)], MAX_CAPTION, _utf16_length)
    return to_plain(pieces[0]) if pieces else ""


def to_keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """Long labels one a row, two short ones that follow each other side by side."""
    rows: list[list[InlineKeyboardButton]] = []
    has_room = False
    for button in buttons:
        is_short = len(button.label) <= _SHORT_LABEL
        key = InlineKeyboardButton(button.label, callback_data=button.action)
        if has_room and is_short:
            rows[-1].append(key)
            has_room = False
        else:
            rows.append([key])
            has_room = is_short
    return InlineKeyboardMarkup(rows) if rows else None


def _line(line: Line) -> str:
    text = escape(line.text, quote=False)
    return f"<b>{text}</b>" if line.strong and text else text


def _utf16_length(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
