"""How long words take to be found in a long text, and a story of 20 quotations to be checked. Prints the table.

    python benchmarks/pins_speed.py [--statements 100000] [--keep FILE]

The texts are made up (see record_speed.py). Every place is looked for in a text not seen before, every story checked
on a record opened afresh, as a command does. Imports are not counted. Least of five.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from record_speed import World, make, quotations

from sayso.check import check
from sayso.pins import find
from sayso.record import Record

CHARACTERS = 2_000_000
QUOTED_WORDS = 40


def long_text(world: World, seed: int) -> str:
    """Two million characters in paragraphs, other ones for each seed."""
    sentences, length = [f"Text {seed}."], 0
    while length < CHARACTERS:
        sentences.append(world.sentence().capitalize() + (".\n\n" if len(sentences) % 5 == 0 else ", it’s said."))
        length += len(sentences[-1]) + 1
    return " ".join(sentences)


def places() -> dict[str, tuple[str, str]]:
    """Kind of place → quotation and text."""
    world = World()
    text = long_text(world, 1)
    words = text[len(text) * 9 // 10 :].split(" ")
    quote = " ".join(words[1 : QUOTED_WORDS + 1])
    changed = quote.split(" ")
    changed[len(changed) // 2] = "never"
    typographic = quote.replace("’", "'").replace(", ", "\u00a0, ")
    return {
        "verbatim": (quote, text),
        "typographic": (typographic, text),
        "one word changed": (" ".join(changed), text),
        "absent": ("Nobody in Halvane ever asked for so much as one boat of theirs", text),
        "the same word 100,000 times": ("a a a a a b a, a", "a " * 100_000),
    }


def seconds(words: str, text: str) -> float:
    """The time of finding words in a text that was not looked at before."""
    least = float("inf")
    for number in range(5):
        fresh = text + "." * (number + 1)
        started = time.perf_counter()
        find(words, fresh)
        least = min(least, time.perf_counter() - started)
    return least


def story(path: Path) -> str:
    """Twenty quotations: as said, altered and invented, with their speakers named."""
    names = World().people
    paragraphs = [f"“{words},” said {names[n]}." for n, words in enumerate(quotations(path))]
    return "\n\n".join(paragraphs) + "\n"


def checking(path: Path) -> tuple[float, Counter[str]]:
    """The time of opening a record and checking the story, and the verdicts."""
    text, least, verdicts = story(path), float("inf"), Counter[str]()
    for number in range(5):
        started = time.perf_counter()
        with Record.open(path) as record:
            verdicts = Counter(one.verdict.value for one in check(text + " " * number, record))
        least = min(least, time.perf_counter() - started)
    return least, verdicts


def _row(name: str, measure: Callable[[], float]) -> None:
    print(f"| {name} | {measure() * 1000:,.0f} ms |")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--statements", type=int, default=100_000)
    options.add_argument("--keep", type=Path, help="keep the record there, or use the one that is there")
    given = options.parse_args()
    print(f"| {QUOTED_WORDS} words in {CHARACTERS // 1_000_000} million characters | time |\n|---|---|")
    for name, (words, text) in places().items():
        _row(name, lambda words=words, text=text: seconds(words, text))  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "speed.db"
        if not path.exists():
            make(path, given.statements)
        taken, verdicts = checking(path)
    listed = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
    _row(f"check of a story ({listed}) against {given.statements:,} statements", lambda: taken)


if __name__ == "__main__":
    main()
