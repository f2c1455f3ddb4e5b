"""Turns of the web chat and the files that they handed out."""

import sqlalchemy as sa
from alembic import op

from cchc_bot.storage.tables.base import BigKey, Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "web_turns",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("sender_id", sa.String, nullable=False),
        sa.Column("client_id", sa.String, nullable=False),
        sa.Column("said", sa.String, nullable=False),
        sa.Column("shown", sa.String, nullable=False),
        sa.Column("pressed_on", sa.String, nullable=False),
        sa.Column("reply", sa.JSON),
        sa.Column("created_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_web_turns"),
        sa.UniqueConstraint("sender_id", "client_id", name="uq_web_turns_sender_id_client_id"),
    )
    op.create_table(
        "web_files",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("turn_id", BigKey, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_web_files"),
        sa.ForeignKeyConstraint(
            ["turn_id"], ["web_turns.id"], "fk_web_files_turn_id_web_turns", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_web_files_turn_id", "web_files", ["turn_id"])
