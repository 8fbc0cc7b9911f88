"""The first record: texts, documents, readings, judgements, and lines to ask. The tables are in the file beside it."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    connection = op.get_bind()
    for statement in script.split("\n\n")[1:]:
        # As it stands: what looks like a parameter is none.
        connection.exec_driver_sql(statement)
