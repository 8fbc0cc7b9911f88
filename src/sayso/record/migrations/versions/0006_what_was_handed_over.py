"""A communication keeps the words for what was handed over or leaked."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("communications", sa.Column("object_start", sa.Integer(), nullable=True))
    op.add_column("communications", sa.Column("object_stop", sa.Integer(), nullable=True))
