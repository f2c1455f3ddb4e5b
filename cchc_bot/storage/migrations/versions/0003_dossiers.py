"""Dossiers."""

import sqlalchemy as sa
from alembic import op

from cchc_bot.storage.tables.base import BigKey, Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "dossiers",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("unit_code", sa.String, nullable=False),
        sa.Column("procedure_code", sa.String, nullable=False),
        sa.Column("procedure_title", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("intake", sa.String, nullable=False),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("due_on", sa.Date),
        sa.Column("finished_on", sa.Date),
        sa.Column("missing", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dossiers"),
        sa.UniqueConstraint("key", name="uq_dossiers_key"),
        sa.ForeignKeyConstraint(["unit_code"], ["units.code"], "fk_dossiers_unit_code_units"),
    )
    op.create_index("ix_dossiers_unit_code", "dossiers", ["unit_code"])
