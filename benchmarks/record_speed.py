"""How long a record of 100,000 statements takes to make, and to answer. Prints the table of docs/benchmarks.md.

    python benchmarks/record_speed.py [--statements 100000] [--keep FILE]

The texts are made up: words of a Zipf-like vocabulary, names, paragraphs, quotations. Every question is put to a
record opened afresh, as a command does; its time is that of opening and asking, without imports. Least of five.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Channel,
    Communication,
    CommunicationKind,
    Document,
    Kind,
    Reading,
    Reality,
    Span,
    Statement,
    TimeExpression,
    TimeType,
    When,
)
from sayso.record import Question, Record

STATEMENTS_PER_DOCUMENT = 20
QUOTES_OF_A_STORY = 20
SYLLABLES = [consonant + vowel for consonant in "bdfklmnrst" for vowel in "aeiou"]


class World:
    """Words, names and outlets of an invented world, always the same."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        self.words = self._invented(60_000)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        first, last = self._invented(8_000), self._invented(8_000)
        self.people = [f"{one} {other}".title() for one, other in zip(first, last, strict=True)]
        self._fame = list(accumulate(1 / (rank + 10) for rank in range(len(self.people))))
        self.outlets = [f"The {word.title()}" for word in self._invented(60)]

    def _invented(self, count: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found["".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 4)))] = None
        return list(found)

    def sentence(self, least: int = 8, most: int = 32) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self._weights, k=self.random.randint(least, most)))

    def cast(self) -> list[str]:
        return list(dict.fromkeys(self.random.choices(self.people, cum_weights=self._fame, k=8)))


def readings(count: int) -> Iterator[Reading]:
    world = World()
    for number in range(count // STATEMENTS_PER_DOCUMENT):
        yield reading(world, number)


def reading(world: World, number: int) -> Reading:
    cast = world.cast()
    published = date(2018, 1, 1) + timedelta(days=number * 2900 // 5000)
    text, statements, mentions = "", list[Statement](), {name: list[Span]() for name in cast}
    for position in range(STATEMENTS_PER_DOCUMENT):
        speaker = world.random.choice(cast)
        text += world.sentence(15, 40).capitalize() + ". "
        start, words = len(text) + 1, world.sentence()
        text += f"“{words},” said {speaker}.\n\n"
        end = start + len(words)
        mentions[speaker].append(Span(end + 8, end + 8 + len(speaker)))
        statements.append(_statement(world, number, position, Span(start, end), words, cast.index(speaker), published))
    actors = tuple(
        Actor(f"a{n}", name, ActorKind.PERSON, mentions=tuple(mentions[name])) for n, name in enumerate(cast)
    )
    document = Document(
        text, source=f"report-{number}.txt", outlet=world.outlets[number % 60], published=published.isoformat()
    )
    return Reading(
        document,
        actors,
        tuple(statements),
        (Communication("c1", CommunicationKind.CALL, ("a0",), spans=(Span(0, 20),)),),
        (TimeExpression(Span(0, 10), TimeType.DATE, published.isoformat(), published.isoformat()),),
    )


def _statement(
    world: World, number: int, position: int, place: Span, words: str, speaker: int, published: date
) -> Statement:
    day = (published - timedelta(days=position)).isoformat()
    return Statement(
        id=f"s{number:06x}{position:02x}",
        kind=world.random.choice(list(Kind)),
        content=(place,),
        words=words,
        cue=(Span(place.end + 3, place.end + 7),),
        source=(Span(place.end + 8, place.end + 12),),
        speaker=f"a{speaker}" if position % 10 else None,
        addressees=("a0",) if position % 4 == 0 else (),
        act=world.random.choice(list(Act)),
        reality=Reality.NOT_SAID if position % 12 == 0 else Reality.SAID,
        channel=world.random.choice(list(Channel)),
        when=When(day, Span(0, 10), day, day) if position % 3 == 0 else None,
        communication="c1" if position == 0 else None,
        confidence=world.random.uniform(0.66, 1),
        found_by="benchmark",
    )


def quotations(path: Path) -> list[str]:
    """Quotations for a story: as said, altered in a word or two, and invented ones."""
    world = World(seed=11)
    with Record.open(path) as record:
        lines = record.said(Question(limit=QUOTES_OF_A_STORY, offset=1000)).lines
    quotes = [line.words for line in lines]
    for number in range(0, QUOTES_OF_A_STORY, 3):
        words = quotes[number].split()
        words[len(words) // 2] = world.random.choice(world.words)
        quotes[number] = " ".join(words)
    return [*quotes[:-5], *(world.sentence() for _ in range(5))]


Answering = Callable[[Record], object]


def questions(path: Path) -> dict[str, Answering]:
    story = quotations(path)
    with Record.open(path) as record:
        common, rare = World().words[:3], World().words[4000:4002]
        line = record.said(Question(limit=1)).lines[0]
        speaker = record.speakers()[0][0]
    return {
        "opening the record": lambda record: None,
        "said (nothing asked)": lambda record: record.said(),
        "said, a rare word": lambda record: record.said(Question(words=rare[0])),
        "said, a word in most statements": lambda record: record.said(Question(words=common[0])),
        "the same, without facets": lambda record: record.said(Question(words=common[0], facets=False)),
        "said, two common words": lambda record: record.said(Question(words=" ".join(common[1:]))),
        "said --by the most quoted": lambda record: record.said(Question(by=speaker)),
        "said --channel --since --until": lambda record: record.said(
            Question(channel=Channel.POST, since="2019", until="2020-06")
        ),
        "said, what needs a person": lambda record: record.said(Question(unsure=True, reality=None)),
        "show": lambda record: record.statement(line.id),
        "one reading": lambda record: record.reading(line.document.id),
        "summary": lambda record: record.summary(),
        "speakers": lambda record: record.speakers(),
        "the newest 50 documents": lambda record: record.documents(limit=50),
        "judge and undo": lambda record: record.undo(record.judge(line.address, "confirm", by="benchmark").id),
        f"passages of {QUOTES_OF_A_STORY} quotations": lambda record: [
            (passage, record.spoken(passage.document_id, passage.span))
            for words in story
            for passage in record.passages(words)[:1]
        ],
    }


def fastest(path: Path, ask: Answering, times: int = 5) -> float:
    """Seconds to open the record and ask."""
    return min(_once(path, ask) for _ in range(times))


def _once(path: Path, ask: Answering) -> float:
    started = time.perf_counter()
    with Record.open(path) as record:
        ask(record)
        return time.perf_counter() - started


def make(path: Path, statements: int) -> float:
    """Seconds that adding took, without inventing the texts."""
    spent = 0.0
    with Record(path) as record:
        for one in readings(statements):
            started = time.perf_counter()
            record.add(one)
            spent += time.perf_counter() - started
    return spent


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--statements", type=int, default=100_000)
    options.add_argument("--keep", type=Path, help="keep the record there, or use the one that is there")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "speed.db"
        print("| what | time |\n|---|---|")
        if not path.exists():
            spent = make(path, given.statements)
            documents = given.statements // STATEMENTS_PER_DOCUMENT
            print(f"| adding {given.statements:,} statements in {documents:,} documents | {spent:.1f} s |")
            print(f"| one document of {STATEMENTS_PER_DOCUMENT} statements | {1000 * spent / documents:.1f} ms |")
        print(f"| size | {path.stat().st_size / 1e6:.0f} MB |")
        for what, ask in questions(path).items():
            print(f"| {what} | {1000 * fastest(path, ask):.0f} ms |")


if __name__ == "__main__":
    main()
