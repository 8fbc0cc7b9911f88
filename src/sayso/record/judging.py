"""What people decided, laid over what the machine read. Pure functions: reading in, reading out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.errors import InvalidJudgement, named
from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Channel,
    Decision,
    Judgement,
    Kind,
    Reading,
    Reality,
    Span,
    Spans,
    Statement,
    When,
    digest_of,
    words_of,
)
from sayso.record.names import actor_called
from sayso.record.when import bounds, is_edtf

Decisions = Mapping[str, Sequence[Judgement]]
"""The standing judgements of each statement, oldest first, by statement id."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the record knows of a statement beyond the statement; `machine` is set where a person corrected it."""

    decision: Decision | None = None
    machine: Statement | None = None
    kept: bool = False


UNMARKED = Mark()


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading as people corrected it, rejected statements included, and the way back to what the machine read."""

    reading: Reading
    marks: Mapping[str, Mark] = field(default_factory=dict)
    added: frozenset[str] = frozenset()
    """Ids of actors that no machine found."""

    def mark(self, statement_id: str) -> Mark:
        """What is known of that statement."""
        return self.marks.get(statement_id, UNMARKED)

    @property
    def kept(self) -> frozenset[str]:
        """Ids of statements that only a judgement holds."""
        return frozenset(id for id, mark in self.marks.items() if mark.kept)


@dataclass(frozen=True, slots=True)
class Base:
    """What judgements are laid over: what the machine read, and what is kept although it reads it no more."""

    reading: Reading
    kept: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()


def judge(base: Base, decisions: Decisions) -> Judged:
    """Lay judgements over a reading: corrections applied, every decision marked."""
    reading, marks, statements = base.reading, {}, []
    for machine in base.reading.statements:
        reading, statement = _corrected(reading, machine, decisions.get(machine.id, ()))
        mark = Mark(
            decision=standing(decisions.get(machine.id, ())),
            machine=machine if statement != machine else None,
            kept=machine.id in base.kept,
        )
        statements.append(statement)
        if mark != UNMARKED:
            marks[machine.id] = mark
    known = {actor.id for actor in base.reading.actors}
    added = base.added | {actor.id for actor in reading.actors if actor.id not in known}
    return Judged(replace(reading, statements=tuple(statements)), marks, added)


def base_of(judged: Judged) -> Base:
    """The reading without its corrections; statements and actors that are only kept stay."""
    statements = tuple(judged.mark(s.id).machine or s for s in judged.reading.statements)
    kept = judged.kept
    needed = _actors_of([s for s in statements if s.id in kept], judged.reading)
    actors = tuple(a for a in judged.reading.actors if a.id not in judged.added or a.id in needed)
    return Base(replace(judged.reading, statements=statements, actors=actors), kept, judged.added & needed)


def machine_reading(judged: Judged) -> Reading:
    """What the machine read, and nothing else."""
    base = base_of(judged)
    return replace(
        base.reading,
        actors=tuple(a for a in base.reading.actors if a.id not in base.added),
        statements=tuple(s for s in base.reading.statements if s.id not in base.kept),
    )


def without_rejected(judged: Judged) -> Reading:
    """The reading as it stands: no rejected statement, nothing that leads to one."""
    within = {s.id: s.within for s in judged.reading.statements}
    out = {id for id, mark in judged.marks.items() if mark.decision is Decision.REJECT}
    if not out:
        return judged.reading

    def reporter(id: str | None) -> str | None:
        seen = set()
        while id in out and id not in seen:
            seen.add(id)
            id = within[id]
        return None if id in seen else id

    left = tuple(replace(s, within=reporter(s.within)) for s in judged.reading.statements if s.id not in out)
    outcomes = tuple(o for o in judged.reading.outcomes if o.advice not in out and o.outcome not in out)
    return replace(judged.reading, statements=left, outcomes=outcomes)


def standing(judgements: Sequence[Judgement]) -> Decision | None:
    """The last decision that was not withdrawn."""
    return next((j.decision for j in reversed(judgements) if not j.withdrawn), None)


def _actors_of(statements: Sequence[Statement], reading: Reading) -> frozenset[str]:
    ids = {id for s in statements for id in (s.speaker, *s.addressees, *s.via) if id}
    members = {id for actor in reading.actors if actor.id in ids for id in actor.members}
    return frozenset(ids | members)


def _corrected(reading: Reading, statement: Statement, judgements: Sequence[Judgement]) -> tuple[Reading, Statement]:
    corrections = [j for j in judgements if j.decision is Decision.CORRECT and not j.withdrawn]
    # The last of each field only: a name that was put right again must not leave an actor behind.
    for judgement in {judgement.field: judgement for judgement in corrections}.values():
        reading, statement = correct(reading, statement, judgement.field, judgement.value)
    return reading, statement


# Corrections: one function a field, from the value as typed to the changed reading and statement.


def correct(reading: Reading, statement: Statement, field: str | None, value: str | None) -> tuple[Reading, Statement]:
    """Set one field to a value as a person gives it. Raises InvalidJudgement if there is no such field or value."""
    if field is None or field not in CORRECTIONS:
        wrong = f"“{named(field)}” cannot be corrected." if field else "What should be corrected?"
        raise InvalidJudgement(f"{wrong} Give the field, one of {', '.join(CORRECTIONS)}.")
    if value is None:
        raise InvalidJudgement(f"What should the {field} be? A correction needs a value.")
    return CORRECTIONS[field](reading, statement, value.strip())


Correction = Callable[[Reading, Statement, str], tuple[Reading, Statement]]


def _speaker(reading: Reading, statement: Statement, value: str) -> tuple[Reading, Statement]:
    reading, ids = _actors_named(reading, [value])
    return reading, replace(statement, speaker=ids[0] if ids else None)


def _addressees(reading: Reading, statement: Statement, value: str) -> tuple[Reading, Statement]:
    reading, ids = _actors_named(reading, value.split(";"))
    return reading, replace(statement, addressees=ids)


def _via(reading: Reading, statement: Statement, value: str) -> tuple[Reading, Statement]:
    reading, ids = _actors_named(reading, value.split(";"))
    return reading, replace(statement, via=ids)


def _actors_named(reading: Reading, names: Sequence[str]) -> tuple[Reading, tuple[str, ...]]:
    """The ids of the actors so called; one that the document does not know yet is added."""
    ids: list[str] = []
    for name in filter(None, (" ".join(name.split()) for name in names)):
        actor = actor_called(name, reading)
        if actor is None:
            actor = _new_actor(name, reading.document.text)
            reading = replace(reading, actors=(*reading.actors, actor))
        ids.append(actor.id)
    return reading, tuple(dict.fromkeys(ids))


def _new_actor(name: str, text: str) -> Actor:
    mentions = tuple(Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return Actor("p" + digest_of(name)[:12], name, ActorKind.PERSON, mentions)


def _from_list(field: str, listed: type[Act] | type[Reality] | type[Channel] | type[Kind] | type[Basis]) -> Correction:
    def correction(reading: Reading, statement: Statement, value: str) -> tuple[Reading, Statement]:
        if value not in list(listed):
            raise InvalidJudgement(f"{named(value)!r} is no {field}; it is one of {', '.join(listed)}.")
        changed: dict[str, Any] = {field: listed(value)}
        return reading, replace(statement, **changed)

    return correction


def _when(reading: Reading, statement: Statement, value: str) -> tuple[Reading, Statement]:
    if not value:
        return reading, replace(statement, when=None)
    edtf, _, place = value.partition(" ")
    if not is_edtf(edtf):
        raise InvalidJudgement(
            f"{named(edtf)!r} is no date; write it as 2025-10-14, 2025-10, 2025, 2025-10~ or 2025-10/2025-11."
        )
    printed = _spans("when", place, reading.document.text)[:1] or (_printed(statement),)
    return reading, replace(statement, when=When(edtf, printed[0], *bounds(edtf)))


def _printed(statement: Statement) -> Span:
    """Where its date is printed; one that nobody printed stands, with no width, where the words begin."""
    return statement.when.words if statement.when else Span(statement.start, statement.start)


def _content(reading: Reading, statement: Statement, value: str) -> tuple[Reading, Statement]:
    spans = _spans("content", value, reading.document.text)
    if not any(len(span) for span in spans):
        raise InvalidJudgement("A statement needs content; reject it if nothing was said.")
    return reading, replace(statement, content=spans, words=words_of(reading.document.text, spans))


def _cue(reading: Reading, statement: Statement, value: str) -> tuple[Reading, Statement]:
    return reading, replace(statement, cue=_spans("cue", value, reading.document.text))


def _source(reading: Reading, statement: Statement, value: str) -> tuple[Reading, Statement]:
    return reading, replace(statement, source=_spans("source", value, reading.document.text))


def _spans(field: str, value: str, text: str) -> Spans:
    spans = []
    for part in filter(None, (part.strip() for part in value.split(","))):
        found = re.fullmatch(r"(\d{1,9})\s*-\s*(\d{1,9})", part)
        if not found or not int(found[1]) <= int(found[2]) <= len(text):
            raise InvalidJudgement(
                f"{named(part)!r} is no place in the text; give the {field} as 12-40 or 12-40,52-60."
            )
        spans.append(Span(int(found[1]), int(found[2])))
    return tuple(sorted(spans))


CORRECTIONS: dict[str, Correction] = {
    "speaker": _speaker,
    "addressees": _addressees,
    "via": _via,
    "act": _from_list("act", Act),
    "reality": _from_list("reality", Reality),
    "channel": _from_list("channel", Channel),
    "basis": _from_list("basis", Basis),
    "when": _when,
    "kind": _from_list("kind", Kind),
    "content": _content,
    "cue": _cue,
    "source": _source,
}
