"""The cards in the margin: who said it to whom, how, by which path, and how sure that is."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.export.phrases import certainty, clock, date, is_unsure
from sayso.export.reader.cast import Cast, Name
from sayso.export.reader.numbers import depth
from sayso.export.reader.scenes import Scene, channel_of, scene_of
from sayso.model import Basis, Decision, Judgement, Reading, Reality, Spans, Statement, words_of

NEVER_SAID = {
    Reality.NOT_SAID: "not said",
    Reality.HYPOTHETICAL: "hypothetical, never said",
    Reality.PLANNED: "planned, not said yet",
    Reality.ASKED_ONLY: "only asked",
}
KNOWN_FROM = {Basis.FIRSTHAND: "at first hand", Basis.DOCUMENT: "from a document", Basis.TOLD: "by being told"}
_QUOTE_LIMIT = 90


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an open card; a `value` in italics when it is that nothing is stated."""

    label: str
    value: str
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """One statement beside its words. `scene` is printed above it where another communication begins."""

    id: str
    number: str
    depth: int
    speakers: tuple[Name, ...]
    addressees: tuple[Name, ...]
    act: str
    kind: str
    when: str
    never_said: str
    confidence: str
    unsure: bool
    reasons: tuple[str, ...]
    path: tuple[str, ...]
    facts: tuple[Fact, ...]
    scene: Scene | None
    decision: Decision | None
    judgements: tuple[Judgement, ...]
    words: str

    @property
    def shows_path(self) -> bool:
        """Does the card print its path even when closed? Only what is told inside another statement needs to."""
        return self.depth > 0 and len(self.path) > 2

    @property
    def css(self) -> str:
        """Its classes: colour, line and what a person decided."""
        lead = self.speakers[0].css if self.speakers else "sp un"
        flags = {"nest": self.depth > 0, "deep": self.depth > 1, "unsure": self.unsure, "unsaid": bool(self.never_said)}
        done = f"done-{self.decision}" if self.decision else ""
        return " ".join(part for part in (lead, *(flag for flag, on in flags.items() if on), done) if part)


@dataclass(frozen=True, slots=True)
class Dealer:
    """Makes the cards of one reading."""

    reading: Reading
    cast: Cast
    numbers: Mapping[str, str]
    judged: Mapping[str, tuple[Judgement, ...]]

    def deal(self, statements: Sequence[Statement]) -> list[Card]:
        """A card each, in the order given; a scene is printed once for a run of statements in it."""
        by_id = {statement.id: statement for statement in statements}
        cards: list[Card] = []
        seen: list[tuple[str, ...]] = []
        for statement in statements:
            scene = scene_of(statement, self.reading, self.cast)
            shown = None if scene.key in seen[-1:] else scene.continued() if scene.key in seen else scene
            seen.append(scene.key)
            cards.append(self._card(statement, depth(statement, by_id), shown))
        return cards

    def _card(self, statement: Statement, depth: int, scene: Scene | None) -> Card:
        judgements = self.judged.get(statement.id, ())
        decision = last_decision(judgements)
        return Card(
            id=statement.id,
            number=self.numbers[statement.id],
            depth=depth,
            speakers=self.cast.names(statement.speaker),
            addressees=self.cast.names(statement.addressees),
            act=statement.act.value,
            kind=statement.kind.value,
            when=_time_of(statement, self.reading),
            never_said=NEVER_SAID.get(statement.reality, ""),
            confidence=certainty(statement.confidence),
            unsure=is_unsure(statement.confidence) and decision is None,
            reasons=statement.reasons,
            path=path_of(statement, self.reading, self.cast),
            facts=tuple(facts_of(statement, self.reading, self.cast)),
            scene=scene,
            decision=decision,
            judgements=judgements,
            words=statement.words,
        )


def _time_of(statement: Statement, reading: Reading) -> str:
    """Where in a recording it is said, or else a date that no scene above the card tells."""
    codes = reading.document.timecodes
    if before := bisect([code.start for code in codes], statement.start):
        return f"at {clock(codes[before - 1].seconds)}"
    return date(statement.when.edtf) if statement.when and not statement.communication else ""


def last_decision(judgements: Sequence[Judgement]) -> Decision | None:
    """What a person last decided and did not take back; judgements oldest first."""
    return next((j.decision for j in reversed(judgements) if not j.withdrawn), None)


def path_of(statement: Statement, reading: Reading, cast: Cast) -> tuple[str, ...]:
    """The hands it passed through, from the document's outlet back to whoever said it."""
    between = statement.via or tuple(outer.speaker for outer in _around(statement, reading) if outer.speaker)
    hands = [reading.document.outlet or "outlet not stated", *(name.short for name in cast.names(between))]
    said_by = " and ".join(name.short for name in cast.names(statement.speaker)) or "nobody named"
    return tuple(hand for hand, before in zip([*hands, said_by], ["", *hands], strict=True) if hand != before)


def _around(statement: Statement, reading: Reading) -> list[Statement]:
    """The statements that this one is told inside of, the outermost first."""
    found: list[Statement] = []
    inner = statement
    while inner.within and len(found) < len(reading.statements):
        outer = next((s for s in reading.statements if s.id == inner.within), None)
        if outer is None:
            break
        found.insert(0, outer)
        inner = outer
    return found


def facts_of(statement: Statement, reading: Reading, cast: Cast) -> list[Fact]:
    """What an open card tells, one line each; unknown stays unknown and says so."""
    text = reading.document.text
    path = path_of(statement, reading, cast)
    facts = [
        _speaker(statement, text, cast),
        _list_of("Spoken to", [name.full for name in cast.names(statement.addressees)]),
        _quoted("Cue", text, statement.cue, "none"),
        _when(statement, text),
        _list_of("Channel", [channel_of(statement, reading)]),
    ]
    facts.append(Fact("Path", " ← ".join(path)))
    if statement.basis in KNOWN_FROM:
        facts.append(Fact("Knows it", KNOWN_FROM[statement.basis]))
    if statement.hedges:
        facts.append(_quoted("Hedged", text, statement.hedges, ""))
    return [*facts, _pin(statement, text)]


def quote(words: str) -> str:
    """Words in quotation marks; of long ones the beginning."""
    line = " ".join(words.split()).strip('“”"')
    return f"“{line if len(line) <= _QUOTE_LIMIT else line[: _QUOTE_LIMIT - 1].rstrip() + '…'}”"


def _speaker(statement: Statement, text: str, cast: Cast) -> Fact:
    names = " and ".join(name.full for name in cast.names(statement.speaker))
    printed = f"printed {quote(words_of(text, statement.source))}" if statement.source else "no words name them here"
    return Fact(
        "Speaker", f"{names or 'nobody named'}, {printed}" if names or statement.source else "nobody named", bool(names)
    )


def _list_of(label: str, values: list[str]) -> Fact:
    words = ", ".join(value for value in values if value)
    return Fact(label, words or "not stated", bool(words))


def _quoted(label: str, text: str, spans: Spans, none: str) -> Fact:
    return Fact(label, ", ".join(quote(span.of(text)) for span in spans) or none, bool(spans))


def _when(statement: Statement, text: str) -> Fact:
    if statement.when is None:
        return Fact("When", "not stated", False)
    printed = statement.when.words.of(text)
    return Fact("When", date(statement.when.edtf) + (f", printed {quote(printed)}" if printed else ""))


def _pin(statement: Statement, text: str) -> Fact:
    places = ", ".join(f"{span.start}–{span.end}" for span in statement.content)
    exact = words_of(text, statement.content) == statement.words
    return Fact("Pin", f"characters {places}, {'verbatim' if exact else 'words differ'}")
