"""People, their conversations and offices; units."""

import sqlalchemy as sa
from alembic import op

from cchc_bot.storage.tables.base import BigKey, Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "units",
        sa.Column("code", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_units"),
    )
    op.create_table(
        "stamps",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_stamps"),
    )
    op.create_table(
        "people",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("created_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "threads",
        sa.Column("id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("sender_id", sa.String, nullable=False),
        sa.Column("expects", sa.String, nullable=False),
        sa.Column("choices", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_threads"),
        sa.UniqueConstraint("channel", "sender_id", name="uq_threads_channel_sender_id"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], "fk_threads_person_id_people", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_threads_person_id", "threads", ["person_id"])
    op.create_table(
        "officials",
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("unit_code", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_officials"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], "fk_officials_person_id_people", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["unit_code"], ["units.code"], "fk_officials_unit_code_units", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "invitations",
        sa.Column("code_hash", sa.String, nullable=False),
        sa.Column("unit_code", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("expires_at", Moment, nullable=False),
        sa.Column("used_at", Moment),
        sa.Column("used_by", BigKey),
        sa.PrimaryKeyConstraint("code_hash", name="pk_invitations"),
        sa.ForeignKeyConstraint(
            ["unit_code"], ["units.code"], "fk_invitations_unit_code_units", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["used_by"], ["people.id"], "fk_invitations_used_by_people", ondelete="SET NULL"
        ),
    )
