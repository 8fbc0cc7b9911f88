"""What happens to commands as processes: killed, stopped, in pairs, cut off."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import time
from collections.abc import Callable

import pytest

from cli.newsroom import PROGRAM, Newsroom
from sayso.errors import NoSuchRecord
from sayso.record import Record

MANY = 100


def corpus(newsroom: Newsroom, name: str, numbers: range) -> str:
    """A corpus of small documents, each with one statement."""
    lines = ({"id": f"n{n}", "text": f"“Boat {n} is home,” Ada Vento told Leo Marsh.\n"} for n in numbers)
    newsroom.write(name, "".join(json.dumps(line) + "\n" for line in lines))
    return name


def wait_for(happened: Callable[[], bool], seconds: float = 90) -> None:
    """Wait until it has happened."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


def kept(newsroom: Newsroom) -> tuple[int, int]:
    """Documents and statements in the record."""
    try:
        with Record.open(newsroom.folder / "sayso.db") as record:
            summary = record.summary()
    except NoSuchRecord:
        return 0, 0
    return summary.documents, summary.statements


@pytest.mark.parametrize("stop, code", [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_a_run_that_was_stopped_goes_on_where_it_stopped(empty_room: Newsroom, stop: signal.Signals, code: int) -> None:
    many = corpus(empty_room, "many.jsonl", range(MANY))
    with empty_room.start("read", many, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        wait_for(lambda: kept(empty_room)[0] >= MANY // 10)
        running.send_signal(stop)
        out, err = running.communicate()
    assert (running.returncode, out, err) == (code, b"", b"")
    documents, statements = kept(empty_room)
    assert MANY // 10 <= documents < MANY
    assert statements == documents
    again = empty_room.sayso("read", many)
    assert again.code == 0
    assert f"; {documents} were in the record already" in again.out
    assert kept(empty_room) == (MANY, MANY)


def test_two_processes_read_into_one_record_and_nothing_is_lost(empty_room: Newsroom) -> None:
    parts = corpus(empty_room, "a.jsonl", range(60)), corpus(empty_room, "b.jsonl", range(30, 90))
    running = [empty_room.start("read", part, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for part in parts]
    for process in running:
        _, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, b"")
    assert kept(empty_room) == (90, 90)
    assert empty_room.sayso("verify").code == 0


@pytest.mark.parametrize("command", ["said", "said --json --limit 0", "schema", "show 2026-10-22-gull.html"])
def test_a_closed_pipe_is_no_error(newsroom: Newsroom, command: str) -> None:
    record = [] if command == "schema" else ["--record", "demo.db"]
    with newsroom.start(*command.split(), *record, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        complaints = running.stderr.read().decode()
    assert "Error" not in complaints
    assert "Traceback" not in complaints


def test_a_terminal_without_unicode_is_no_error(newsroom: Newsroom) -> None:
    ran = newsroom.shell("sayso said forty boats --record demo.db", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.code == 0
    ran = newsroom.shell("sayso said --json --record demo.db", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "“" in ran.json[0]["words"] + ran.json[1]["words"] + "“"


# Cut off from the network

LOOPBACK_UP = """
import fcntl, socket, struct
SIOCSIFFLAGS, IFF_UP_AND_RUNNING = 0x8914, 0x41
fcntl.ioctl(socket.socket(), SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", IFF_UP_AND_RUNNING))
"""
ALONE = ["unshare", "--map-root-user", "--net"]


def may_be_alone() -> bool:
    """Does this kernel let us make a network of our own?"""
    return bool(shutil.which("unshare")) and subprocess.run([*ALONE, "true"], capture_output=True).returncode == 0


@pytest.mark.skipif(not may_be_alone(), reason="This kernel does not let us make an empty network (unshare).")
def test_everything_but_urls_works_without_a_network(newsroom: Newsroom) -> None:
    newsroom.write("up.py", LOOPBACK_UP)
    newsroom.write("fetch.py", "import urllib.request, sys; print(urllib.request.urlopen(sys.argv[1]).status)")
    script = """
        set -euo pipefail
        python up.py
        echo '“It is over,” Ada Vento said.' | sayso read - --record new.db --airgap
        sayso --airgap read examples/leak/2026-10-21-ministry-statement.eml --record new.db
        sayso said over --record new.db --airgap
        sayso verify --record new.db --airgap
        sayso check examples/check/ai-story.txt --record new.db --airgap && exit 3
        sayso read http://press.example/page --record new.db --airgap && exit 4
        coproc sayso serve --record new.db --airgap --json --no-open
        read -r address <&"${COPROC[0]}"
        python fetch.py "$(echo "$address" | python -c 'import json, sys; print(json.load(sys.stdin)["url"])')"
        kill -INT $COPROC_PID
    """
    path = newsroom.write("alone.sh", script)
    ran = newsroom.shell(f"{' '.join(ALONE)} bash {path}")
    assert ran.code == 0, ran.err
    assert ran.out.endswith("200\n")
    assert PROGRAM


def test_the_airgap_refuses_an_address(empty_room: Newsroom) -> None:
    # In a process of its own: nothing takes an airgap down again.
    ran = empty_room.shell("sayso read http://press.example/page --airgap")
    assert ran.code == 1
    assert "--airgap allows no connection" in ran.err
