"""How much faster two workers are than one: whole runs of `sayso read`, from start to end.

usage: python benchmarks/workers.py DATA [--documents N] [--workers N] [--times N]

DATA is a folder, or a JSON lines corpus such as polnear/dev.jsonl, which is made a folder of N files here; a shorter
one goes round until there are enough. Each run keeps what it reads in a new record. Runs take turns, so that noise on
the machine hits both; the least time of each counts.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

COMMAND = [sys.executable, "-c", "import sys; from sayso.cli import main; sys.exit(main())", "read"]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--documents", type=int, default=150)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--times", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.data if given.data.is_dir() else as_folder(given.data, Path(name) / "read", given.documents)
        runs = [(count, seconds(folder, count)) for _ in range(given.times) for count in (1, given.workers)]
    alone, shared = (min(taken for count, taken in runs if count == wanted) for wanted in (1, given.workers))
    print("| workers | seconds | ratio |\n|---|---|---|")
    print(f"| 1 | {alone:.1f} | 1 |")
    print(f"| {given.workers} | {shared:.1f} | {alone / shared:.2f} |")


def as_folder(corpus: Path, folder: Path, documents: int) -> Path:
    """Its texts as files."""
    folder.mkdir()
    with corpus.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for number, text in enumerate(islice(cycle(texts), documents)):
        (folder / f"{number:04}.txt").write_text(text, "utf-8")
    return folder


def seconds(folder: Path, workers: int) -> float:
    """What a run takes by the clock, loading and keeping included."""
    with tempfile.TemporaryDirectory() as kept:
        start = time.monotonic()
        record = str(Path(kept) / "speed.db")
        subprocess.run(
            [*COMMAND, str(folder), "--workers", str(workers), "--record", record],
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return time.monotonic() - start


if __name__ == "__main__":
    main()
