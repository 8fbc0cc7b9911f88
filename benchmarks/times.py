"""Times found and normalised in TimeBank and AQUAINT, scored as TempEval-3 does.

usage: python benchmarks/times.py DATA [--errors]

DATA holds time/**/*.tml. Documents are split by a hash of their names: rules were written with the working part in
view, the held part was only ever counted. Relaxed: the words overlap; value: they also have the same TIMEX3 value.
"""

from __future__ import annotations

import argparse
import hashlib
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.model import Document
from sayso.times import times_in


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression, as annotated or as found."""

    start: int
    end: int
    type: str
    value: str


@dataclass(slots=True)
class Tally:
    """What was wanted, given and right, and how long the finding took."""

    right: Counter[str] = field(default_factory=Counter)
    wanted: int = 0
    given: int = 0
    words: int = 0
    seconds: float = 0.0
    documents: int = 0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong in the working part")
    arguments = parser.parse_args()
    tallies = {"working": Tally(), "held": Tally()}
    for path in sorted((arguments.data / "time").rglob("*.tml")):
        part = "held" if int(hashlib.sha256(path.stem.encode()).hexdigest(), 16) % 3 == 0 else "working"
        for line in count(tallies[part], path):
            if arguments.errors and part == "working":
                print(line)
    print("| part | documents | times | relaxed P / R / F1 | strict F1 | type F1 | value F1 | words a second |")
    print("|---|---|---|---|---|---|---|---|")
    for part, tally in tallies.items():
        print(row(part, tally))


def row(part: str, tally: Tally) -> str:
    """One line of the table."""
    relaxed = tally.right["relaxed"]
    precision, recall = relaxed / (tally.given or 1), relaxed / (tally.wanted or 1)
    scores = " | ".join(f"{f1(tally, what):.1%}" for what in ("strict", "type", "value"))
    rate = tally.words / (tally.seconds or 1)
    found = f"{precision:.1%} / {recall:.1%} / {f1(tally, 'relaxed'):.1%}"
    return f"| {part} | {tally.documents} | {tally.wanted} | {found} | {scores} | {rate:,.0f} |"


def f1(tally: Tally, what: str) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * tally.right[what] / ((tally.given + tally.wanted) or 1)


def count(tally: Tally, path: Path) -> Iterator[str]:
    """Score one document; what is wrong comes back as lines to read."""
    text, published, wanted = annotated(path)
    began = time.process_time()
    found = times_in(Document(text, published=published))
    tally.seconds += time.process_time() - began
    free = [Timex(t.span.start, t.span.end, t.type.name, t.value) for t in found]
    tally.documents += 1
    tally.words += len(text.split())
    tally.wanted += len(wanted)
    tally.given += len(free)
    for gold in wanted:
        near = [one for one in free if one.start < gold.end and gold.start < one.end]
        if not near:
            yield f"missing   {context(text, gold)}"
            continue
        one = min(near, key=lambda one: abs(one.start - gold.start) + abs(one.end - gold.end))
        free.remove(one)
        right = {
            "relaxed": True,
            "strict": (one.start, one.end) == (gold.start, gold.end),
            "type": one.type == gold.type,
            "value": one.value == gold.value,
        }
        tally.right.update(what for what, is_right in right.items() if is_right)
        if not right["value"]:
            yield f"{one.value} for {context(text, gold)}"
    yield from (f"too many  {context(text, one)}" for one in free)


def context(text: str, one: Timex) -> str:
    """The expression within its line."""
    before, words, after = text[max(0, one.start - 60) : one.start], text[one.start : one.end], text[one.end :][:40]
    return " ".join(f"{one.value:14} {before}[[{words}]]{after}".split())


def annotated(path: Path) -> tuple[str, str, list[Timex]]:
    """Text, day of printing, and the annotated expressions of one TimeML file."""
    root = ET.parse(path).getroot()
    made = ("CREATION_TIME", "PUBLICATION_TIME")
    published = next(t.get("value", "") for t in root.iter("TIMEX3") if t.get("functionInDocument") in made)
    pieces: list[str] = []
    found: list[Timex] = []
    text = root.find("TEXT")
    if text is not None:
        _walk(text, 0, pieces, found)
    return "".join(pieces), published[:10], sorted(found, key=lambda one: (one.start, one.end))


def _walk(element: ET.Element, start: int, pieces: list[str], found: list[Timex]) -> int:
    pieces.append(element.text or "")
    at = start + len(element.text or "")
    for child in element:
        at = _walk(child, at, pieces, found)
        pieces.append(child.tail or "")
        at += len(child.tail or "")
    if element.tag == "TIMEX3":
        found.append(Timex(start, at, element.get("type", ""), element.get("value", "")))
    return at


if __name__ == "__main__":
    main()
