"""Procedures."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TEXTS = (
    "title", "field", "level", "decision", "agency", "summary", "applicants", "sets", "fee",
    "time_limit", "source", "origin",
)  # fmt: skip
_LISTS = ("everyday_names", "papers", "ways", "steps", "legal_basis")


def upgrade() -> None:
    op.create_table(
        "procedures",
        sa.Column("code", sa.String, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in _TEXTS),
        *(sa.Column(name, sa.JSON, nullable=False) for name in _LISTS),
        sa.Column("dated_on", sa.Date),
        sa.PrimaryKeyConstraint("code", name="pk_procedures"),
    )
