"""`sayso read --workers`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.newsroom import Newsroom
from cli.test_process import MANY, corpus, kept, wait_for
from sayso.cli.intake import Intake
from sayso.errors import MissingFile
from sayso.model import Document, Reading
from sayso.record import Record

REPORT = "“It is over,” Ada Vento told Leo Marsh on Monday.\n"


@pytest.fixture
def mixed(empty_room: Newsroom) -> Newsroom:
    """A folder of good and bad files, long and short ones, one of them twice under its own name."""
    for number in range(8):
        text = "".join(
            f"Boat {n} is home, Ada Vento told Leo Marsh on Monday.\n\n" for n in range(1 + 40 * number % 90)
        )
        empty_room.write(f"mixed/report-{number}.txt", text)
    empty_room.write("mixed/empty.txt", "")
    empty_room.write("mixed/lines.jsonl", json.dumps({"id": "c1", "text": REPORT}) + "\nnot json\n")
    return empty_room


def test_two_workers_print_and_keep_the_same_as_one(mixed: Newsroom) -> None:
    sources = ("mixed", "mixed/report-3.txt", "gone.txt", "mixed/report-3.txt")
    alone, shared = (mixed.sayso("read", "--json", *sources, "--workers", count) for count in "12")
    assert (shared.code, shared.out, shared.err) == (alone.code, alone.out, alone.err)
    assert len(shared.json) == 11
    alone, shared = (mixed.sayso("read", *sources, "--workers", n, "--record", f"{n}.db") for n in "12")
    assert (shared.code, shared.out, shared.err) == (alone.code, alone.out, alone.err)
    alone, shared = (mixed.sayso("said", "--json", "--limit", "0", "--record", f"{n}.db") for n in "12")
    assert shared.out == alone.out


@pytest.mark.parametrize("count", ["0", "-1", "65", "two", "1.5"])
def test_nobody_at_work_reads_nothing(empty_room: Newsroom, count: str) -> None:
    ran = empty_room.sayso("read", "-", "--workers", count, given=REPORT)
    assert ran.code == 2
    assert "Give a whole number from 1 to 64." in ran.err


def test_what_is_known_or_in_hand_or_unreadable_is_not_begun() -> None:
    begun: list[str] = []

    def elsewhere(document: Document) -> Callable[[], Reading]:
        begun.append(document.source)
        return lambda: Reading(document)

    with Record(":memory:") as record:
        intake = Intake(record, elsewhere=elsewhere)
        first, same = (intake.begin(Document(REPORT, "a.txt")) for _ in range(2))
        intake.take(Document(REPORT, "a.txt"), first)
        intake.begin(MissingFile("b.txt", "is not there"))
        intake.take(Document(REPORT, "a.txt"), same)
    assert (begun, list(intake.tally.found.values())) == (["a.txt"], [(0, 0)])


def children(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that this one has started."""
    tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [int(id) for task in tasks for id in task.read_text().split()]


def is_there(id: int) -> bool:
    """Does the process still run?"""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{id}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="Here no /proc tells of processes.")


@needs_proc
@pytest.mark.parametrize("stop, code", [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_whatever_ends_the_run_ends_its_workers(empty_room: Newsroom, stop: signal.Signals, code: int) -> None:
    many = corpus(empty_room, "many.jsonl", range(MANY))
    command = "read", many, "--workers", "2"
    with empty_room.start(*command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        wait_for(lambda: kept(empty_room)[0] >= MANY // 10)
        workers = children(running)
        running.send_signal(stop)
        out, err = running.communicate()
    assert (running.returncode, out, err, len(workers)) == (code, b"", b"", 2)
    wait_for(lambda: not any(map(is_there, workers)), 10)
    documents, statements = kept(empty_room)
    assert MANY // 10 <= documents == statements < MANY


@needs_proc
def test_a_worker_that_is_killed_costs_the_document_in_its_hands(empty_room: Newsroom) -> None:
    many = corpus(empty_room, "many.jsonl", range(MANY))
    command = "read", many, "--workers", "2"
    with empty_room.start(*command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        wait_for(lambda: kept(empty_room)[0] >= MANY // 10)
        os.kill(children(running)[0], signal.SIGKILL)
        out, err = running.communicate(timeout=120)
    assert running.returncode == 1
    assert out.startswith(f"{MANY - 1} documents,".encode())
    lost = "was not read: the process that read it was killed (SIGKILL). Read it again, and with fewer workers if"
    assert err.decode().partition(" ")[2] == f"{lost} memory is short.\n"
    assert empty_room.sayso("read", many).code == 0
    assert kept(empty_room) == (MANY, MANY)
