"""The whole Telegram channel over a wire without a network."""

import asyncio
from typing import Any

from telegram.ext import Application

from cchc_bot.app import App
from cchc_bot.channels.telegram.channel import TelegramChannel
from cchc_bot.chat.messages import Reply
from cchc_bot.chat.router import Router
from cchc_bot.chat.routes import Asked
from tests.channels.telegram.bot_api import TOKEN, BotApi, Call
from tests.channels.telegram.wire import Wire


class Desk:
    """Reports go in as Telegram sends them, calls come out as Telegram receives them."""

    def __init__(self, app: App, router: Router) -> None:
        self.api = BotApi()
        wire = Wire(self.api)
        builder = Application.builder().token(TOKEN).request(wire).get_updates_request(wire)
        application = builder.updater(None).build()
        self.channel = TelegramChannel(router, app.texts, application, first_pause=0.001)

    async def hears(self, *reports: dict[str, Any]) -> list[Call]:
        """Let the channel run until it has dealt with the reports; return what was said."""
        before = len(self.api.said)
        self.api.report(*reports)
        stop = asyncio.Event()
        running = asyncio.create_task(self.channel.run(stop))
        await self.api.all_taken.wait()
        stop.set()
        await running
        return self.api.said[before:]


class Scripted:
    """Answers everything with one reply, and keeps what it was asked."""

    def __init__(self, app: App, *replies: Reply | Exception, delay: float = 0) -> None:
        self._delay = delay
        self.asked: list[Asked] = []
        self._replies = list(replies)
        self.router = Router([], self._answer, app.people, app.texts)

    async def _answer(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        await asyncio.sleep(self._delay)
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        if isinstance(reply, Exception):
            raise reply
        return reply
