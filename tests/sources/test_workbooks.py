import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from cchc_bot.domain.imports import ReadRow
from cchc_bot.sources.files import (
    BrokenFileError,
    EmptyFileError,
    TooLargeError,
    UnreadableFileError,
    WrongKindError,
)
from cchc_bot.sources.procedures import read_procedures

HEADINGS = ["Mã thủ tục", "Tên thủ tục", "Lệ phí", "Ngày cập nhật"]
SHEET = "xl/worksheets/sheet1.xml"


def a_workbook(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    book.save(path)
    return path


def rewritten(path: Path, change: dict[str, bytes]) -> Path:
    """Put other members into a workbook."""
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in (members | change).items():
            new.writestr(name, content)
    return path


def test_workbooks_are_read_with_numbers_days_and_formulas(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "a.XLSX",
        [1.00001, "=SUM(1,2)", 5000, "15/7/2026"],
        ["1.990002", "Cấp thẻ", "=cmd|' /C calc'!A0", None],
    )
    sheet = zipfile.ZipFile(path).read(SHEET)
    # As Excel saves it: a formula with its last result, and a text that only looks like one.
    sheet = sheet.replace(b"<f>SUM(1,2)</f><v></v>", b"<f>SUM(1,2)</f><v>3</v>").replace(
        b"<f>SUM(1,2)</f><v />", b"<f>SUM(1,2)</f><v>3</v>"
    )
    rows = list(read_procedures(rewritten(path, {SHEET: sheet})))

    first, second = (row.procedure for row in rows if isinstance(row, ReadRow))
    assert (first.code, first.title, first.fee) == ("1.000010", "3", "5000")
    assert str(first.dated_on) == "2026-07-15"
    assert (second.code, second.fee) == ("1.990002", "")


def test_workbooks_say_in_which_row_something_is_wrong(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", ["1.990001", "Thẻ"], [], ["x", "Sai"])

    _, bad = read_procedures(path)

    assert bad.line == 4


def test_workbooks_without_rows_are_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyFileError):
        list(read_procedures(a_workbook(tmp_path / "a.xlsx")))


def test_workbooks_with_a_cell_far_away_take_no_memory(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "x", "y"
    book.save(tmp_path / "a.xlsx")

    with pytest.raises(TooLargeError, match="beyond row"):
        list(read_procedures(tmp_path / "a.xlsx"))


def test_workbooks_that_unpack_to_much_more_are_not_unpacked(tmp_path: Path) -> None:
    path = rewritten(a_workbook(tmp_path / "a.xlsx"), {"xl/bomb.xml": b" " * 50_000_000})
    start = time.monotonic()

    with pytest.raises(TooLargeError, match="far more than a table"):
        list(read_procedures(path))
    assert time.monotonic() - start < 2


def test_workbooks_with_too_many_members_are_refused(tmp_path: Path) -> None:
    members = {f"xl/{number}.xml": b"<a/>" for number in range(1001)}

    with pytest.raises(TooLargeError):
        list(read_procedures(rewritten(a_workbook(tmp_path / "a.xlsx"), members)))


def test_workbooks_cannot_lie_about_their_sizes(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", ["1.990001", "Thẻ"])
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(SHEET).file_size
    # Both the directory and the member itself state the size.
    path.write_bytes(content.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little")))

    with pytest.raises(UnreadableFileError):
        list(read_procedures(path))


@pytest.mark.parametrize(
    "sheet",
    [
        b"<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><worksheet>&c;</worksheet>",
        b"<worksheet><sheetData><row r='1'><c r='A1'>",
        b"\x00\x01",
    ],
)
def test_workbooks_with_hostile_xml_are_damaged(tmp_path: Path, sheet: bytes) -> None:
    path = rewritten(a_workbook(tmp_path / "a.xlsx"), {SHEET: sheet})

    with pytest.raises(BrokenFileError):
        list(read_procedures(path))


def _zip_of_something_else() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"code,title\n1.990001,x", b"\xd0\xcf\x11\xe0 old Excel", _zip_of_something_else()],
)
def test_workbooks_must_be_workbooks(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)

    with pytest.raises(WrongKindError):
        list(read_procedures(path))


def test_workbooks_that_are_cut_off_are_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", ["1.990001", "Thẻ"])
    path.write_bytes(path.read_bytes()[:-300])

    with pytest.raises(UnreadableFileError):
        list(read_procedures(path))
