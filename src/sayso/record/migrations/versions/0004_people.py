"""People over all documents: who is one, who may be, what was decided. The tables are in the file beside it."""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # Who is who is found out anew after every migration.
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    connection = op.get_bind()
    for statement in script.split("\n\n")[1:]:
        connection.exec_driver_sql(statement)
