"""Things of the domain with every field filled, so that a test names only what it is about."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cchc_bot.app import App
from cchc_bot.domain.dossiers import Dossier, DossierCode, DossierStatus
from cchc_bot.domain.imports import ReadRow
from cchc_bot.domain.notices import Notice, Topic
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


def a_dossier(
    code: str = "H31.16-260105-0042",
    status: DossierStatus = DossierStatus.IN_PROGRESS,
    due_on: date | None = date(2026, 1, 26),
    finished_on: date | None = None,
    **other: Any,
) -> Dossier:
    filled: dict[str, Any] = {
        "procedure_title": "Thủ tục đăng ký giám hộ",
        "procedure_code": "1.004837",
        "unit": a_unit("H31.16"),
        "received_at": datetime(2026, 1, 5, 8, 15, tzinfo=ZONE),
    }
    return Dossier(
        code=DossierCode(code),
        status=status,
        due_on=due_on,
        finished_on=finished_on,
        **{**filled, **other},
    )


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
    await app.services.procedures.import_rows(rows)
