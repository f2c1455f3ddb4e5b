"""The table of procedures."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from cchc_bot.storage.tables.base import Base


class ProcedureRow(Base):
    __tablename__ = "procedures"

    code: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    field: Mapped[str]
    level: Mapped[str]
    decision: Mapped[str]
    everyday_names: Mapped[list[str]] = mapped_column(JSON)
    agency: Mapped[str]
    summary: Mapped[str]
    applicants: Mapped[str]
    papers: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    sets: Mapped[str]
    fee: Mapped[str]
    time_limit: Mapped[str]
    ways: Mapped[list[str]] = mapped_column(JSON)
    steps: Mapped[list[str]] = mapped_column(JSON)
    legal_basis: Mapped[list[str]] = mapped_column(JSON)
    source: Mapped[str]
    dated_on: Mapped[date | None]
    origin: Mapped[str]
