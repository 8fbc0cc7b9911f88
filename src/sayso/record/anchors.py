"""Where a judgement stands after a document has been read again.

A judgement belongs to the words of a text. A new reading may move, reshape or lose the statement it was made on: it
goes with the words to the statement that now covers them; a statement that a person confirmed or corrected and that
the new reading lost is kept; any other judgement without a statement is adrift until a reading finds its words again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import Actor, Communication, Decision, Judgement, Reading, Span, Spans, Statement
from sayso.record.judging import Base, Decisions, standing
from sayso.record.names import folded

COVERS = 0.5
"""Content that shares this part of its characters (shared / all of both) is the same statement, reshaped."""

HOLDS = frozenset({Decision.CONFIRM, Decision.CORRECT})
"""A statement that stands so is never lost, whatever a new reading finds."""

Links = Mapping[str, str]
"""Judgement id → statement id."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A reading with what it keeps of the one before, and the statements that judgements stand at now."""

    base: Base
    links: Links


def anchor(new: Reading, old: Base | None, judgements: Sequence[Judgement], links: Links) -> Anchored:
    """Find the statements of a new reading that judgements belong to; `links` says where they stood in the old one."""
    moved = follow(old.reading.statements, new.statements) if old else {}
    lost = _lost(judgements, links, moved)
    moved |= _names_for(lost, new)
    base = _keep(new, old, lost, moved) if old and lost else Base(new)
    taken = set(moved.values())
    now = {}
    for judgement in judgements:
        at = moved.get(links[judgement.id]) if judgement.id in links else _nearest(judgement, new, taken)
        if at is not None:
            now[judgement.id] = at
    return Anchored(base, now)


def by_statement(judgements: Iterable[Judgement], links: Links) -> Decisions:
    """The judgements of each statement, in their order."""
    found = defaultdict(list)
    for judgement in judgements:
        if judgement.id in links:
            found[links[judgement.id]].append(judgement)
    return found


def follow(old: Sequence[Statement], new: Sequence[Statement]) -> dict[str, str]:
    """Which new statement is which old one: the same place, else the best overlap, else the same words nearby.

    No statement is taken for two others: a nested statement that is lost must not become the one that reports it.
    """
    found: dict[str, str] = {}
    for stage in (_unchanged, _overlapping, _saying_the_same):
        left = [statement for statement in old if statement.id not in found]
        taken = set(found.values())
        for before, after in stage(left, [statement for statement in new if statement.id not in taken]):
            if before not in found and after not in taken:
                found[before] = after
                taken.add(after)
    return found


def _unchanged(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    places = defaultdict(list)
    for statement in new:
        places[statement.content, statement.cue].append(statement.id)
    for statement in old:
        if same := places[statement.content, statement.cue]:
            yield statement.id, same.pop(same.index(statement.id) if statement.id in same else 0)


def _overlapping(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    pairs = []
    for before in old:
        for after in new:
            shared = overlap(before.content, after.content)
            if shared >= COVERS:
                pairs.append((-shared, -overlap(before.cue, after.cue), before.start, before.id, after.id))
    return ((before, after) for *_, before, after in sorted(pairs))


def _saying_the_same(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    pairs = (
        (abs(before.start - after.start), before.id, after.id)
        for before in old
        for after in new
        if _says(after, before.words)
    )
    return ((before, after) for _, before, after in sorted(pairs))


def _says(statement: Statement, words: str) -> bool:
    wanted = folded(words)
    return bool(wanted) and f" {wanted} " in f" {folded(statement.words)} "


def overlap(one: Spans, other: Spans) -> float:
    """Shared characters over all characters of both, 0 to 1."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(map(len, one)) + sum(map(len, other)) - shared
    return shared / total if total else 0.0


def _nearest(judgement: Judgement, new: Reading, taken: set[str]) -> str | None:
    """For a judgement that stood nowhere: the free statement over its words, else one with its words."""
    free = [statement for statement in new.statements if statement.id not in taken]
    best = max(free, key=lambda s: overlap((_hull(s),), (judgement.span,)), default=None)
    if best and overlap((_hull(best),), (judgement.span,)) >= COVERS:
        return best.id
    same = [statement for statement in free if _says(statement, judgement.words)]
    return min(same, key=lambda s: abs(s.start - judgement.span.start)).id if same else None


def _hull(statement: Statement) -> Span:
    return hull(statement.content)


def hull(spans: Spans) -> Span:
    """From the first character to the last."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


# Statements that only people hold


def _lost(judgements: Sequence[Judgement], links: Links, moved: Links) -> list[str]:
    """Old statements that stand confirmed or corrected and that the new reading does not hold."""
    decisions = by_statement(judgements, links)
    return [id for id, made in decisions.items() if id not in moved and standing(made) in HOLDS]


def _names_for(lost: Sequence[str], new: Reading) -> dict[str, str]:
    """Their ids, changed where the new reading uses them for something else."""
    used = {statement.id for statement in new.statements}
    return {id: _free(id, used) for id in lost}


def _free(id: str, used: set[str]) -> str:
    while id in used:
        id += "k"
    used.add(id)
    return id


def _keep(new: Reading, old: Base, lost: Sequence[str], moved: Links) -> Base:
    """The new reading with the lost statements back in it, at their place in the text."""
    known = {statement.id: statement for statement in old.reading.statements}
    actors = _Actors(new, old.reading)
    statements = list(new.statements)
    for id in lost:
        kept = _transplant(known[id], moved, actors, _same_communication(known[id].communication, new, old.reading))
        statements.insert(sum(s.start <= kept.start for s in statements), kept)
    reading = replace(new, statements=tuple(statements), actors=tuple(actors.all))
    return Base(reading, frozenset(moved[id] for id in lost), frozenset(actors.added))


def _transplant(statement: Statement, moved: Links, actors: _Actors, communication: str | None) -> Statement:
    return replace(
        statement,
        id=moved[statement.id],
        speaker=actors.now(statement.speaker) if statement.speaker else None,
        addressees=tuple(map(actors.now, statement.addressees)),
        via=tuple(map(actors.now, statement.via)),
        within=moved.get(statement.within) if statement.within else None,
        communication=communication,
    )


def _same_communication(id: str | None, new: Reading, old: Reading) -> str | None:
    before = next((c for c in old.communications if c.id == id), None)
    return next((c.id for c in new.communications if before and _is_same(before, c)), None)


def _is_same(before: Communication, after: Communication) -> bool:
    return before.kind == after.kind and overlap(before.spans, after.spans) >= COVERS


class _Actors:
    """The actors of a new reading, to which those of an old one are added as they are needed."""

    def __init__(self, new: Reading, old: Reading) -> None:
        self.all = list(new.actors)
        self.added: set[str] = set()
        self._old = old

    def now(self, id: str) -> str:
        """The id that an actor of the old reading has in the new one."""
        before = self._old.actor(id)
        assert before is not None
        called = folded(before.name)
        same = next((actor for actor in self.all if folded(actor.name) == called), None)
        return same.id if same else self._add(before)

    def _add(self, before: Actor) -> str:
        id = _free(before.id, {actor.id for actor in self.all})
        # Its place is taken before its members are looked up: groups may hold one another.
        self.all.append(replace(before, id=id, members=()))
        self.added.add(id)
        members = tuple(map(self.now, before.members))
        self.all = [replace(actor, members=members) if actor.id == id else actor for actor in self.all]
        return id
