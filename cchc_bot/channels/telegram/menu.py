"""The menu of commands beside Telegram's input field."""

from collections.abc import Sequence

import structlog
from telegram import Bot, BotCommand
from telegram.error import TelegramError

from cchc_bot.chat.routes import Route
from cchc_bot.domain.people import Language
from cchc_bot.texts import TextLibrary, Texts

_log = structlog.get_logger()


async def set_menu(bot: Bot, routes: Sequence[Route], texts: TextLibrary) -> None:
    """Set the menu: Vietnamese for everybody but those whose Telegram speaks English.

    A bot without its menu still answers, so a refusal is no more than logged.
    """
    try:
        await bot.set_my_commands(_commands(routes, texts[Language.VIETNAMESE]))
        english = _commands(routes, texts[Language.ENGLISH])
        await bot.set_my_commands(english, language_code=Language.ENGLISH)
    except TelegramError as error:
        _log.warning("telegram_menu_not_set", error=type(error).__name__)


def _commands(routes: Sequence[Route], say: Texts) -> list[BotCommand]:
    return [
        BotCommand(route.command.removeprefix("/"), say(f"{route.topic}.summary"))
        for route in routes
        if route.is_in_menu
    ]
