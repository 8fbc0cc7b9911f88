"""How soon a record answers about events: python benchmarks/events_speed.py RECORD (made with sayso read)."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

from sayso.record import Record


def main(path: str) -> None:
    """Prints a table for docs/benchmarks.md."""
    with Record.open(path) as record:
        record.gather()
        summary, events = record.summary(), record.events()
        several = sum(line.documents > 1 for line in events.lines)
        print(f"{summary.documents:,} documents, {summary.communications:,} accounts, {events.total:,} events,")
        print(f"{several:,} of them told of by several documents.\n\n| asked | milliseconds |\n|---|---|")
        for name, ask in (
            ("timeline, 50 events", lambda: record.timeline(limit=50)),
            ("timeline, all", record.timeline),
            ("contacts, 50 pairs", lambda: record.contacts(limit=50)),
            ("contacts, all", record.contacts),
            ("an event with all accounts", lambda: record.event(max(events.lines, key=lambda e: e.documents).id)),
        ):
            print(f"| {name} | {1000 * best(ask):.0f} |")
    for command in ("timeline", "contacts"):
        print(f"| `sayso {command}`, the whole command | {1000 * best(partial(run, command, path)):.0f} |")


def best(ask: Callable[[], object]) -> float:
    """The best of five."""
    return min(timed(ask) for _ in range(5))


def timed(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


def run(command: str, path: str) -> None:
    """As a person runs it."""
    subprocess.run([sys.executable, "-m", "sayso", command, "--record", path], check=True, capture_output=True)


if __name__ == "__main__":
    main(sys.argv[1])
