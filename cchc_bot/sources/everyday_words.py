"""Reads how people say things: data/everyday-words.toml and data/everyday-names/."""

import tomllib
from pathlib import Path
from typing import Any

from cchc_bot.domain.everyday_words import EverydayWords
from cchc_bot.sources.files import UnreadableFileError


def read_everyday_words(folder: Path) -> EverydayWords:
    """`folder` is data/. Raises UnreadableFileError, naming the file."""
    words = _read(folder / "everyday-words.toml")
    names: dict[str, tuple[str, ...]] = {}
    for path in sorted((folder / "everyday-names").glob("*.toml")):
        for code, listed in _read(path)["names"].items():
            names[code] = (*names.get(code, ()), *listed)
    return EverydayWords(
        short=words["short"],
        says={said: tuple(officials) for said, officials in words["says"].items()},
        fillers=frozenset(words["fillers"]["words"].split()),
        elsewhere=frozenset(words["elsewhere"]["phrases"]),
        names=names,
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableFileError(f"{path.name}: {error}") from error
