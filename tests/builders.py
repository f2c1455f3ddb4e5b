"""Things of the domain with every field filled, so that a test names only what it is about."""

from datetime import datetime
from zoneinfo import ZoneInfo

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
