"""What Telegram reports when people write, press and send pictures."""

from itertools import count
from typing import Any

Report = dict[str, Any]
_numbers = count(1)

AN = {"id": 7, "is_bot": False, "first_name": "An"}
BINH = {"id": 8, "is_bot": False, "first_name": "Bình"}
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup", "title": "Tổ dân phố"}


def message(who: Report = AN, chat: Report = PRIVATE, **content: Any) -> Report:
    """Return an update; `content` is what the message holds, such as text="..."."""
    number = next(_numbers)
    said = {"message_id": number, "date": 0, "chat": chat, "from": who, **content}
    return {"update_id": number, "message": said}


def press(action: str, who: Report = AN, chat: Report = PRIVATE, page: int = 500) -> Report:
    number = next(_numbers)
    shown = {"message_id": page, "date": 1, "chat": chat, "text": "trang 1"}
    query = {"id": str(number), "from": who, "chat_instance": "1", "data": action, "message": shown}
    return {"update_id": number, "callback_query": query}


def mention(text: str, kind: str, words: str) -> Report:
    """Return a group message in which `words` are marked as a mention or a command."""
    entity = {"type": kind, "offset": text.index(words), "length": len(words)}
    return message(chat=GROUP, text=text, entities=[entity])
