from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from record.adding import numbered
from sayso.errors import NoSuchRecord, RecordError
from sayso.record import Record


def test_a_record_is_made_where_there_is_none(tmp_path: Path) -> None:
    with Record(tmp_path / "new ?#%20 ü.db") as record:
        record.add(numbered(1))
    with Record.open(str(tmp_path / "new ?#%20 ü.db")) as record:
        assert record.has(numbered(1).document.id)


def test_a_record_may_be_given_as_the_address_of_an_sqlite_database(tmp_path: Path) -> None:
    Record(tmp_path / "sayso.db").close()
    with Record.open(f"sqlite:///{tmp_path}/sayso.db") as record:
        assert record.summary().documents == 0


def test_opening_a_record_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoSuchRecord, match=r"There is no record at .* yet. Read something first: sayso read FILE"):
        Record.open(tmp_path / "sayso.db")
    assert not (tmp_path / "sayso.db").exists()


def a_folder(path: Path) -> None:
    path.mkdir()


def no_database(path: Path) -> None:
    path.write_text("This is a story and no database at all. " * 50)


def somebody_elses(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (id)")
    connection.close()


def one_of_the_future(path: Path) -> None:
    Record(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def damaged(path: Path) -> None:
    Record(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) // 2))


WRONG = [
    (a_folder, "is a folder; a record is a file"),
    (no_database, "is no record: it is not an SQLite file"),
    (somebody_elses, "is no record: an SQLite database, but made by another program"),
    (one_of_the_future, "was made by a newer sayso .record version 9999.. Update sayso"),
    (damaged, "is damaged"),
]


@pytest.mark.parametrize("make, complaint", WRONG, ids=lambda value: getattr(value, "__name__", ""))
@pytest.mark.parametrize("opening", [Record, Record.open])
def test_a_wrong_file_gets_a_clear_sentence(make: object, complaint: str, opening: object, tmp_path: Path) -> None:
    assert callable(make)
    assert callable(opening)
    make(tmp_path / "sayso.db")
    with pytest.raises(RecordError, match=complaint) as error:
        opening(tmp_path / "sayso.db")
    assert str(tmp_path / "sayso.db") in str(error.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"there is no folder .*nowhere"):
        Record(tmp_path / "nowhere" / "sayso.db")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a place where nobody may make files")
def test_a_place_where_nothing_can_be_made_is_named() -> None:
    with pytest.raises(RecordError, match=r"/proc/sayso\.db cannot be opened: the place is read-only, or not yours"):
        Record("/proc/sayso.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be written to by root")
def test_a_record_that_may_not_be_written_to_says_so(tmp_path: Path) -> None:
    Record(tmp_path / "sayso.db").close()
    (tmp_path / "sayso.db").chmod(0o400)
    with Record.open(tmp_path / "sayso.db") as record, pytest.raises(RecordError, match="may not be written to"):
        record.add(numbered(1))


@pytest.mark.parametrize("address", ["postgresql://localhost/sayso", "sqlite://", "what://"])
def test_other_databases_are_refused(address: str) -> None:
    with pytest.raises(RecordError, match=r"is not supported|is no address"):
        Record(address)


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.record.database._ON_CONNECT", ("PRAGMA busy_timeout = 10",))
    with Record(tmp_path / "sayso.db") as record, Record(tmp_path / "sayso.db") as other:
        with record._database.writing(), pytest.raises(RecordError, match="Try again when it is done"):
            other.add(numbered(1))
        assert other.add(numbered(1))


def test_closing_twice_does_no_harm() -> None:
    record = Record(":memory:")
    record.close()
    record.close()
