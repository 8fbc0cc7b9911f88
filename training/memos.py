"""Diplomatic memoranda of invented people: reports within reports, speakers who go on, numbered points.

usage: python -m training.memos OUT.jsonl [--seed 1] [--count 90]

PolNeAR and GUM have few texts in which nearly every sentence reports, and what is reported reports again. These are
made from patterns (memos.toml), labelled as they are made. They were written without looking at any real memorandum.
"""

from __future__ import annotations

import argparse
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.labelled import Attribution, Labelled, write_texts
from training.pieces import Piece, attributed

WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PARTS = re.compile(r"\{(\w+)\}|([\[\]()])|([^\[\](){}]+)")
SLOT = re.compile(r"\{(\w+)\}")
# Slots whose words are a verb in two tenses.
VERBS = {"how", "that", "that_not", "that_to", "whether", "whether_to", "wishing", "willing", "about"}
DEEPEST = 3
AGAIN, ADVERB, JOINED, FREE, OPENED = 0.45, 0.12, 0.2, 0.2, 0.2


def main() -> None:
    """Write the memoranda."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=90)
    asked = parser.parse_args()
    write_texts(asked.out, memos(asked.seed, asked.count))


def memos(seed: int, count: int) -> Iterator[Labelled]:
    """So many memoranda; the same for the same seed."""
    for number in range(count):
        piece = _Writer(random.Random(f"{seed} {number}")).memo()
        yield Labelled(f"memo-{number:03}", piece.text, piece.attributions)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the table, as a sentence names them."""

    names: tuple[str, ...]
    pronoun: str
    object: str


