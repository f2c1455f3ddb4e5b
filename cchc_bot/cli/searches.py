"""`python bot.py search`: the search alone, a question a line, an answer in JSON a line."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

import typer

from cchc_bot.app import open_app
from cchc_bot.app.search import index_file
from cchc_bot.domain.matches import Found
from cchc_bot.settings import Settings
from cchc_bot.sources.files import UnreadableFileError

Search = Callable[[str], Awaitable[Found]]


def search(
    catalogue: Annotated[
        Path | None, typer.Option(help="Search this file instead of the database.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many matches.")] = 10,
) -> None:
    """Answer questions from standard input, a line each, with one line of JSON each."""
    try:
        asyncio.run(_answer(catalogue, limit))
    except UnreadableFileError as error:
        print(f"cchc-bot: {catalogue}: {error}", file=sys.stderr)
        raise typer.Exit(2) from error


async def _answer(catalogue: Path | None, limit: int) -> None:
    async with _opened(catalogue) as look_up:
        await look_up("")  # builds the index, which is no part of the time of a search
        for line in sys.stdin:
            question = line.rstrip("\n")
            start = time.perf_counter()
            found = await look_up(question)
            ms = (time.perf_counter() - start) * 1000
            matches = [
                {"code": match.entry.code, "name": match.entry.title, "score": match.score}
                for match in found.matches[:limit]
            ]
            answer = {
                "query": question,
                "decision": found.decision,
                "matches": matches,
                "ms": round(ms, 3),
            }
            print(json.dumps(answer, ensure_ascii=False), flush=True)


@asynccontextmanager
async def _opened(catalogue: Path | None) -> AsyncIterator[Search]:
    if catalogue is None:
        async with open_app(Settings.read()) as app:
            yield app.services.procedures.search
        return
    index = index_file(catalogue)

    async def look_up(question: str) -> Found:
        return index.search(question)

    yield look_up
