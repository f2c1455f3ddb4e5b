"""`learned`: what people chose when they were asked back, and what that moves."""

import asyncio
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Annotated

import typer

from cchc_bot.app import App, open_app
from cchc_bot.domain.choices import NONE_OF_THESE, Choice, count_by_code, gains
from cchc_bot.search.folding import syllables
from cchc_bot.settings import Settings

_KEYS = 50


def learned(
    words: Annotated[
        list[str] | None, typer.Argument(help="Only what was counted under these words.")
    ] = None,
    reset: Annotated[bool, typer.Option("--reset", help="Forget what was counted.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many sets of words.")] = _KEYS,
) -> None:
    """List what was chosen most after which words, and what it moves."""
    key = _key(words) if words else None

    async def run() -> None:
        settings = Settings.read()
        async with open_app(settings) as app:
            if not settings.learning:
                print("CCHC_LEARNING is 0: nothing is counted, and nothing is moved")
            if reset:
                print(f"{await app.services.choices.reset(key)} counts forgotten")
            else:
                await _show(app, key, limit)

    asyncio.run(run())


def _key(words: list[str]) -> str:
    """Return words as they are counted under, however they are typed."""
    return " ".join(sorted({part for word in words for part in syllables(word)}))


async def _show(app: App, key: str | None, limit: int) -> None:
    choices = app.services.choices
    listed = await (choices.list_most(limit) if key is None else choices.list_of(key))
    titles = {choice.code: await _title(app, choice.code) for choice in listed}
    print("\n".join(describe(listed, titles)) or "nothing was chosen yet")


async def _title(app: App, code: str) -> str:
    if code == NONE_OF_THESE:
        return "none of those offered"
    procedure = await app.services.procedures.get(code)
    return procedure.title if procedure else "no longer in the catalogue"


def describe(choices: tuple[Choice, ...], titles: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each key, and under it one for what was chosen, with what it gains."""
    for key, group in groupby(choices, lambda choice: choice.key):
        of_key = list(group)
        counts = count_by_code(of_key)
        gained = gains(counts)
        total = sum(counts.values())
        last = max(choice.changed_on for choice in of_key)
        yield f"{key}: {total} chosen, last on {last}"
        for choice in of_key:
            gain = f"+{gained.get(choice.code, 0.0):.1%}"
            yield f"  {choice.count:>5}  {gain:>6}  {choice.code or '-'}  {titles[choice.code]}"
