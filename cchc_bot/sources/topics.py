"""The topics (chủ đề) of notices that every installation starts with."""

import tomllib
from pathlib import Path

from cchc_bot.domain.notices import Topic


def read_topics(folder: Path) -> tuple[Topic, ...]:
    """`folder` is data."""
    document = tomllib.loads((folder / "topics.toml").read_text(encoding="utf-8"))
    return tuple(Topic(row["code"], row["title"]) for row in document["topic"])
