"""Guards over the routes: known to menus and docs, and never too long for a button."""

from collections import Counter
from pathlib import Path

from cchc_bot.app import App
from cchc_bot.chat.messages import MAX_ACTION_BYTES
from cchc_bot.chat.routes import Audience
from cchc_bot.domain.people import Language
from cchc_bot.search.folding import fold

DOCS = Path(__file__).parents[2] / "docs"


async def test_every_route_names_its_audience(app: App) -> None:
    assert all(isinstance(route.audience, Audience) for route in app.router.routes)


async def test_every_route_has_a_summary_and_phrases_in_every_language(app: App) -> None:
    for language in Language:
        for route in app.router.routes:
            assert f"{route.topic}.summary" in app.texts[language].keys
            assert f"{route.topic}.words" in app.texts[language].keys


async def test_no_phrase_calls_two_routes(app: App) -> None:
    phrases = Counter(
        phrase
        for route in app.router.routes
        for phrase in {fold(text) for text in app.texts.phrases(f"{route.topic}.words")}
    )

    assert [phrase for phrase, count in phrases.items() if count > 1] == []


async def test_every_command_is_short_plain_and_documented(app: App) -> None:
    commands = (DOCS / "commands.md").read_text(encoding="utf-8")
    for route in app.router.routes:
        assert route.command == f"/{fold(route.command)}"
        assert len(route.command.encode()) < MAX_ACTION_BYTES / 2
        assert f"`{route.command}" in commands, route.command
