"""Things of the domain with every field filled, so that a test names only what it is about."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cchc_bot.domain.notices import Notice, Topic
from cchc_bot.domain.people import Channel, Sender
from cchc_bot.domain.units import Unit, UnitKind

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 1, 23, 9, 30, tzinfo=ZONE)  # a Friday
TODAY = NOW.date()


def a_sender(name: str = "an", channel: Channel = Channel.WEB) -> Sender:
    return Sender(channel, name)


def a_unit(
    code: str = "H99.01", name: str = "UBND xã Mẫu", kind: UnitKind = UnitKind.COMMUNE
) -> Unit:
    return Unit(code, name, kind)


def a_topic(code: str = "can-cuoc", title: str = "Cư trú và căn cước") -> Topic:
    return Topic(code, title)


def a_notice(code: str = "tb-1", **fields: Any) -> Notice:
    """Return a notice that came out an hour ago, on a topic of data/topics.toml."""
    notice = Notice(
        code=code,
        topic=a_topic(),
        title="Làm căn cước lưu động",
        body="Tổ lưu động đến từng thôn.\nXin mang theo giấy tờ.",
        published_at=NOW - timedelta(hours=1),
        source="UBND xã Mẫu",
    )
    return replace(notice, **fields)
