"""A Bot API that judges like Telegram's: what that refuses, this refuses in the same words."""

import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.channels.telegram.markup import BrokenMarkupError, visible_text

TOKEN = "42:an-invented-token-of-nobody"
BOT = {"id": 42, "is_bot": True, "first_name": "Trợ lý", "username": "cchc_bot"}
_JSON = {"reply_markup", "commands", "reply_parameters", "link_preview_options", "allowed_updates"}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")

Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    params: Params
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What is read in the chat."""
        raw = str(self.params.get("text") or self.params.get("caption") or "")
        return visible_text(raw) if self.params.get("parse_mode") == "HTML" else raw

    @property
    def buttons(self) -> list[list[dict[str, str]]]:
        rows: list[list[dict[str, str]]] = self.params.get("reply_markup", {}).get(
            "inline_keyboard", []
        )
        return rows


class RefusedError(Exception):
    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.answer = {"ok": False, "error_code": status, "description": description} | (
            {"parameters": parameters} if parameters else {}
        )


class BotApi:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.updates: list[Params] = []
        self.all_taken = asyncio.Event()
        self._troubles: defaultdict[str, deque[Exception]] = defaultdict(deque)
        self._shown: dict[int, Call] = {}  # messages that stand in a chat

    @property
    def said(self) -> list[Call]:
        """The calls that somebody in a chat sees."""
        return [call for call in self.calls if call.method.startswith(("send", "edit"))]

    def methods(self) -> list[str]:
        return [call.method for call in self.calls]

    def trouble(self, method: str, *errors: Exception) -> None:
        """Let the next calls of a method end in these errors."""
        self._troubles[method].extend(errors)

    def show(self, message_id: int, text: str = "trang 1") -> None:
        """Let a message stand in a chat, so that it can be edited."""
        self._shown[message_id] = Call("sendMessage", {"text": text})

    def call(self, method: str, raw: dict[str, str], files: dict[str, bytes]) -> Any:
        """Return the result of a call. Raises RefusedError, or the trouble that was told."""
        call = Call(method, {k: json.loads(v) if k in _JSON else v for k, v in raw.items()}, files)
        self.calls.append(call)
        if self._troubles[method]:
            raise self._troubles[method].popleft()
        judges: dict[str, Callable[[Call], Any]] = {
            "getMe": lambda _: BOT,
            "deleteWebhook": lambda _: True,
            "getUpdates": self._get_updates,
            "setMyCommands": _set_my_commands,
            "answerCallbackQuery": lambda _: True,
            "sendMessage": self._send_message,
            "sendPhoto": self._send_file,
            "sendDocument": self._send_file,
            "editMessageText": self._edit_message,
        }
        if method not in judges:
            raise RefusedError(404, "Not Found")
        return judges[method](call)

    def _get_updates(self, call: Call) -> list[Params]:
        offset = int(call.params.get("offset", 0))
        self.updates = [update for update in self.updates if update["update_id"] >= offset]
        if not self.updates:
            self.all_taken.set()
        return self.updates

    def report(self, *updates: Params) -> None:
        """Let the next getUpdates find these; `all_taken` is set once none is left."""
        self.all_taken.clear()
        self.updates += updates

    def _send_message(self, call: Call) -> Params:
        _refuse_bad_text(call, "message text is empty", "message is too long", 4096)
        return self._keep(call)

    def _send_file(self, call: Call) -> Params:
        if not any(call.files.values()):
            raise RefusedError(400, "Bad Request: file must be non-empty")
        _refuse_bad_text(call, "", "message caption is too long", 1024)
        return self._keep(call)

    def _edit_message(self, call: Call) -> Params:
        _refuse_bad_text(call, "message text is empty", "message is too long", 4096)
        old = self._shown.get(int(call.params["message_id"]))
        if old is None:
            raise RefusedError(400, "Bad Request: message to edit not found")
        if (old.text, old.buttons) == (call.text, call.buttons):
            raise RefusedError(400, "Bad Request: message is not modified: it stays the same")
        self._shown[int(call.params["message_id"])] = call
        return _message(call, int(call.params["message_id"]))

    def _keep(self, call: Call) -> Params:
        number = 1000 + len(self._shown)
        self._shown[number] = call
        return _message(call, number)


def _message(call: Call, number: int) -> Params:
    chat = {"id": int(call.params["chat_id"]), "type": "private"}
    return {"message_id": number, "date": 0, "chat": chat, "text": call.text}


def _refuse_bad_text(call: Call, empty: str, too_long: str, limit: int) -> None:
    try:
        text = call.text
    except BrokenMarkupError as error:
        raise RefusedError(400, f"Bad Request: can't parse entities: {error}") from error
    if empty and not text.strip():
        raise RefusedError(400, f"Bad Request: {empty}")
    if len(text.encode("utf-16-le")) // 2 > limit:
        raise RefusedError(400, f"Bad Request: {too_long}")
    _refuse_bad_buttons(call)


def _refuse_bad_buttons(call: Call) -> None:
    keys = [key for row in call.buttons for key in row]
    if len(keys) > 100:
        raise RefusedError(400, "Bad Request: reply markup is too long")
    for key in keys:
        if not key["text"].strip():
            raise RefusedError(
                400, "Bad Request: text buttons are unallowed in the inline keyboard"
            )
        if not 1 <= len(key["callback_data"].encode()) <= 64:
            raise RefusedError(400, "Bad Request: BUTTON_DATA_INVALID")


def _set_my_commands(call: Call) -> bool:
    for command in call.params["commands"]:
        if not _COMMAND.fullmatch(command["command"]):
            raise RefusedError(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise RefusedError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    return True
