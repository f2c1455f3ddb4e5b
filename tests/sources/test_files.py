import lzma
from pathlib import Path

import pytest

from cchc_bot.sources import files
from cchc_bot.sources.files import (
    BrokenFileError,
    EmptyFileError,
    TooLargeError,
    UnreadableFileError,
    WrongKindError,
    read_lines,
)
from cchc_bot.sources.procedures import read_procedures

OLD_CSV = "Mã thủ tục,Tên thủ tục\n1.990001,Thẻ".encode("cp1252", "replace")
XZ = lzma.compress(b"\n".join([b'{"code": "1.990001"}'] * 2000))


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.jsonl", b"", EmptyFileError),
        ("a.jsonl", b" \n\n", EmptyFileError),
        ("a.jsonl", b"%PDF-1.7 no", WrongKindError),
        ("a.jsonl", "tên".encode("cp1258"), WrongKindError),
        ("a.jsonl", XZ, WrongKindError),
        ("a.jsonl.xz", b"{}", WrongKindError),
        ("a.jsonl.xz", XZ[: len(XZ) // 2], BrokenFileError),
        ("a.jsonl.xz", XZ[:40] + b"?" + XZ[41:], BrokenFileError),
        ("a.toml", b"[[procedure", BrokenFileError),
        ("a.toml", b"a = 1", WrongKindError),
        (
            "a.csv",
            "Mã thủ tục,Tên thủ tục\n1.990001,Thẻ".encode("cp1258", "replace"),
            WrongKindError,
        ),
        ("a.csv", b"a,b\n1,2", WrongKindError),
        ("a.csv", b"code,title\n", EmptyFileError),
        ("a.csv", b"code,title\n" + b"," * 1_000_000, TooLargeError),
        ("a.csv", b'code,title\n1.990001,"cut', UnreadableFileError),
        ("a.csv", b"code,title\n1.990001," + b"x" * 200_000, UnreadableFileError),
        ("a.docx", b"PK", WrongKindError),
        ("a", b"{}", WrongKindError),
    ],
)
def test_files_are_refused_whole(
    tmp_path: Path, name: str, content: bytes, error: type[UnreadableFileError]
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(error, match=r"\w"):
        list(read_procedures(tmp_path / name))


def test_files_that_are_not_there_are_told_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="No such file"):
        read_procedures(tmp_path / "a.csv")
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(UnreadableFileError, match="directory"):
        read_procedures(tmp_path / "b.csv")


def test_files_are_not_unpacked_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.xz"
    path.write_bytes(lzma.compress(b"{}\n" * (files.MIB // 2)))
    assert sum(1 for _ in read_lines(path)) == files.MIB // 2
    with pytest.raises(TooLargeError, match="more than 1 MB"):
        list(read_lines(path, limit=files.MIB))

    path.write_bytes(lzma.compress(b" " * (files.MAX_LINE + 1)))
    with pytest.raises(TooLargeError, match="longer than"):
        list(read_lines(path))