class _Writer:
    """Writes one memorandum; everything is drawn from `chance`."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        first, second = chance.sample(WORDS["surname"], 2)
        titles = chance.sample(WORDS["title"], 2)
        self.people = [self._person(first, titles[0]), self._person(second, titles[1])]
        if chance.random() < 0.2:
            self.people[1] = Person(("I",), "I", "me")
        self.bare = chance.random() < 0.15  # a telegram: no articles

    def memo(self) -> Piece:
        """Heading and paragraphs."""
        head = self.filled(self.pick("heading")) + "\n\n" + self.filled("Subject: {topic}")
        paragraphs = [self.paragraph() for _ in range(self.chance.randint(3, 6))]
        whole = Piece(head)
        for paragraph in paragraphs:
            whole = whole + "\n\n" + paragraph
        return whole

    def paragraph(self) -> Piece:
        kinds: list[Callable[[], Piece]] = [
            self.exchange,
            self.exchange,
            self.going_on,
            self.numbered,
            self.asked_and_answered,
        ]
        return self.chance.choice(kinds)()

    def exchange(self) -> Piece:
        """The two in turn, with what happens beside."""
        speakers = self.people * 2
        self.chance.shuffle(speakers)
        said = [self.sentence(self.name(one)) for one in speakers[: self.chance.randint(2, 4)]]
        if self.chance.random() < 0.4:
            said.insert(self.chance.randrange(len(said) + 1), Piece(self.filled(self.pick("narration"))))
        return _in_a_row(said)

    def going_on(self) -> Piece:
        """One who speaks on, named only at the beginning."""
        speaker = self.chance.choice(self.people)
        further = [self.sentence(speaker.pronoun) for _ in range(self.chance.randint(1, 4))]
        return _in_a_row([self.sentence(self.name(speaker)), *further])

    def asked_and_answered(self) -> Piece:
        """Question and reply in one sentence."""
        asking, answering = self.people
        question = self.report("{source} [{whether}] (whether {proposition})", self.name(asking), asking, 1)
        answer = self.report("{source} [replied] (that {proposition})", self.name(answering), answering, 2)
        return _in_a_row([_as_sentence(question + "; " + answer), self.sentence(answering.pronoun)])

    def numbered(self) -> Piece:
        """Points on lines of their own, all of them what one person says."""
        source = _capital(Piece(self.name(self.chance.choice(self.people)))).text
        parts: list[tuple[str, Piece | str]] = [
            ("source", source),
            ("", " "),
            ("cue", self.filled(self.pick("points"))),
        ]
        for number in range(1, self.chance.randint(3, 5)):
            parts += [("", f"\n\n{number}. "), ("content", _capital(self.proposition(1, None))), ("", ".")]
        return attributed(*parts)

    def sentence(self, source: str) -> Piece:
        """A sentence in which the source says something."""
        speaker = next((one for one in self.people if source in (*one.names, one.pronoun)), None)
        if source != "I" and self.chance.random() < FREE:
            named = [] if speaker is None or source == speaker.pronoun else WORDS["named_pattern"]
            pattern = self.chance.choice([*WORDS["free_pattern"], *named])
            return _as_sentence(self.report(pattern, source, speaker, DEEPEST - 1))
        said = self.report(self.pick("pattern"), source, speaker, DEEPEST - 1)
        if self.chance.random() < JOINED:
            said = self.joined(said)
        opener = self.filled(self.pick("opener")) if self.chance.random() < OPENED else ""
        return _as_sentence(opener + said)

    def joined(self, said: Piece) -> Piece:
        """The same speaker said one thing more: "… and added that …"."""
        first = said.attributions[0]
        cue = self.pick("joined")
        before = said + ", and "
        body = "that " + Piece(self.filled("{plain}"))
        start = len(before.text) + len(cue) + 1
        also = Attribution(
            first.source, ((len(before.text), len(before.text) + len(cue)),), ((start, start + len(body.text)),)
        )
        whole = before + f"{cue} " + body
        return Piece(whole.text, (*whole.attributions, also))

    def report(self, pattern: str, source: str, speaker: Person | None, depth: int, earlier: bool = False) -> Piece:
        """The pattern filled: who says what; what is said may be a report again."""
        role, parts = "", list[tuple[str, Piece | str]]()
        for slot, bracket, words in PARTS.findall(pattern):
            if bracket:
                role = {"[": "cue", "(": "content"}.get(bracket, "")
                parts += [(role, Piece(""))] if role else []
                continue
            added = self.slot(slot, source, speaker, depth, earlier) if slot else Piece(words)
            if role:
                parts[-1] = (role, parts[-1][1] + added)
            else:
                parts.append(("source" if slot == "source" else "", added))
        return attributed(*parts)

    def slot(self, slot: str, source: str, speaker: Person | None, depth: int, earlier: bool) -> Piece:
        """What stands in a slot of a pattern."""
        if slot == "source":
            return Piece(source)
        if slot in ("to", "receiver"):
            return Piece(self.other(speaker, slot == "to"))
        if slot in VERBS:
            return Piece(self.verb(slot, earlier))
        if slot == "proposition":
            return self.proposition(depth, speaker)
        return Piece(self.filled(self.pick(slot)))

    def proposition(self, depth: int, speaker: Person | None) -> Piece:
        """Something that is said: a fact, or what somebody else says."""
        if depth <= 0 or self.chance.random() >= AGAIN:
            return Piece(self.filled("{plain}"))
        source = self.filled(self.pick("absent"))
        if self.chance.random() < 0.25 and speaker is not None and speaker.pronoun != "I":
            source = speaker.pronoun
        return self.report(self.pick("pattern"), source, None, depth - 1, earlier=self.chance.random() < 0.6)

    def verb(self, slot: str, earlier: bool) -> str:
        first, _, second = self.pick(slot).partition("|")
        verb = (second or f"had {first}") if earlier and not first.startswith("had ") else first
        adverb = self.chance.random() < ADVERB and " " not in verb
        return f"{self.pick('adverb')} {verb}" if adverb else verb

    def name(self, person: Person) -> str:
        return self.chance.choice(person.names)

    def other(self, speaker: Person | None, as_object: bool) -> str:
        """Whom the speaker speaks to."""
        if speaker is None or self.chance.random() < 0.3:
            return self.chance.choice(["him", "them", "her"]) if as_object else self.filled(self.pick("absent"))
        hearer = self.people[1] if speaker is self.people[0] else self.people[0]
        return hearer.object if as_object and self.chance.random() < 0.5 else _object(self.name(hearer))

    def pick(self, key: str) -> str:
        return self.chance.choice(WORDS[key])

    def filled(self, template: str) -> str:
        """Every slot in it filled, and those in what fills it."""
        while SLOT.search(template):
            template = SLOT.sub(lambda match: self.pick(match[1]), template, count=1)
        return re.sub(r"\bthe ", "", template) if self.bare else template

    def _person(self, surname: str, title: str) -> Person:
        woman = self.chance.random() < 0.25
        names = (f"{'Mrs.' if woman else 'Mr.'} {surname}", f"the {title}", f"{title} {surname}")
        return Person(names, *(("she", "her") if woman else ("he", "him")))


def _in_a_row(sentences: list[Piece]) -> Piece:
    whole = sentences[0]
    for sentence in sentences[1:]:
        whole = whole + " " + sentence
    return whole


def _object(name: str) -> str:
    return "me" if name == "I" else name


def _capital(piece: Piece) -> Piece:
    """The piece with a capital at its beginning, or behind the quotation mark there."""
    at = 1 if piece.text[:1] == "“" else 0
    return Piece(piece.text[:at] + piece.text[at : at + 1].upper() + piece.text[at + 1 :], piece.attributions)


def _as_sentence(piece: Piece) -> Piece:
    """The piece with a capital and, unless a quotation ended it, a full stop."""
    return _capital(piece) + ("" if piece.text.endswith("”") and piece.text[-2] in ".?!" else ".")


if __name__ == "__main__":
    main()
