from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from sayso.model import Decision
from sayso.record import Question, Record, schema
from sayso.record.database import make, migrate

HERE = Path(__file__).parent
MIGRATIONS = Path(schema.__file__).parent / "migrations"


def tables(connection: Connection) -> dict[str, list[str]]:
    """Everything in a database by name, as SQL, but for spaces and the place of a column that was added later."""
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master"))
    return {
        name: sorted(" ".join(re.split(r"[\s()]+", part)).strip() for part in (sql or "").split(","))
        for name, sql in rows
    }


def test_migrating_from_nothing_makes_what_a_fresh_record_is_made_of() -> None:
    fresh, migrated = create_engine("sqlite://"), create_engine("sqlite://")
    with fresh.begin() as one, migrated.begin() as other:
        make(one)
        migrate(other)
        assert tables(one) == tables(other)
        for connection in (one, other):
            assert connection.scalar(text("SELECT version_num FROM alembic_version")) == schema.VERSION


def test_a_fresh_record_is_stamped_with_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == schema.VERSION


def an_old_record(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript((HERE / "record_version_0001.sql").read_text(encoding="utf-8"))
    connection.close()


def test_an_old_record_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    an_old_record(tmp_path / "old.db")
    with Record.open(tmp_path / "old.db") as record:
        line = record.said(Question(words="bridge")).lines[0]
        assert (line.speaker, line.decision) == ("Dora Verdi", Decision.CORRECT)
        assert [one.by for one in record.statement(line.id).judgements] == ["Ada"]
        assert record.passages("the bridge will stay closed")[0].document_id == line.document.id
        assert record.add(record.reading(line.document.id, judged=False)) is False
        assert [one.source for one in record.summary().unreadable] == ["scan.pdf"]
        assert record.has(line.document.id)
        assert not record.has(line.document.id, read_by="reader 1: rules")
    with Record.open(tmp_path / "old.db") as again:
        assert again.summary().documents == 1


def test_only_an_old_record_needs_alembic(tmp_path: Path) -> None:
    an_old_record(tmp_path / "old.db")
    asking = "import sys; from sayso.record import Record; Record(sys.argv[1]).said(); print('alembic' in sys.modules)"
    for name, expected in (("new.db", "False"), ("new.db", "False"), ("old.db", "True"), ("old.db", "False")):
        done = subprocess.run(
            [sys.executable, "-c", asking, str(tmp_path / name)], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == expected


def test_asking_imports_no_part_of_the_reading_side() -> None:
    heavy = "('spacy', 'onnx', 'numpy', 'sayso')"
    asking = f"import sys; import sayso.record; print([m for m in sys.modules if m.startswith({heavy})])"
    done = subprocess.run([sys.executable, "-c", asking], capture_output=True, text=True, check=True)
    loaded = [name for name in re.findall(r"'([\w.]+)'", done.stdout) if not name.startswith("sayso.record")]
    light = ("sayso.people", "sayso.events", "sayso.timeline", "sayso.contacts")
    loaded = [name for name in loaded if not name.startswith(light)]
    assert set(loaded) <= {"sayso", "sayso.errors", "sayso.model"}


def test_every_table_and_view_says_what_it_is_for() -> None:
    assert all(table.comment for table in schema.metadata.sorted_tables)
    assert set(schema.VIEWS) == {"who_said_what"}
