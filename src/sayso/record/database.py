"""The file behind a record: found, made, brought up to date, and one transaction at a time."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import StaticPool

from sayso.errors import LONGEST_PATH, NoSuchRecord, RecordError, named
from sayso.record import schema, search

PATIENCE = 30
"""Seconds to wait for another program that is writing."""

_ON_CONNECT = (
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {PATIENCE * 1000}",
    # With a write-ahead log this survives a killed process; only a power cut may lose the last documents.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)

_PROBLEMS = (
    ("file is not a database", "is no record: it is not an SQLite file."),
    ("malformed", "is damaged. Make a fresh one by reading the documents again."),
    ("readonly", "may not be written to. Copy it to a place of yours, or pass another --record."),
    ("unable to open", "cannot be opened: the place is read-only, or not yours. Pass another --record."),
    ("locked", f"has been written to by another program for over {PATIENCE} seconds. Try again when it is done."),
    ("full", "has no more room: the disk is full."),
    ("FOREIGN KEY", "refused a reading that contradicts itself."),
)


class Database:
    """One SQLite database, for all threads. Raises RecordError with a sentence whenever it cannot be used."""

    def __init__(self, path: str | Path, *, must_exist: bool = False) -> None:
        self.name = named(str(path), LONGEST_PATH)
        self._in_memory = str(path) == ":memory:"
        self._file = None if self._in_memory else _file(str(path))
        self._check_place(must_exist)
        # A database in memory has one connection, and what two threads do on it must not mix.
        self._lock = RLock() if self._in_memory else None
        self._engine = _engine(self._file)
        self._bring_up_to_date()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A look at the record as it stands at one moment."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All or nothing. Others wait from the start, so that nobody writes over what they have not seen."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with (
            self._lock or nullcontext(),
            self._explained(),
            self._engine.connect().execution_options(sayso_begin=begin) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise RecordError(f"{self.name} {_problem(str(error.orig))}") from error
        except sqlite3.Error as error:
            raise RecordError(f"{self.name} {_problem(str(error))}") from error
        except UnicodeEncodeError as error:
            raise RecordError(f"{self.name} cannot keep {error.object!a}: it holds half a character.") from error

    def _check_place(self, must_exist: bool) -> None:
        if self._file is None:
            return
        self._check_name(self._file)
        if self._file.is_dir():
            raise RecordError(f"{self.name} is a folder; a record is a file, such as {self._file / 'sayso.db'}.")
        if must_exist and not self._file.exists():
            raise NoSuchRecord(f"There is no record at {self.name} yet. Read something first: sayso read FILE")
        if not self._file.parent.is_dir():
            raise RecordError(
                f"{self.name} cannot be made: there is no folder {named(str(self._file.parent), LONGEST_PATH)}."
            )

    def _check_name(self, file: Path) -> None:
        try:
            file.exists()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise RecordError(f"{self.name} cannot be the name of a record ({reason}).") from error

    # Versions

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            version = _version(connection, self.name)
        if version == schema.VERSION:
            return
        if self._file is not None:
            self._keep_a_log()
        with self.writing() as connection:
            # Another process may have done it while this one waited.
            self._upgrade(connection, _version(connection, self.name))

    def _upgrade(self, connection: Connection, version: str | None) -> None:
        if version is None:
            make(connection)
        elif version > schema.VERSION:
            raise RecordError(f"{self.name} was made by a newer sayso (record version {version}). Update sayso.")
        elif version < schema.VERSION:
            migrate(connection)

    def _keep_a_log(self) -> None:
        """Write-ahead logging: readers do not wait for the writer. The file remembers it."""
        with self._explained(), closing(self._engine.raw_connection()) as connection:
            for last_try in (False,) * 100 + (True,):
                try:
                    connection.cursor().execute("PRAGMA journal_mode = WAL")
                    return
                except sqlite3.OperationalError as error:
                    # SQLite does not wait here, whatever the timeout, while another process makes the same record.
                    if last_try or "locked" not in str(error):
                        raise
                    time.sleep(0.1)


def make(connection: Connection) -> None:
    """All tables, indexes and views of a new record, stamped with the newest version."""
    schema.metadata.create_all(connection)
    for statement in (*search.TABLES, *schema.VIEWS.values()):
        connection.execute(text(statement))
    # By hand what Alembic would do: importing it takes longer than making the record.
    connection.execute(text(_VERSION_TABLE))
    connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": schema.VERSION})


_VERSION_TABLE = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""


def migrate(connection: Connection) -> None:
    """Bring an older record to the newest version, in the transaction of the connection."""
    # Only here: no question to an up-to-date record should wait for Alembic.
    from alembic import command
    from alembic.config import Config

    from sayso.record import merging

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    # What is made from the rest is made anew by the rules of now.
    merging.group_anew(connection)


def _version(connection: Connection, name: str) -> str | None:
    """The migration that the database stands at; None where it is empty."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if not {"alembic_version", "documents", "statements"} <= set(tables):
        raise RecordError(f"{name} is no record: an SQLite database, but made by another program.")
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _file(name: str) -> Path:
    if not re.match(r"[a-z0-9+]+://", name):
        return Path(name)
    try:
        url = make_url(name)
    except ArgumentError as error:
        raise RecordError(f"{named(name)} is no address of a database. Give the path of a file.") from error
    if url.get_backend_name() != "sqlite" or not url.database:
        raise RecordError(f"{named(name)} is not supported: a record is an SQLite file. Give its path.")
    return Path(url.database)


def _engine(file: Path | None) -> Engine:
    if file is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(URL.create("sqlite", database=str(file)))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(dbapi_connection: Any, _: object) -> None:
    # Python's driver would otherwise begin transactions where it sees fit, and never for a read.
    dbapi_connection.isolation_level = None
    for pragma in _ON_CONNECT:
        dbapi_connection.execute(pragma)


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("sayso_begin", "BEGIN")
    connection.exec_driver_sql(begin)


def _problem(message: str) -> str:
    return next((sentence for words, sentence in _PROBLEMS if words in message), f"cannot be used: {message}.")
