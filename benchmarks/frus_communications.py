"""How well the document's own call, meeting or letter is found in diplomatic papers.

usage: python benchmarks/frus_communications.py DATA

DATA holds frus/*/gold.json with document.txt beside it. Kind: telegrams and memoranda count as letters. Date: the day.
Place: the name of the town, where the gold has one. Participants: of a letter from and to, else the gold's list; names
agree by surname or, of a body, by its words. The gold names who held an office from outside knowledge ("the Secretary
of State"), which no text can tell: "by name" counts these as wrong, "with offices" pairs what is left over of offices
without a name with what is left over of the gold, one to one. Prints Markdown.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.model import ActorKind, Communication, Document, Reading
from sayso.reading import read_document

LETTERS = {"telegram", "memo", "letter"}
SMALL = {"the", "of", "in", "jr", "and"}


@dataclass(slots=True)
class Tally:
    """What was right in the papers read so far."""

    papers: int = 0
    kinds: int = 0
    dates: int = 0
    places: int = 0
    with_place: int = 0
    named: int = 0
    offices: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, gold: dict[str, Any], reading: Reading) -> None:
        """One paper more."""
        own = own_of(reading)
        wanted = parties(gold)
        found = [actor for id in own.participants if (actor := reading.actor(id))] if own else []
        names = [actor.name for actor in found]
        by_name, left = paired(names, wanted)
        bare = sum(1 for actor in found if actor.name in left and is_office(actor.name, actor.kind))
        self.papers += 1
        self.kinds += own is not None and own.kind.value == kind_of(gold)
        self.dates += own is not None and own.when is not None and own.when.edtf == gold["date"][:10]
        self.with_place += gold["place"] is not None
        self.places += own is not None and gold["place"] is not None and own.place == gold["place"]
        self.named += by_name
        self.offices += min(bare, len(wanted) - by_name)
        self.found += len(names)
        self.wanted += len(wanted)

    def f1(self, right: int) -> float:
        """Harmonic mean of precision and recall, in per cent."""
        return 200 * right / (self.found + self.wanted)


def own_of(reading: Reading) -> Communication | None:
    """The communication that the paper itself is: told at its top, and first."""
    first = next(iter(reading.communications), None)
    return first if first and first.spans and first.spans[0].start < 200 else None


def kind_of(gold: dict[str, Any]) -> str:
    """In sayso's words."""
    return "letter" if gold["kind"] in LETTERS else str(gold["kind"])


def parties(gold: dict[str, Any]) -> list[str]:
    """Who wrote to whom, else who took part."""
    if gold["kind"] in LETTERS:
        return [name for name in (gold["from"], *gold["to"]) if name]
    return list(gold["participants"])


def paired(found: list[str], wanted: list[str]) -> tuple[int, list[str]]:
    """How many agree by name, one to one, and what was found besides."""
    open_, left = list(wanted), []
    for name in found:
        match = next((one for one in open_ if agree(name, one)), None)
        if match:
            open_.remove(match)
        else:
            left.append(name)
    return len(wanted) - len(open_), left


def agree(name: str, wanted: str) -> bool:
    """Is it this one's surname, the bearer's in brackets, or the same words?"""
    bearer = re.search(r"\((.+)\)$", wanted)
    surname = (words(bearer[1]) if bearer else words(wanted))[-1:]
    return words(name)[-1:] == surname or words(name) == words(wanted)


def words(name: str) -> list[str]:
    """Its words without articles and "Jr."."""
    return [word for word in re.findall(r"[\w’'-]+", name.lower()) if word not in SMALL]


def is_office(name: str, kind: ActorKind) -> bool:
    """Words for whoever holds it, with no name in them."""
    return kind is ActorKind.UNNAMED or name.lower().startswith("the ")


def main() -> None:
    """Read every paper, and print the table."""
    tally = Tally()
    for path in sorted(Path(sys.argv[1]).glob("frus/*/gold.json")):
        text = path.with_name("document.txt").read_text(encoding="utf-8")
        tally.add(json.loads(path.read_text(encoding="utf-8")), read_document(Document(text, path.parent.name)))
    print("| | right | of |\n|---|---|---|")
    for what, right, of in (
        ("kind", tally.kinds, tally.papers),
        ("date", tally.dates, tally.papers),
        ("place", tally.places, tally.with_place),
    ):
        print(f"| {what} | {right} | {of} |")
    print("\n| participants | right | found | wanted | F1 |\n|---|---|---|---|---|")
    for what, right in (("by name", tally.named), ("with offices", tally.named + tally.offices)):
        print(f"| {what} | {right} | {tally.found} | {tally.wanted} | {tally.f1(right):.1f} |")


if __name__ == "__main__":
    main()
