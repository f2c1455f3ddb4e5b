"""Files of procedures: as the bot ships them, as the national catalogue gives them, as tables."""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc_bot.domain.imports import ReadRow, RefusedRow
from cchc_bot.domain.procedures import Procedure
from cchc_bot.sources.files import (
    BrokenFileError,
    EmptyFileError,
    WrongKindError,
    check_file,
    read_lines,
)
from cchc_bot.sources.procedure_records import BadRecordError, name_columns, to_procedure
from cchc_bot.sources.tables import read_table

Record = tuple[int, object]  # the line where it begins, and what stands there


def read_procedures(path: Path) -> Iterator[ReadRow | RefusedRow]:
    """Yield each row of a file as a procedure, or what is wrong with it.

    Raises UnreadableFileError, also after some rows: nothing may be kept before the last one.
    """
    check_file(path)
    name = path.name.lower()
    for suffix, read in _READERS.items():
        if name.endswith(suffix):
            return _rows(read(path))
    known = ", ".join(_READERS)
    raise WrongKindError(f"{path.suffix or 'a file without an ending'} is not known; {known} are")


def read_shipped(folder: Path) -> list[Procedure]:
    """Return the procedures in data/procedures, which `python bot.py check-data` keeps clean."""
    rows = (row for path in sorted(folder.glob("*.toml")) for row in read_procedures(path))
    return [row.procedure for row in rows if isinstance(row, ReadRow)]


def fingerprint_shipped(folder: Path) -> str:
    """Return a word that is another one once a file in data/procedures has changed."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _rows(records: Iterable[Record]) -> Iterator[ReadRow | RefusedRow]:
    is_empty = True
    for line, record in records:
        is_empty = False
        try:
            yield ReadRow(line, to_procedure(record))
        except BadRecordError as error:
            yield RefusedRow(line, str(error))
    if is_empty:
        raise EmptyFileError("there is no procedure in the file")


def _from_toml(path: Path) -> Iterator[Record]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenFileError(f"this is no TOML: {error}") from error
    records = document.pop("procedure", None)
    if not isinstance(records, list):
        raise WrongKindError("there is no [[procedure]] in the file")
    starts = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[procedure]]"]
    # What stands above the first procedure (source, date) holds for all of them.
    for line, record in zip(starts, records, strict=False):
        yield line, document | record


def _from_lines(path: Path) -> Iterator[Record]:
    for place, (line, text) in enumerate(read_lines(path)):
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            if place == 0:
                raise WrongKindError("the first line is no JSON object") from error
            record = None
        yield line, record


def _from_table(path: Path) -> Iterator[Record]:
    rows = read_table(path)
    _, headings = next(rows)
    names = name_columns(headings)
    if not {"code", "title"} <= set(names):
        raise WrongKindError("no columns “Mã thủ tục” and “Tên thủ tục” in the first row")
    for line, row in rows:
        yield line, {name: cell for name, cell in zip(names, row, strict=False) if name}


_READERS = {
    ".toml": _from_toml,
    ".jsonl": _from_lines,
    ".jsonl.xz": _from_lines,
    ".csv": _from_table,
    ".xlsx": _from_table,
}
