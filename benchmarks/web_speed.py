"""How long the pages take on a record of 100,000 statements. Prints the table of docs/benchmarks.md.

    python benchmarks/web_speed.py [--statements 100000] [--keep FILE]

The record is that of `record_speed.py`, with one document of 150 statements more, whose reader is timed. Each page is
asked for over HTTP from a server that has answered before; least of seven.
"""

from __future__ import annotations

import argparse
import random
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import record_speed
import uvicorn

from sayso.model import Document, Reading
from sayso.record import Record
from sayso.web.app import make_app

STATEMENTS_OF_A_PAGE = 150


def long_reading() -> Reading:
    """A reading like those of the record, with many more statements."""
    usual = record_speed.STATEMENTS_PER_DOCUMENT
    record_speed.STATEMENTS_PER_DOCUMENT = STATEMENTS_OF_A_PAGE
    made = record_speed.reading(record_speed.World(seed=23), 0xFFFF)
    record_speed.STATEMENTS_PER_DOCUMENT = usual
    document = made.document
    named = Document(document.text, source="long.txt", outlet=document.outlet, published=document.published)
    return replace(made, document=named)


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of a server of that record."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(path), log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def fastest(address: str, times: int = 7) -> float:
    """Seconds for one page, the first time not counted."""
    urlopen(address).read()
    return min(_once(address) for _ in range(times))


def _once(address: str) -> float:
    start = time.perf_counter()
    urlopen(address).read()
    return time.perf_counter() - start


def pages(path: Path, reading: Reading) -> dict[str, str]:
    """Names and addresses of what is timed."""
    with Record.open(path) as record:
        most_spoken = record.people(limit=1)[0].id
    word = random.Random(3).choice(reading.statements[0].words.split())
    return {
        "front page": "/",
        f"reader, {STATEMENTS_OF_A_PAGE} statements": f"/documents/{reading.document.id}",
        "the same as JSON": f"/documents/{reading.document.id}.json",
        "the same as one file": f"/documents/{reading.document.id}.html",
        "statements, all": "/statements",
        "statements with a word": f"/statements?words={word}",
        "statements with a word and a facet": f"/statements?words={word}&kind=direct",
        "one statement": f"/statements/{reading.document.id}/{reading.statements[0].id}",
        "people": "/people",
        "the most spoken of them": f"/people/{quote(most_spoken)}",
        "review": "/review",
        "documents": "/documents",
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--statements", type=int, default=100_000)
    options.add_argument("--keep", type=Path, help="keep the record there, or use the one that is there")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.keep or Path(folder) / "big.db"
        if not path.exists():
            print(f"making {chosen.statements:,} statements …", file=sys.stderr)
            record_speed.make(path, chosen.statements)
        reading = long_reading()
        with Record(path) as record:
            record.add(reading)
        with serving(path) as address:
            print("| page | ms |\n|---|---:|")
            for name, place in pages(path, reading).items():
                print(f"| {name} | {fastest(address + place) * 1000:.0f} |")


if __name__ == "__main__":
    main()
