"""What a reading costs on one core, as a ratio to the bare spaCy pipeline in the same run.

usage: taskset -c 0 python benchmarks/cost.py DATA [--articles N]

DATA holds polnear/dev.jsonl. Both sides read the same articles in turn, so that noise on the machine hits both.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path

# Before numpy is imported: one thread, so that the ratio is of work and not of cores.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from sayso.language import pipeline
from sayso.language.analysis import analyse
from sayso.model import Document
from sayso.reading import found_in, linked, read_document


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    arguments = parser.parse_args()
    with (arguments.data / "polnear" / "dev.jsonl").open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in islice(lines, arguments.articles)]
    nlp = pipeline.load()
    bare = reading = linking = 0.0
    for article in [articles[0], *articles]:
        text, document = article["text"], Document(article["text"], published=article["published"])
        bare += seconds(partial(nlp, text))
        reading += seconds(partial(read_document, document))
        analysis = analyse(document)
        linking += seconds(partial(linked, analysis, found_in(analysis)))
    words = sum(len(article["text"].split()) for article in articles)
    print("| | seconds of one core | words a second | ratio |\n|---|---|---|---|")
    print(f"| bare {nlp.meta['lang']}_{nlp.meta['name']} | {bare:.1f} | {words / bare:,.0f} | 1 |")
    print(f"| whole reading | {reading:.1f} | {words / reading:,.0f} | {reading / bare:.2f} |")
    print(f"\nActors, times and occasions: {linking / (reading - linking):.0%} on top of the reading without.")


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the work."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
