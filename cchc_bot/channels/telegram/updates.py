"""What Telegram reports, read as a message to the bot, or as none."""

from dataclasses import dataclass

from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatType, MessageEntityType

from cchc_bot.chat.messages import Incoming
from cchc_bot.domain.people import Channel, Sender

KINDS = ("message", "callback_query")  # what Telegram is asked to report


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes."""

    chat_id: int
    topic_id: int | None = None  # a group may be divided into topics
    replies_to: int | None = None  # in a group it must be seen who is answered
    page: int | None = None  # the message whose button was pressed


@dataclass(frozen=True, slots=True)
class Heard:
    incoming: Incoming
    place: Place


def read(update: Update, bot: User) -> Heard | None:
    """Return what somebody says to `bot`; None for all that asks for no answer."""
    if update.callback_query:
        return _read_press(update.callback_query)
    return _read_message(update.message, bot) if update.message else None


def _read_press(query: CallbackQuery) -> Heard | None:
    message = query.message
    if message is None or query.data is None:
        return None
    is_private = message.chat.type == ChatType.PRIVATE
    # Who presses is asked, whoever was first shown the button.
    incoming = Incoming(_sender(query.from_user), query.data, is_private, is_press=True)
    topic = _topic(message) if isinstance(message, Message) else None
    return Heard(incoming, Place(message.chat.id, topic, page=message.message_id))


def _read_message(message: Message, bot: User) -> Heard | None:
    author = message.from_user
    # Two bots that answer each other would never end.
    if author is None or author.is_bot or message.is_automatic_forward:
        return None
    is_private = message.chat.type == ChatType.PRIVATE
    text = message.text or message.caption
    if text is not None and not is_private:
        text = _addressed_text(message, text, bot)
    if text is None and not (is_private and message.effective_attachment):
        return None
    incoming = Incoming(_sender(author), text or "", is_private, is_readable=text is not None)
    replies_to = None if is_private else message.message_id
    return Heard(incoming, Place(message.chat.id, _topic(message), replies_to))


def _addressed_text(message: Message, text: str, bot: User) -> str | None:
    """Return what is said to the bot in a group, without its name; None if it is not meant."""
    entities = message.parse_entities() if message.text else message.parse_caption_entities()
    name = f"@{bot.username}".lower()
    for entity, words in entities.items():
        if entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0:
            _command, at, other = words.partition("@")
            return text if not at or f"@{other}".lower() == name else None
        if entity.type == MessageEntityType.MENTION and words.lower() == name:
            return text.replace(words, "", 1).strip()
    answered = message.reply_to_message
    is_reply = answered and answered.from_user and answered.from_user.id == bot.id
    return text if is_reply else None


def _sender(user: User) -> Sender:
    return Sender(Channel.TELEGRAM, str(user.id))


def _topic(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
