"""Where the terminal's files go: a folder of its own, and nothing in it is ever overwritten."""

import re
from pathlib import Path
from tempfile import mkdtemp

from cchc_bot.chat.messages import Attachment

_NOT_IN_A_NAME = re.compile(r"[^\w .-]")


class Folder:
    """Made when the first file comes; stays, since somebody still wants to open the file."""

    def __init__(self, parent: Path | None = None) -> None:
        """`parent` is where it is made; by default where the machine keeps temporary files."""
        self._parent = parent
        self._path: Path | None = None

    def save(self, attachment: Attachment) -> Path:
        if self._path is None:
            self._path = Path(mkdtemp(prefix="cchc-bot-", dir=self._parent))
        path = _free(self._path / _safe_name(attachment.name))
        path.write_bytes(attachment.content)
        return path


def _safe_name(name: str) -> str:
    return _NOT_IN_A_NAME.sub("-", name).strip(". ") or "file"


def _free(path: Path) -> Path:
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free
