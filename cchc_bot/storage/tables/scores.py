"""The tables of index sets and scorecards."""

from decimal import Decimal

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cchc_bot.storage.tables.base import Base, BigKey, Points


class IndexSetRow(Base):
    __tablename__ = "index_sets"
    __table_args__ = (UniqueConstraint("province", "unit_kind", "year"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    province: Mapped[str]
    unit_kind: Mapped[str]
    year: Mapped[int]
    title: Mapped[str]
    bands: Mapped[list[list[str]]] = mapped_column(JSON)  # name and lower bound, the best first


class IndexItemRow(Base):
    __tablename__ = "index_items"

    index_set_id: Mapped[int] = mapped_column(
        ForeignKey("index_sets.id", ondelete="CASCADE"), primary_key=True
    )
    code: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    title: Mapped[str]
    max_score: Mapped[Decimal] = mapped_column(Points)
    kind: Mapped[str | None]
    guide: Mapped[str]
    evidence_asked: Mapped[list[str]] = mapped_column(JSON)


class ScorecardRow(Base):
    """A unit's scores of a year.

    The final rate is kept here although the lines tell it: adding up the 300,000 lines of a
    province at each look would take longer than anyone waits. storage.scores writes both at once.
    """

    __tablename__ = "scorecards"
    # Holds all that ranking reads.
    __table_args__ = (
        Index("ix_scorecards_rank", "index_set_id", "stage", "final_points", "final_max"),
    )

    unit_code: Mapped[str] = mapped_column(
        ForeignKey("units.code", ondelete="CASCADE"), primary_key=True
    )
    index_set_id: Mapped[int] = mapped_column(
        ForeignKey("index_sets.id", ondelete="CASCADE"), primary_key=True
    )
    stage: Mapped[str]
    final_points: Mapped[Decimal | None] = mapped_column(Points)
    final_max: Mapped[Decimal | None] = mapped_column(Points)


class ScoreLineRow(Base):
    __tablename__ = "score_lines"
    __table_args__ = (
        ForeignKeyConstraint(
            ["unit_code", "index_set_id"],
            ["scorecards.unit_code", "scorecards.index_set_id"],
            "fk_score_lines_unit_code_scorecards",
            ondelete="CASCADE",
        ),
        # The key is most of a line, so keep the lines in its order and not a second time.
        {"sqlite_with_rowid": False},
    )

    unit_code: Mapped[str] = mapped_column(primary_key=True)
    index_set_id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    item_code: Mapped[str] = mapped_column(primary_key=True)
    self_score: Mapped[Decimal | None] = mapped_column(Points)
    appraised_score: Mapped[Decimal | None] = mapped_column(Points)
    survey_score: Mapped[Decimal | None] = mapped_column(Points)
    is_applicable: Mapped[bool]
    reason: Mapped[str]
    evidence_given: Mapped[list[str]] = mapped_column(JSON)
    evidence_missing: Mapped[list[str]] = mapped_column(JSON)
