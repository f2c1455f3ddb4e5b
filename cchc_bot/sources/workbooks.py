"""Workbooks (.xlsx): weighed before they are read, since a small one can unpack to anything."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from python_calamine import CalamineError, CalamineWorkbook

from cchc_bot.sources.files import (
    MAX_UNPACKED,
    MIB,
    BrokenFileError,
    TooLargeError,
    WrongKindError,
)

MAX_ROWS = 200_000
MAX_COLUMNS = 200
_MAX_CELLS = 4_000_000
_MAX_MEMBERS = 1000
_MAX_RATIO = 200  # of what is unpacked to what is packed
_SMALL = 10 * MIB  # below this any ratio is harmless
_PLACE = re.compile(r"([A-Z]{0,3})(\d{1,9})")  # of a cell, A1; of a row, 1


def read_workbook(path: Path) -> list[list[object]]:
    """Return the cells of the first sheet; a formula gives the result that was saved with it."""
    try:
        with ZipFile(path) as archive:
            checked = _checked(archive)
        with CalamineWorkbook.from_filelike(checked) as workbook:
            return [list(row) for row in workbook.get_sheet_by_index(0).to_python(False)]
    except BadZipFile as error:
        raise WrongKindError("this is no Excel workbook, or only a part of one") from error
    except (CalamineError, ParseError, DefusedXmlException, NotImplementedError) as error:
        raise BrokenFileError("the workbook is damaged; save it anew in Excel") from error
    except RuntimeError as error:
        raise WrongKindError("the workbook is protected by a password; take it off") from error


def _checked(archive: ZipFile) -> BytesIO:
    """Copy the sheets and what they need, unpacked: what is read later is what was weighed here.

    The sizes that a packed file states of itself need not be true.
    """
    members = [each for each in archive.infolist() if each.filename.endswith((".xml", ".rels"))]
    if "xl/workbook.xml" not in archive.namelist():
        raise BadZipFile
    _weigh(members)
    copy = BytesIO()
    cells = 0
    with ZipFile(copy, "w") as target:
        for member in members:
            content = archive.read(member)
            cells += _count_cells(content)
            if cells > _MAX_CELLS:
                raise TooLargeError(f"the workbook has more than {_MAX_CELLS} cells; split it")
            target.writestr(member.filename, content)
    copy.seek(0)
    return copy


def _weigh(members: list[ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > _MAX_MEMBERS or unpacked > MAX_UNPACKED:
        raise TooLargeError("the workbook unpacks to far too much; split it")
    if unpacked > max(_SMALL, packed * _MAX_RATIO):
        raise TooLargeError("the workbook unpacks to far more than a table does")


def _count_cells(content: bytes) -> int:
    """Count the cells up to the last one: its reader makes room for the empty ones as well."""
    rows = columns = 0
    for _, element in iterparse(BytesIO(content), events=("start",), forbid_dtd=True):
        place = _PLACE.fullmatch(element.get("r", ""))
        if place:
            rows, columns = max(rows, int(place[2])), max(columns, _column(place[1]))
        element.clear()
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise TooLargeError(
            f"a cell stands beyond row {MAX_ROWS} or column {MAX_COLUMNS}; "
            "delete the empty rows and columns, and save"
        )
    return rows * columns


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
