"""How much memory reading takes, and whether time and memory follow the length of a text.

usage: python benchmarks/memory.py DATA [--words 12500 50000 200000]

DATA holds polnear/dev.jsonl. Its articles are joined, over and over, to a text of so many words. Each is read by a
process of its own, which reads one article first, so that loading counts for memory and not for time.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle
from pathlib import Path

from sayso.model import Document
from sayso.reading import read_document

# Linux counts kilobytes, macOS bytes.
UNIT = 1_000_000 if sys.platform == "darwin" else 1_000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--words", type=int, nargs="*", default=[12_500, 50_000, 200_000])
    arguments = parser.parse_args()
    with (arguments.data / "polnear" / "dev.jsonl").open(encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for line in lines]
    print("| words of the text | statements | words a second of one core | peak memory |\n|---|---|---|---|")
    for text in (articles[0], *(joined(articles, length) for length in arguments.words)):
        print(row(articles[0], text), flush=True)


def joined(articles: list[str], length: int) -> str:
    """A text of about so many words."""
    return "\n\n".join(enough(articles, length))


def enough(articles: list[str], length: int) -> Iterator[str]:
    """Articles until there are so many words."""
    for article in cycle(articles):
        if length <= 0:
            return
        yield article
        length -= len(article.split())


def row(article: str, text: str) -> str:
    """What a process of its own says of the text."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
        statements, seconds, peak = alone.submit(measured, article, text).result()
    words = len(text.split())
    return f"| {words:,} | {statements:,} | {words / seconds:,.0f} | {peak / UNIT:,.0f} MB |"


def measured(article: str, text: str) -> tuple[int, float, int]:
    """Statements, processor seconds, and the most memory that this process ever had."""
    read_document(Document(article, published="2031-03-12"))
    start = time.process_time()
    reading = read_document(Document(text, published="2031-03-12"))
    seconds = time.process_time() - start
    return len(reading.statements), seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
