"""`sayso.read_all`, alone and with workers."""

from __future__ import annotations

import os
import pickle
import socket
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

import sayso
from sayso.errors import UnreadableDocument
from sayso.model import Document, Reading
from sayso.workers import Workers

SAID = "“Boat {} is home,” Ada Vento told Leo Marsh.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder in which every fourth file is empty."""
    for number in range(8):
        (tmp_path / f"report-{number}.txt").write_text(SAID.format(number) if number % 4 else "", "utf-8")
    return tmp_path


def test_workers_find_the_same_in_the_same_order(reports: Path) -> None:
    sources: list[str | Path] = [reports / "report-3.txt", reports, str(reports / "report-2.txt")]
    alone, shared = ([shown(one) for one in sayso.read_all(sources, workers=count)] for count in (1, 2))
    assert len(alone) == 10
    assert shared == alone


def shown(found: Reading | UnreadableDocument) -> Reading | str:
    return str(found) if isinstance(found, UnreadableDocument) else found


def test_whoever_stops_listening_ends_the_workers(reports: Path) -> None:
    found = sayso.read_all(reports, workers=2)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert list(found) == []


def test_a_mistake_in_the_call_is_told_at_once(reports: Path) -> None:
    with pytest.raises(ValueError, match="Give 1 or more"):
        sayso.read_all(reports, workers=0)
    with pytest.raises(ValueError, match="no date"):
        sayso.read_all(reports, published="soon")


class Broken:
    """What is given for a document, and cannot be read."""

    @property
    def kind(self) -> str:
        raise LookupError("there is no kind")


class Caller:
    """What reaches out when it is read."""

    @property
    def kind(self) -> str:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
        return "report"


def test_what_goes_wrong_in_a_worker_is_told_here_and_it_goes_on() -> None:
    with Workers(1) as workers:
        with pytest.raises(LookupError, match="there is no kind"):
            workers.begin(cast(Document, Broken()))()
        with pytest.raises((AttributeError, pickle.PicklingError), match="local"):
            workers.begin(cast(Document, lambda: None))()
        assert workers.begin(Document(SAID.format(1)))().statements[0].words == "“Boat 1 is home,”"


CUT_OFF = """
from sayso.text.airgap import airgap
airgap()
from sayso.workers import Workers
from sayso.errors import NoNetwork
from test_many import Caller
with Workers(1) as workers:
    try:
        workers.begin(Caller())()
    except NoNetwork as refused:
        print(refused)
"""


def test_what_is_cut_off_has_workers_that_are_cut_off() -> None:
    # In a process of its own: nothing takes an airgap down again.
    here = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    ran = subprocess.run([sys.executable, "-c", CUT_OFF], env=here, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout == "--airgap refused a connection to 192.0.2.1.\n"
