"""Files from outside: taken whole or refused whole, and never unpacked beyond a limit."""

import lzma
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Protocol

MIB = 2**20
MAX_FILE = 200 * MIB
MAX_UNPACKED = 300 * MIB
MAX_LINE = 4 * MIB
_XZ = b"\xfd7zXZ\x00"


class _Stream(Protocol):
    def readline(self, size: int, /) -> bytes: ...


class UnreadableFileError(Exception):
    """A file cannot be taken as a whole; the message says why, and what to do about it."""


class EmptyFileError(UnreadableFileError):
    pass


class TooLargeError(UnreadableFileError):
    pass


class BrokenFileError(UnreadableFileError):
    pass


class WrongKindError(UnreadableFileError):
    pass


def check_file(path: Path) -> None:
    """Raise UnreadableFileError where there is no file to read, or far too much of it."""
    try:
        with path.open("rb") as file:
            first = file.read(1)
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFileError(error.strerror or str(error)) from error
    if not first:
        raise EmptyFileError("the file is empty")
    if size > MAX_FILE:
        raise TooLargeError(f"the file is larger than {MAX_FILE // MIB} MB; split it")


def read_lines(path: Path, limit: int = MAX_UNPACKED) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank with their numbers, out of a plain or an .xz file."""
    with path.open("rb") as file:
        is_packed = file.read(len(_XZ)) == _XZ
    if is_packed != (path.suffix.lower() == ".xz"):
        raise WrongKindError(f"what is in the file is not what {path.suffix} stands for")
    try:
        with lzma.open(path) if is_packed else path.open("rb") as stream:
            yield from _decoded(stream, limit)
    except (lzma.LZMAError, EOFError) as error:
        raise BrokenFileError("the packed file is cut off or damaged") from error
    except UnicodeDecodeError as error:
        raise WrongKindError("the text is not UTF-8; save it as UTF-8") from error


def _decoded(stream: _Stream, limit: int) -> Iterator[tuple[int, str]]:
    total = 0
    for number in count(1):
        line = stream.readline(MAX_LINE + 1)
        total += len(line)
        if total > limit:
            raise TooLargeError(f"there is more than {limit // MIB} MB in it; split it")
        if len(line) > MAX_LINE:
            raise TooLargeError(f"line {number} is longer than {MAX_LINE // MIB} MB")
        if not line:
            return
        text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        if text:
            yield number, text
