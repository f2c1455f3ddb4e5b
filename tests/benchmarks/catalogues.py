"""Catalogues to measure on: one of a file, the shipped one, and either made many times as large."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cchc_bot.app.files import DATA
from cchc_bot.domain.imports import sort_rows
from cchc_bot.domain.procedures import ProcedureEntry
from cchc_bot.sources.procedures import read_procedures, read_shipped


def read_catalogue(path: Path | None, times: int = 1) -> list[ProcedureEntry]:
    """Return what `python bot.py search --catalogue` searches; without a path, what is shipped."""
    shipped = {each.code: each for each in read_shipped(DATA / "procedures")}
    given = sort_rows(read_procedures(path))[0] if path else shipped
    entries = [
        ProcedureEntry(
            code=code,
            title=each.title,
            field=each.field,
            level=each.level,
            decision=each.decision,
            everyday_names=each.everyday_names
            or (shipped[code].everyday_names if code in shipped else ()),
        )
        for code, each in given.items()
    ]
    return [*entries, *(each for copy in range(1, times) for each in _copy(entries, copy))]


def _copy(entries: Sequence[ProcedureEntry], number: int) -> list[ProcedureEntry]:
    """Return as many procedures anew, each titled by the halves of two."""
    return [
        replace(
            entry,
            code=f"9.{number:02}{place:06}",
            title=_half_and_half(entry.title, entries[(place + 37 * number) % len(entries)].title),
            everyday_names=(),
        )
        for place, entry in enumerate(entries)
    ]


def _half_and_half(one: str, other: str) -> str:
    first, second = one.split(), other.split()
    return " ".join([*first[: (len(first) + 1) // 2], *second[len(second) // 2 :]])
