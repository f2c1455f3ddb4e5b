"""Tables (.csv, .xlsx): a row of headings, then rows."""

import csv
from collections.abc import Iterator
from pathlib import Path

from cchc_bot.sources.files import (
    EmptyFileError,
    TooLargeError,
    UnreadableFileError,
    WrongKindError,
)
from cchc_bot.sources.workbooks import MAX_COLUMNS, MAX_ROWS, read_workbook


def read_table(path: Path) -> Iterator[tuple[int, list[object]]]:
    """Yield the rows that are not blank with the number of their (first) line."""
    rows = enumerate(read_workbook(path), 1) if path.suffix.lower() == ".xlsx" else _read_csv(path)
    is_empty = True
    for line, row in rows:
        if len(row) > MAX_COLUMNS:
            raise TooLargeError(f"line {line} has {len(row)} columns; {MAX_COLUMNS} are allowed")
        if line > MAX_ROWS:
            raise TooLargeError(f"the table has more than {MAX_ROWS} rows; split it")
        if any(cell not in ("", None) for cell in row):
            is_empty = False
            yield line, row
    if is_empty:
        raise EmptyFileError("the table is empty")


def _read_csv(path: Path) -> Iterator[tuple[int, list[object]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            heading = file.readline(csv.field_size_limit())
            delimiter = max(",;", key=heading.count)
            file.seek(0)
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            line = 1
            for row in reader:
                yield line, list(row)
                line = reader.line_num + 1
    except UnicodeDecodeError as error:
        raise WrongKindError("the text is not UTF-8; in Excel save it as “CSV UTF-8”") from error
    except csv.Error as error:
        raise UnreadableFileError(f"this is no table that can be read: {error}") from error
