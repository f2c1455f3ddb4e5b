"""Index sets and scorecards."""

import sqlalchemy as sa
from alembic import op

from cchc_bot.storage.tables.base import BigKey, Points

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "index_sets",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("province", sa.String, nullable=False),
        sa.Column("unit_kind", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("bands", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_index_sets"),
        sa.UniqueConstraint(
            "province", "unit_kind", "year", name="uq_index_sets_province_unit_kind_year"
        ),
    )
    op.create_table(
        "index_items",
        sa.Column("index_set_id", BigKey, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("max_score", Points, nullable=False),
        sa.Column("kind", sa.String),
        sa.Column("guide", sa.String, nullable=False),
        sa.Column("evidence_asked", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("index_set_id", "code", name="pk_index_items"),
        sa.ForeignKeyConstraint(
            ["index_set_id"],
            ["index_sets.id"],
            "fk_index_items_index_set_id_index_sets",
            ondelete="CASCADE",
        ),
    )
    _create_scorecards()


def _create_scorecards() -> None:
    op.create_table(
        "scorecards",
        sa.Column("unit_code", sa.String, nullable=False),
        sa.Column("index_set_id", BigKey, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("final_points", Points),
        sa.Column("final_max", Points),
        sa.PrimaryKeyConstraint("unit_code", "index_set_id", name="pk_scorecards"),
        sa.ForeignKeyConstraint(
            ["unit_code"], ["units.code"], "fk_scorecards_unit_code_units", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["index_set_id"],
            ["index_sets.id"],
            "fk_scorecards_index_set_id_index_sets",
            ondelete="CASCADE",
        ),
    )
    op.create_index(
        "ix_scorecards_rank",
        "scorecards",
        ["index_set_id", "stage", "final_points", "final_max"],
    )
    op.create_table(
        "score_lines",
        sa.Column("unit_code", sa.String, nullable=False),
        sa.Column("index_set_id", BigKey, nullable=False),
        sa.Column("item_code", sa.String, nullable=False),
        sa.Column("self_score", Points),
        sa.Column("appraised_score", Points),
        sa.Column("survey_score", Points),
        sa.Column("is_applicable", sa.Boolean, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("evidence_given", sa.JSON, nullable=False),
        sa.Column("evidence_missing", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("unit_code", "index_set_id", "item_code", name="pk_score_lines"),
        sa.ForeignKeyConstraint(
            ["unit_code", "index_set_id"],
            ["scorecards.unit_code", "scorecards.index_set_id"],
            "fk_score_lines_unit_code_scorecards",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
