"""Adds made-up documents to a record, as a process of its own: python adding.py RECORD FIRST LAST."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from make import reading, said
from sayso.model import Reading
from sayso.record import Record


def numbered(number: int) -> Reading:
    """The document of that number."""
    text = f"“This is number {number},” Anna Rossi said. “I doubt it,” Carlo Bianchi said."
    return reading(
        text,
        said("Anna Rossi", f"This is number {number}"),
        said("Carlo Bianchi", "I doubt it"),
        source=f"{number}.txt",
    )


if __name__ == "__main__":
    with Record(sys.argv[1]) as record:
        for number in range(int(sys.argv[2]), int(sys.argv[3])):
            record.add(numbered(number))
            print(number, flush=True)
