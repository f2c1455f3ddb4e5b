"""Topics, notices and who follows them; feedback."""

import sqlalchemy as sa
from alembic import op

from cchc_bot.storage.tables.base import BigKey, Moment

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    _create_notices()
    _create_feedback()


def _create_notices() -> None:
    op.create_table(
        "topics",
        sa.Column("code", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_topics"),
    )
    op.create_table(
        "notices",
        sa.Column("code", sa.String, nullable=False),
        sa.Column("topic_code", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("published_at", Moment, nullable=False),
        sa.Column("is_demonstration", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_notices"),
        sa.ForeignKeyConstraint(["topic_code"], ["topics.code"], "fk_notices_topic_code_topics"),
    )
    op.create_index("ix_notices_topic_code", "notices", ["topic_code"])
    op.create_index("ix_notices_published_at", "notices", ["published_at"])
    op.create_table(
        "follows",
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("topic_code", sa.String, nullable=False),
        sa.Column("followed_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "topic_code", name="pk_follows"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], "fk_follows_person_id_people", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_code"], ["topics.code"], "fk_follows_topic_code_topics", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_follows_topic_code", "follows", ["topic_code"])


def _create_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("number", sa.String, nullable=False),
        sa.Column("person_id", BigKey),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("received_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_feedback"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], "fk_feedback_person_id_people", ondelete="SET NULL"
        ),
    )
    op.create_index("ix_feedback_person_id", "feedback", ["person_id"])
    op.create_index("ix_feedback_received_at", "feedback", ["received_at"])
    op.create_table(
        "feedback_drafts",
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("written_at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_feedback_drafts"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], "fk_feedback_drafts_person_id_people", ondelete="CASCADE"
        ),
    )
