"""Answers on their way to Telegram, and what to do when it refuses them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import TypeVar

import structlog
from telegram import Bot, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from cchc_bot.channels.telegram.render import (
    to_caption,
    to_html,
    to_keyboard,
    to_pieces,
    to_plain,
)
from cchc_bot.channels.telegram.updates import Place
from cchc_bot.chat.messages import Attachment, Line, Reply

_LONGEST_WAIT = timedelta(seconds=30)  # whoever asked has gone by then
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# What the HTTP client says when nothing has left yet. After anything else the message may have
# arrived, and sending it again would show it twice.
_NOT_SENT = {"ConnectError", "ConnectTimeout", "PoolTimeout"}
_Lines = tuple[Line, ...]
_T = TypeVar("_T")
_log = structlog.get_logger()


class Messenger:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def answer(self, place: Place, reply: Reply) -> None:
        """Send a reply, or turn the page whose button was pressed. Raises TelegramError."""
        pieces = to_pieces(reply.lines)
        keyboard = to_keyboard(reply.buttons)
        # A picture cannot come into a message of words, nor can a second message.
        can_turn = reply.is_page and len(pieces) == 1 and not reply.attachments
        if can_turn and await self._turn_page(place, pieces[0], keyboard):
            return
        last = reply.attachments[-1:] if not pieces else ()
        for attachment in reply.attachments:
            below = keyboard if attachment in last else None
            if not await self._attach(place, attachment, below):
                pieces += to_pieces([Line(attachment.description)])
        for number, piece in enumerate(pieces, start=1):
            await self._send(place, piece, keyboard if number == len(pieces) else None)

    async def _send(
        self, place: Place, lines: _Lines, keyboard: InlineKeyboardMarkup | None
    ) -> None:
        async def send(text: str, parse_mode: str | None) -> None:
            await self._bot.send_message(
                place.chat_id,
                text,
                parse_mode,
                message_thread_id=place.topic_id,
                reply_parameters=_reply_parameters(place),
                link_preview_options=_NO_PREVIEW,
                reply_markup=keyboard,
            )

        await _in_html_or_plain(send, lines)

    async def _turn_page(
        self, place: Place, lines: _Lines, keyboard: InlineKeyboardMarkup | None
    ) -> bool:
        """Return whether the page now shows these lines; one too old or deleted cannot."""

        async def edit(text: str, parse_mode: str | None) -> None:
            await self._bot.edit_message_text(
                text,
                place.chat_id,
                place.page,
                parse_mode=parse_mode,
                link_preview_options=_NO_PREVIEW,
                reply_markup=keyboard,
            )

        if place.page is None:
            return False
        try:
            await _in_html_or_plain(edit, lines)
        except BadRequest as error:
            return "not modified" in error.message.lower()
        return True

    async def _attach(
        self, place: Place, attachment: Attachment, keyboard: InlineKeyboardMarkup | None
    ) -> bool:
        """Return whether it could be sent; where not, its description has to do."""
        as_photo = partial(self._bot.send_photo, place.chat_id)
        as_document = partial(self._bot.send_document, place.chat_id)
        send: Callable[..., Awaitable[object]] = as_photo if attachment.is_picture else as_document
        try:
            try:
                await self._upload(send, place, attachment, keyboard)
            except BadRequest:  # a picture of a form or size that Telegram does not show
                await self._upload(as_document, place, attachment, keyboard)
        except TelegramError as error:
            _log.warning("telegram_attachment_not_sent", error=type(error).__name__)
            return False
        return True

    async def _upload(
        self,
        send: Callable[..., Awaitable[object]],
        place: Place,
        attachment: Attachment,
        keyboard: InlineKeyboardMarkup | None,
    ) -> None:
        file = InputFile(attachment.content, attachment.name)
        await _insist(
            lambda: send(
                file,
                to_caption(attachment),
                message_thread_id=place.topic_id,
                reply_parameters=_reply_parameters(place),
                reply_markup=keyboard,
            )
        )


async def _in_html_or_plain(
    send: Callable[[str, str | None], Awaitable[None]], lines: _Lines
) -> None:
    try:
        await _insist(lambda: send(to_html(lines), ParseMode.HTML))
    except BadRequest as error:
        if "parse entities" not in error.message.lower():
            raise
        _log.warning("telegram_markup_refused")
        await _insist(lambda: send(to_plain(lines), None))


async def _insist(call: Callable[[], Awaitable[_T]]) -> _T:
    """Call, and once more where Telegram asks to wait or nothing can have been sent."""
    try:
        return await call()
    except RetryAfter as error:
        span = error.retry_after
        wait = span if isinstance(span, timedelta) else timedelta(seconds=span)
        if wait > _LONGEST_WAIT:
            raise
        await asyncio.sleep(wait.total_seconds())
    except NetworkError as error:
        if type(error.__cause__).__name__ not in _NOT_SENT:
            raise
    return await call()


def _reply_parameters(place: Place) -> ReplyParameters | None:
    if place.replies_to is None:
        return None
    return ReplyParameters(place.replies_to, allow_sending_without_reply=True)
