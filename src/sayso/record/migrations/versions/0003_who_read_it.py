"""Each document says which reader read it last; and what needs a person is found in the order of its confidence."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # Nobody knows who read what is there: any reader of now is another one, and reads it again.
    op.add_column("documents", sa.Column("read_by", sa.Text(), server_default="", nullable=False))
    op.drop_index("lines_by_unsure", "lines")
    op.create_index("lines_by_unsure", "lines", ["unsure", "rejected", "confidence"])
