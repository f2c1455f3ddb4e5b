"""Guards over the docs: what they name exists, and what exists they name."""

import ast
import re
from pathlib import Path

import pytest
import typer.main

from cchc_bot.cli import cli

ROOT = Path(__file__).parents[2]
DOCS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
CODE = [
    path
    for folder in ("cchc_bot", "handlers", "tests", "docs", "data", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {"", ".py", ".md", ".toml", ".js", ".css", ".html"} and path.is_file()
]
_FENCED = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:\s]+)\)|<img src=\"([^\"]+)\"")
# Written apart, so that this file does not name what it forbids.
_REGISTRIES = re.compile("py" + r"pi\.org|python" + "hosted|registry" + r"\.npm|deb\." + "debian")


def test_readme_opens_with_one_command_to_start_and_one_to_test() -> None:
    start, test = _FENCED.findall((ROOT / "README.md").read_text(encoding="utf-8"))[:2]

    assert start == "python -m pip install -r requirements.txt && python bot.py\n"
    assert test == "python -m pip install -r requirements-dev.txt && python -m pytest\n"


@pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_doc_links_to_files_that_exist(path: Path) -> None:
    for groups in _LINK.findall(path.read_text(encoding="utf-8")):
        target = "".join(groups)
        assert (path.parent / target).exists(), target


def test_every_command_of_the_command_line_is_documented() -> None:
    documented = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    commands = typer.main.get_group(cli).commands

    assert [name for name in commands if f"python bot.py {name}" not in documented] == []


@pytest.mark.parametrize("path", [*DOCS, *CODE], ids=lambda path: str(path.relative_to(ROOT)))
def test_file_names_no_package_registry(path: Path) -> None:
    if path.suffix != "":
        assert not _REGISTRIES.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path",
    [p for p in CODE if p.suffix == ".py" and {"cchc_bot", "handlers"} & set(p.parts)],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_module_says_what_lives_there(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    assert docstring, "a module begins with a sentence that says what lives there"
