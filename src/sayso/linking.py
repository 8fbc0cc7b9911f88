"""What the extractors found → statements: names, times, nesting and reality given to bare places in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sayso.actors import NOBODY, Cast, Floor, pronouns
from sayso.attribution.found import Found, as_statement
from sayso.attribution.kinds import kind_of
from sayso.attribution.quotes import pair
from sayso.language.analysis import Analysis
from sayso.language.words import words
from sayso.model import Act, ActorKind, Basis, Reality, Span, Statement, TimeExpression
from sayso.occasions.dating import date_of_saying
from sayso.occasions.listeners import addressees_of
from sayso.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Token

# Characters between what somebody said and the answer to it.
_ONE_EXCHANGE = 500
# Only these go on speaking, or are "he" and "they" in the next sentence.
_VOICES = frozenset({ActorKind.PERSON, ActorKind.GROUP, ActorKind.UNNAMED})


def statements_of(
    analysis: Analysis, cast: Cast, found: Sequence[Found], times: Places[TimeExpression]
) -> tuple[Statement, ...]:
    """Every attribution as a statement, in the order in which they were found; two that share all places are one."""
    return _Linking(analysis, cast, times).statements(found)


def nesting(found: Sequence[Found]) -> list[int | None]:
    """For each attribution the index of the one that reports it: the smallest whose content holds its cue."""
    contents = Places([(span, i) for i, one in enumerate(found) for span in one.content], lambda placed: placed[0])
    return [_holder(i, one, found, contents) for i, one in enumerate(found)]


def _holder(index: int, inner: Found, found: Sequence[Found], contents: Places[tuple[Span, int]]) -> int | None:
    anchor = (inner.cue or inner.content)[0]
    holders = {i for span, i in contents.touching(anchor) if i != index and span.covers(anchor)}
    larger = [i for i in holders if _size(found[i]) > _size(inner)]
    return min(larger, key=lambda i: (_size(found[i]), i), default=None)


def _size(found: Found) -> int:
    return sum(map(len, found.content))


@dataclass(slots=True)
class _Linking:
    """Names, times and nesting given to what the extractors found, in the order of the text."""

    analysis: Analysis
    cast: Cast
    times: Places[TimeExpression]
    floor: Floor = NOBODY
    made: list[Statement] = field(default_factory=list)

    def statements(self, found: Sequence[Found]) -> tuple[Statement, ...]:
        """The statements, each given what those before it leave to it."""
        quotations = Places(pair(self.analysis.text, over_paragraphs=True), lambda quotation: quotation.span)
        outer = nesting(found)
        for one, holder in zip(found, outer, strict=True):
            kind = kind_of(self.analysis.text, one.content, quotations, one.cue)
            bare = as_statement(one, self.analysis.document.id, self.analysis.text, kind)
            self.made.append(
                self._linked(bare, one, self.made[holder] if holder is not None and holder < len(self.made) else None)
            )
        return tuple({statement.id: statement for statement in self.made}.values())

    def _linked(self, bare: Statement, one: Found, outer: Statement | None) -> Statement:
        speaker = self._speaker(one, outer)
        addressees = self._addressees(one, speaker, outer)
        linked = replace(
            bare,
            speaker=speaker,
            addressees=addressees,
            via=self._via(outer),
            act=_act(bare),
            reality=_reality(bare, outer),
            basis=self._basis(one, speaker),
            when=date_of_saying(self.analysis, one, outer, self.times),
            within=outer.id if outer is not None else None,
            reasons=bare.reasons if speaker or not one.source else (*bare.reasons, "the source is not clear"),
        )
        self._give_floor(one, speaker, outer)
        return linked

    def _give_floor(self, one: Found, speaker: str | None, outer: Statement | None) -> None:
        """Whoever really spoke, in nobody else's words, is "he" in what follows."""
        if speaker is None or outer is not None or one.reality is not Reality.SAID:
            return
        if self.cast.actor(speaker).kind in _VOICES:
            self.floor = Floor(
                speaker, max(one.end, *(span.end for span in (*one.cue, *one.source))) if one.cue else one.end
            )

    def _speaker(self, one: Found, outer: Statement | None) -> str | None:
        if one.goes_on:
            return self.floor.holder
        if not one.source:
            return None
        head = self.analysis.head(one.source[0])
        if head is not None and pronouns.is_first(head[1]):
            return outer.speaker if outer is not None else self._author()
        return self.cast.who(one.source[0], self.floor)

    def _author(self) -> str | None:
        """I and we outside of quotations: the outlet, or whoever wrote the text, where it is known."""
        return self.cast.author()

    def _addressees(self, one: Found, speaker: str | None, outer: Statement | None) -> tuple[str, ...]:
        named = addressees_of(self.cast, one, replace(self.floor, barred=speaker))
        if named or not one.cue:
            return tuple(id for id in named if id != speaker)
        head = self.analysis.head(one.cue[0])
        answers = head is not None and head[1].lemma_.lower() in words("answering") and not _answers_something(head[1])
        last = self.floor.holder
        near = one.place - self.floor.since < _ONE_EXCHANGE
        if not (answers and near and outer is None) or last is None or last == speaker:
            return ()
        return (last,) if self.cast.actor(last).kind is ActorKind.PERSON else ()

    def _via(self, outer: Statement | None) -> tuple[str, ...]:
        """The outlet or document whose report this one stands in."""
        if outer is None or outer.speaker is None:
            return ()
        kind = self.cast.actor(outer.speaker).kind
        printed_here = self.cast.actor(outer.speaker).name == self.analysis.document.outlet
        own = (outer.speaker,) if kind in (ActorKind.OUTLET, ActorKind.DOCUMENT) and not printed_here else ()
        return (*own, *outer.via)

    def _basis(self, one: Found, speaker: str | None) -> Basis:
        if one.basis is not Basis.NOT_STATED:
            return one.basis
        if speaker is not None and self.cast.actor(speaker).kind is ActorKind.DOCUMENT:
            return Basis.DOCUMENT
        return Basis.NOT_STATED


def _reality(statement: Statement, outer: Statement | None) -> Reality:
    """What stands in words that were not said was not said through them either."""
    unreal = outer is not None and outer.reality is not Reality.SAID and statement.reality is Reality.SAID
    return outer.reality if outer is not None and unreal else statement.reality


def _act(statement: Statement) -> Act:
    """A neutral verb of saying before a question asks."""
    asks = statement.act is Act.ASSERTS and statement.words.rstrip("”\"’' ").endswith("?")
    return Act.ASKS if asks else statement.act


def _answers_something(cue: Token) -> bool:
    """ "responded to a question", "did not reply": nobody who spoke before is meant."""
    return any(child.lower_ == "to" or child.dep_ == "neg" for child in cue.children)
