import shutil
from pathlib import Path

import pytest

from tests.cli.command_line import CommandLine


@pytest.fixture
def command_line(tmp_path: Path, sqlite_template: Path) -> CommandLine:
    """Return the program beside a database that is up to date."""
    shutil.copy(sqlite_template, tmp_path / "cchc-bot.db")
    return CommandLine(tmp_path)
