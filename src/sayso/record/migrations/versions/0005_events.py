"""Communications of all documents, each once. The tables are in the file beside it, and filled when asked for."""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    connection = op.get_bind()
    for statement in script.split("\n\n")[1:]:
        connection.exec_driver_sql(statement)
