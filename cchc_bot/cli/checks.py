"""`python bot.py check-data`: whether the files in data/ are whole and agree with each other."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from cchc_bot.app.files import DATA
from cchc_bot.domain.imports import RefusedRow
from cchc_bot.domain.procedures import Way
from cchc_bot.search.folding import fold
from cchc_bot.sources.files import UnreadableFileError
from cchc_bot.sources.procedure_records import KEYS
from cchc_bot.sources.procedures import read_procedures

_ABOVE = frozenset({"source", "dated_on"})  # said once, at the head of a file
_MAY_LACK = frozenset({"agency"})
_MAY_BE_BLANK = frozenset(
    {"papers", "sets", "fee", "time_limit", "ways", "legal_basis", "decision"}
)


def check_data() -> None:
    """Check the files in data/ and list what is wrong with them."""
    faults = list(find_faults(DATA / "procedures"))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    raise typer.Exit(1 if faults else 0)


def find_faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the procedures that the bot ships."""
    taken: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            faults = [*_row_faults(path), *_record_faults(path, taken)]
        except UnreadableFileError as error:
            faults = [str(error)]
        yield from (f"{path.name}: {fault}" for fault in faults)


def _row_faults(path: Path) -> Iterator[str]:
    for row in read_procedures(path):
        if isinstance(row, RefusedRow):
            yield f"line {row.line}: {row.reason}"


def _record_faults(path: Path, taken: dict[str, str]) -> Iterator[str]:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    records = document.pop("procedure")
    if set(document) != _ABOVE:
        yield f"the head should say {', '.join(sorted(_ABOVE))} and nothing else"
    for record in records:
        code = record.get("code", "without a code")
        yield from (f"{code}: {fault}" for fault in _key_faults(record))
        names = [code, *map(fold, record.get("everyday_names", ()))]
        for name in names:
            if taken.setdefault(name, code) != code or names.count(name) > 1:
                yield f"{code}: “{name}” stands at {taken[name]} already"


def _key_faults(record: dict[str, Any]) -> Iterator[str]:
    for key in sorted(set(record) - KEYS):
        yield f"unknown key {key}"
    for key in sorted(KEYS - _ABOVE - _MAY_LACK):
        if key not in record:
            yield f"{key} is missing"
        elif not record[key] and key not in _MAY_BE_BLANK:
            yield f"{key} is blank"
    if unknown := set(record.get("ways", ())) - set(Way):
        yield f"unknown ways: {', '.join(sorted(unknown))}"
