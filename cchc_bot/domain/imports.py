"""Imports: what the records of a file change in what is kept, worked out before any writing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from cchc_bot.domain.procedures import Origin, Procedure

_PROVENANCE = frozenset({"source", "dated_on"})


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be taken: its place in the file, and what is wrong with it."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that was read: its place in the file, and the record in it."""

    line: int
    procedure: Procedure


@dataclass(frozen=True, slots=True)
class KeptProcedure:
    procedure: Procedure
    origin: Origin


@dataclass(slots=True)
class ImportReport:
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[RefusedRow] = field(default_factory=list)


def sort_rows(
    rows: Iterable[ReadRow | RefusedRow],
) -> tuple[dict[str, Procedure], list[RefusedRow]]:
    """Part good rows from refused ones; of two with one code the later is refused."""
    good: dict[str, ReadRow] = {}
    refused: list[RefusedRow] = []
    for row in rows:
        if isinstance(row, RefusedRow):
            refused.append(row)
            continue
        code = row.procedure.code
        first = good.setdefault(code, row)
        if first is not row:
            refused.append(RefusedRow(row.line, f"{code} stands in line {first.line} already"))
    return {code: row.procedure for code, row in good.items()}, refused


def merge(
    kept: Mapping[str, KeptProcedure],
    given: Mapping[str, Procedure],
    today: date,
    report: ImportReport,
) -> list[Procedure]:
    """Return what has to be written of the office's records, and count it in the report."""
    written = []
    for code, procedure in given.items():
        old = kept.get(code)
        if old is None:
            report.added += 1
            written.append(replace(procedure, dated_on=procedure.dated_on or today))
        elif (filled := _filled(procedure, old.procedure)) is None:
            report.unchanged += 1
        else:
            report.changed += 1
            written.append(replace(filled, dated_on=procedure.dated_on or today))
    return written


def _filled(new: Procedure, old: Procedure) -> Procedure | None:
    """Fill the blanks of a new record from the old one; None where that changes nothing.

    Where a record does not say when and from what it was read, that alone is no change.
    """
    values = {
        each.name: getattr(new, each.name) or getattr(old, each.name)
        for each in fields(Procedure)
        if each.name not in _PROVENANCE
    }
    filled = replace(new, **values)
    stated = {name: getattr(filled, name) or getattr(old, name) for name in _PROVENANCE}
    return None if replace(filled, **stated) == old else filled
