"""Things of the domain with every field filled, so that a test names only what it is about."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from cchc_bot.app import App
from cchc_bot.domain.imports import ReadRow
from cchc_bot.domain.people import Channel, Sender
from cchc_bot.domain.procedures import Paper, Procedure, Way
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


def a_procedure(code: str = "1.990001", **changes: Any) -> Procedure:
    full = Procedure(
        code=code,
        title="Thủ tục cấp thẻ thả diều",
        field="Thả diều",
        level="Cấp xã",
        decision="1/QĐ-BTD",
        everyday_names=("làm thẻ diều",),
        agency="UBND xã Mẫu",
        summary="Cấp thẻ cho người thả diều.",
        applicants="Người thả diều",
        papers=(Paper("Đơn theo mẫu", "1 bản chính"), Paper("Ảnh con diều")),
        sets="1 bộ",
        fee="5.000 đồng",
        time_limit="3 ngày làm việc",
        ways=(Way.DESK, Way.ONLINE),
        steps=("Nộp đơn.", "Nhận thẻ."),
        legal_basis=("Luật Thả diều 1/2025/QH",),
        source="Sổ tay bịa đặt",
        dated_on=TODAY,
    )
    return replace(full, **changes)


async def import_all(app: App, *procedures: Procedure) -> None:
    rows = [ReadRow(line, each) for line, each in enumerate(procedures, 1)]
    await app.procedures.import_rows(rows)
