"""`python bot.py import ...`: taking over an office's files."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from cchc_bot.app import open_app
from cchc_bot.domain.imports import ImportReport, ReadRow, RefusedRow
from cchc_bot.settings import Settings
from cchc_bot.sources.files import UnreadableFileError
from cchc_bot.sources.procedures import read_procedures

imports = typer.Typer(help="Take over a file.", no_args_is_help=True)
_ROWS_REFUSED, _FILE_REFUSED = 1, 2


@imports.callback()
def choose() -> None:
    """Take over a file."""


@imports.command("procedures")
def import_procedures(
    file: Annotated[Path, typer.Argument(help=".toml, .jsonl, .jsonl.xz, .csv or .xlsx")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Take over procedures: every good row, or none where the file cannot be read to its end."""
    console = Console(stderr=True)
    reading = f"Reading {file.name}"
    try:
        rows = list(
            track(read_procedures(file), reading, console=console, disable=not console.is_terminal)
        )
    except UnreadableFileError as error:
        print(f"cchc-bot: {file}: {error}; nothing was changed", file=sys.stderr)
        raise typer.Exit(_FILE_REFUSED) from error
    with console.status("Writing"):
        report = asyncio.run(_write(rows, dry_run=dry_run))
    for row in report.refused:
        print(f"line {row.line}: {row.reason}")
    would = "would be " if dry_run else ""
    print(
        f"{report.added} {would}added, {report.changed} {would}changed, "
        f"{report.unchanged} unchanged, {len(report.refused)} refused"
    )
    raise typer.Exit(_ROWS_REFUSED if report.refused else 0)


async def _write(rows: list[ReadRow | RefusedRow], *, dry_run: bool) -> ImportReport:
    async with open_app(Settings.read()) as app:
        return await app.services.procedures.import_rows(rows, dry_run=dry_run)
