"""The notices of the invented province, never older than a few weeks."""

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path

from cchc_bot.domain.notices import Notice
from cchc_bot.sources.topics import read_topics

_MORNING = time(8)


def make_notices(folder: Path, now: datetime) -> tuple[Notice, ...]:
    """`folder` is data/demo; the topics stand beside it, in data. `now` is in the office's zone."""
    topics = {topic.code: topic for topic in read_topics(folder.parent)}
    document = tomllib.loads((folder / "notices.toml").read_text(encoding="utf-8"))
    return tuple(
        Notice(
            code=row["code"],
            topic=topics[row["topic"]],
            title=row["title"],
            body=row["body"].strip(),
            published_at=_morning(now, row["days_ago"]),
            source=row["source"],
            is_demonstration=True,
        )
        for row in document["notice"]
    )


def _morning(now: datetime, days_ago: int) -> datetime:
    day = now.date() - timedelta(days=days_ago)
    return datetime.combine(day, _MORNING, now.tzinfo)
