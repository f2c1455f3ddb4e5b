from pathlib import Path

import pytest

from cchc_bot.app.files import DATA
from cchc_bot.cli.checks import find_faults

GOOD = """source = "x"
dated_on = 2026-07-15

[[procedure]]
code = "1.990001"
title = "Thả diều"
everyday_names = ["làm thẻ diều", "thẻ diều"]
field = "Diều"
level = "Cấp xã"
summary = "x"
applicants = "x"
papers = []
sets = ""
fee = ""
time_limit = ""
ways = ["desk"]
steps = ["x"]
legal_basis = []
decision = ""
"""


def test_shipped_procedures_are_whole() -> None:
    assert list(find_faults(DATA / "procedures")) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("", "", None),
        ("1.990001", "1.99", "line 4: code: 1.99 is not of the form"),
        ('title = "Thả diều"', 'title = ""', "title is blank"),
        ("sets = ", "bags = ", "unknown key bags"),
        ("sets = ", "bags = ", "sets is missing"),
        ('"thẻ diều"', '"lam the DIEU"', "“lam the dieu” stands at 1.990001 already"),
        ('["desk"]', '["desk", "pigeon"]', "unknown ways: pigeon"),
        ('source = "x"', "", "the head should say"),
        ("[[procedure]]", "[[procedure", "this is no TOML"),
    ],
)
def test_faults_are_named(tmp_path: Path, old: str, new: str, fault: str | None) -> None:
    (tmp_path / "a.toml").write_text(GOOD.replace(old, new) if old else GOOD, encoding="utf-8")

    faults = list(find_faults(tmp_path))

    assert any(fault in each for each in faults) if fault else faults == []


def test_names_taken_in_another_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.toml").write_text(GOOD.replace("1.990001", "1.990002"), encoding="utf-8")

    assert list(find_faults(tmp_path)) == [
        f"b.toml: 1.990002: “{name}” stands at 1.990001 already"
        for name in ("lam the dieu", "the dieu")
    ]
