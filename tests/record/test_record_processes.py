from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from record.adding import numbered
from sayso.model import Reading
from sayso.record import Question, Record

ADDING = str(Path(__file__).parent / "adding.py")


def start(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, ADDING, str(path), str(first), str(last)], stdout=subprocess.PIPE, text=True
    )


def holds_whole_documents(record: Record) -> bool:
    """Every document there has its whole reading, in the tables and in the index."""
    return all(record.reading(line.id) == numbered(int(line.source[:-4])) for line in record.documents()) and (
        record.said(Question(words="number", limit=0)).total == record.summary().documents
    )


def test_processes_that_make_and_fill_one_record_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    running = [start(path, first, first + 25) for first in (0, 20, 40)]
    for process in running:
        process.communicate(timeout=120)
        assert process.returncode == 0
    with Record.open(path) as record:
        assert {line.source for line in record.documents()} == {f"{number}.txt" for number in range(65)}
        assert holds_whole_documents(record)


def test_a_killed_process_leaves_whole_documents_and_the_next_run_completes_them(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with start(path, 0, 300) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == "20":
                break
        os.kill(process.pid, signal.SIGKILL)
    with Record.open(path) as record:
        assert 21 <= record.summary().documents < 300
        assert holds_whole_documents(record)
        changed = [record.add(numbered(number)) for number in range(40)]
        assert not any(changed[:21])
        assert record.summary().documents >= 40
        assert holds_whole_documents(record)


@pytest.mark.parametrize("place", [":memory:", "sayso.db"])
def test_threads_share_a_record(place: str, tmp_path: Path) -> None:
    with Record(place if place == ":memory:" else tmp_path / place) as record, ThreadPoolExecutor(8) as pool:

        def add_and_ask(number: int) -> Reading:
            record.add(numbered(number))
            record.said(Question(words="number"))
            return record.reading(numbered(number).document.id)

        assert list(pool.map(add_and_ask, range(40))) == [numbered(number) for number in range(40)]
        assert record.summary().documents == 40


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as writer, Record(tmp_path / "sayso.db") as reader:
        writer.add(numbered(1))
        with writer._database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM lines")
            assert reader.said().total == 2
