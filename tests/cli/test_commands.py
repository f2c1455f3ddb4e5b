import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cchc_bot.cli.commands import cli

ROW = {"code": "1.990001", "title": "Cấp thẻ thả diều"}
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: object, typed: str = "") -> Result:
        address = {"CCHC_DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}"}
        return CliRunner().invoke(cli, [*map(str, arguments)], input=typed, env=address)

    return run


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_import_counts_what_it_did_and_ends_well(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", ROW)

    tried, first, second = (
        run("import", "procedures", file, *options) for options in (["--dry-run"], [], [])
    )

    assert "1 would be added, 0 would be changed" in tried.stdout
    assert "1 added, 0 changed, 0 unchanged, 0 refused" in first.stdout
    assert "0 added, 0 changed, 1 unchanged, 0 refused" in second.stdout
    assert {tried.exit_code, first.exit_code, second.exit_code} == {0}


def test_import_names_every_refused_row_in_order(run: Run, tmp_path: Path) -> None:
    bad = [{"title": f"{number}"} for number in range(30)]

    result = run("import", "procedures", write(tmp_path / "a.jsonl", ROW, *bad, ROW))

    lines = result.stdout.splitlines()
    assert lines[:30] == [f"line {number}: code: missing" for number in range(2, 32)]
    assert lines[30:] == [
        "line 32: 1.990001 stands in line 1 already",
        "1 added, 0 changed, 0 unchanged, 31 refused",
    ]
    assert result.exit_code == 1


def test_import_refuses_a_file_whole(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", ROW)
    cut = file.rename(tmp_path / "a.xlsx")

    result = run("import", "procedures", cut)

    assert result.exit_code == 2
    assert "no Excel workbook" in result.stderr
    assert "nothing was changed" in result.stderr
    assert not (tmp_path / "bot.db").exists()


def test_search_answers_a_line_each(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", ROW, ROW | {"code": "1.001193", "title": "Khai sinh"})

    result = run(
        "search", "--catalogue", file, "--limit", 1, typed="the tha dieu\n\nlàm giấy khai sinh\n"
    )

    first, blank, third = map(json.loads, result.stdout.splitlines())
    assert first["decision"] == "answer"
    assert [match["code"] for match in first["matches"]] == ["1.990001"]
    assert set(first["matches"][0]) == {"code", "name", "score"}
    assert (blank["query"], blank["decision"], blank["matches"]) == ("", "none", [])
    # Found by the everyday name that ships with the bot.
    assert [match["code"] for match in third["matches"]] == ["1.001193"]


def test_search_looks_into_the_database(run: Run) -> None:
    result = run("search", typed="dang ky ket hon\n")

    assert json.loads(result.stdout)["matches"][0]["code"] == "1.000894"


def test_data_is_checked(run: Run) -> None:
    assert run("check-data").stdout == "0 faults\n"
