"""The cards in the margin: who said it to whom, how, by which path, and how sure that is."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.export.phrases import certainty, clock, date, is_unsure
from sayso.export.reader.antecedents import Antecedent, Antecedents
from sayso.export.reader.cast import Cast, Name
from sayso.export.reader.facts import Fact, facts_of, path_of
from sayso.export.reader.numbers import depth
from sayso.export.reader.scenes import Scene, scene_of
from sayso.model import Decision, Judgement, Reading, Reality, Statement

NEVER_SAID = {
    Reality.NOT_SAID: "not said",
    Reality.HYPOTHETICAL: "hypothetical, never said",
    Reality.PLANNED: "planned, not said yet",
    Reality.ASKED_ONLY: "only asked",
}


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
    antecedents: tuple[Antecedent, ...]
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
        antecedents = Antecedents(self.reading)
        cards: list[Card] = []
        seen: list[tuple[str, ...]] = []
        for statement in statements:
            scene = scene_of(statement, self.reading, self.cast)
            shown = None if scene.key in seen[-1:] else scene.continued() if scene.key in seen else scene
            seen.append(scene.key)
            cards.append(self._card(statement, depth(statement, by_id), shown, antecedents.of(statement)))
        return cards

    def _card(self, statement: Statement, depth: int, scene: Scene | None, antecedents: tuple[Antecedent, ...]) -> Card:
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
            facts=tuple(facts_of(statement, self.reading, self.cast, antecedents)),
            antecedents=antecedents,
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
