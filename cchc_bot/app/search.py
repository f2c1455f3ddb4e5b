"""The search over the database, and over a catalogue that is only a file."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from cchc_bot.app.files import DATA
from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.domain.imports import sort_rows
from cchc_bot.domain.procedures import ProcedureEntry
from cchc_bot.search.finder import ProcedureFinder
from cchc_bot.sources.everyday_words import read_everyday_words
from cchc_bot.sources.procedures import read_procedures, read_shipped


def build_finder(entries: Iterable[ProcedureEntry]) -> ProcedureFinder:
    """Build a finder, or return the last one where nothing has changed since."""
    return _finder_of(tuple(entries))


@lru_cache(maxsize=1)
def _finder_of(entries: tuple[ProcedureEntry, ...]) -> ProcedureFinder:
    return ProcedureFinder(entries, _everyday_words())


@cache
def _everyday_words() -> EverydayWords:
    """Read the words once: they change with the files, and those with a restart."""
    return read_everyday_words(DATA)


def index_file(path: Path) -> ProcedureFinder:
    """Index the procedures of a file as they are found once it is imported, without a database.

    Raises UnreadableFileError.
    """
    given, _ = sort_rows(read_procedures(path))
    shipped = {procedure.code: procedure for procedure in read_shipped(DATA / "procedures")}
    return build_finder(
        procedure
        if procedure.everyday_names or code not in shipped
        else replace(procedure, everyday_names=shipped[code].everyday_names)
        for code, procedure in given.items()
    )
