"""What people chose when they were asked back: counts, and nobody's name."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "choices",
        sa.Column("terms_key", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("changed_on", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("terms_key", "code", name="pk_choices"),
    )
