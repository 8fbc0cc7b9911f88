"""Two names of the record: the same, different, or not to be known. What people decide, and what follows from it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from sayso.errors import InvalidJudgement
from sayso.model import Anchor, Decision, Sameness, Span, digest_of
from sayso.people.names import person_name
from sayso.record import decided, everybody, grouping, knowledge, lines, load, schema
from sayso.record.involved import LASTING
from sayso.record.judgements import now
from sayso.record.names import folded, storable
from sayso.record.schema import actors, documents, mentions, proposals

_HERE = Decision.SAME, Decision.DIFFERENT, Decision.UNSURE


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person decides, as given: two ids, names or addresses."""

    one: str
    other: str
    decision: Decision
    by: str
    note: str | None = None


# What follows


def settle(connection: Connection, digest: str) -> None:
    """Let what was decided about words of this text hold in the documents of now."""
    for made in decided.on_text(connection, digest):
        follow(connection, made)


def follow(connection: Connection, made: Sameness) -> None:
    """Make one of two, or take one out of the other, where that is not so yet."""
    if made.decision is Decision.SAME:
        for mine in decided.names_at(connection, made.one):
            for theirs in decided.names_at(connection, made.other):
                if mine != theirs:
                    _unite(connection, mine, theirs)
                    mine = _stays(connection, mine, theirs)
    elif made.decision is Decision.DIFFERENT:
        theirs_all = set(decided.names_at(connection, made.other))
        for document_id, actor_id, name in decided.at(connection, made.one):
            if name in theirs_all:
                _set_apart(connection, document_id, actor_id)


def _unite(connection: Connection, one: str, other: str) -> None:
    stays = _stays(connection, one, other)
    goes = other if stays == one else one
    grouping.merge(connection, stays, goes)
    lines.rename(connection, goes, stays)


def _stays(connection: Connection, one: str, other: str) -> str:
    """The name with more of a name in it; of two alike, the one in more documents. One that is gone does not stay."""
    there = set(connection.scalars(select(schema.people.c.name).where(schema.people.c.name.in_([one, other]))))
    counts = grouping.documents_of(connection, there)
    return str(max(sorted(there), key=lambda name: (_fullness(name), counts.get(name, 0))))


def _fullness(name: str) -> tuple[bool, int]:
    return "(" not in name, sum(len(part) > 1 for part in (*person_name(name).given, person_name(name).family))


def _set_apart(connection: Connection, document_id: str, actor_id: str) -> None:
    judged = load.judged(connection, document_id)
    actor = judged.reading.actor(actor_id)
    assert actor is not None
    grouping.take_out(connection, judged.reading, actor)
    _write_lines(connection, [document_id])


def _write_lines(connection: Connection, document_ids: Iterable[str]) -> None:
    for id in document_ids:
        connection.execute(delete(schema.lines).where(schema.lines.c.document_id == id))
        lines.save(connection, load.judged(connection, id), grouping.names_in(connection, id))


def group_anew(connection: Connection, names: Collection[str] | None = None) -> None:
    """Find out again who these are, or all: in the order in which the documents were added."""
    of = actors.c.kind.in_(LASTING) if names is None else actors.c.person.in_(names)
    found: dict[str, set[str]] = {}
    for document_id, actor_id in connection.execute(select(actors.c.document_id, actors.c.id).where(of)):
        found.setdefault(document_id, set()).add(actor_id)
    connection.execute(update(actors).where(of).values(person=None))
    people = schema.people
    connection.execute(delete(people) if names is None else delete(people).where(people.c.name.in_(names)))
    added = select(documents.c.id).where(documents.c.id.in_(found)).order_by(documents.c.added, documents.c.id)
    in_order = connection.scalars(added).all()
    for id in in_order:
        grouping.place(connection, load.judged(connection, id).reading, found[id])
    for made in decided.standing(connection):
        follow(connection, made)
    _write_lines(connection, in_order)


def learn(connection: Connection, told: Iterable[knowledge.Known]) -> int:
    """Keep what is known beforehand, and look again at those who bear the names."""
    told = list(told)
    knowledge.save(connection, told)
    forms = {folded(form) for one in told for form in (one.name, *one.aliases)}
    known = connection.execute(select(schema.people.c.name, schema.people.c.names))
    touched = {name for name, names in known if any(folded(form) in forms for form in (name, *json.loads(names)))}
    group_anew(connection, touched)
    return sum(folded(name) in forms for name in connection.scalars(select(schema.people.c.name)))


# Deciding


def decide(connection: Connection, asked: Asked) -> Sameness:
    """Add a judgement and let it hold. Raises NotInRecord, AmbiguousName or InvalidJudgement."""
    if not asked.by.strip():
        raise InvalidJudgement("A judgement needs the name of the person who makes it.")
    one, other = everybody.meant(connection, storable(asked.one)), everybody.meant(connection, storable(asked.other))
    made = _sameness(asked, _anchor(connection, asked.one, one), _anchor(connection, asked.other, other, but=asked.one))
    _refuse_contradiction(connection, made, one, other, of_one_document="/" in asked.one)
    decided.save(connection, made)
    if made.decision is Decision.SAME or one == other:
        follow(connection, made)
    _no_longer_ask(connection, one, other)
    return made


def _sameness(asked: Asked, one: Anchor, other: Anchor) -> Sameness:
    at = now()
    parts = (one.digest, other.digest, str(one.span), str(other.span), asked.decision, asked.by, at)
    note = asked.note or None
    return Sameness("m" + digest_of(*parts)[:16], one, other, asked.decision, asked.by.strip(), at, note)


def _anchor(connection: Connection, typed: str, name: str, but: str = "") -> Anchor:
    """Words that name somebody: of the document that was meant, else of the first; never of the document of `but`."""
    document, slash, actor = typed.rpartition("/")
    elsewhere, _, _ = but.rpartition("/")
    joined = (mentions.c.document_id == actors.c.document_id) & (mentions.c.actor_id == actors.c.id)
    query = (
        select(documents.c.digest, actors.c.name, mentions.c.start, mentions.c.stop, schema.texts.c.text)
        .select_from(actors)
        .join(documents, documents.c.id == actors.c.document_id)
        .join(schema.texts, schema.texts.c.digest == documents.c.digest)
        .join(mentions, joined, isouter=True)
        .where(actors.c.person == name)
        .order_by(documents.c.published.is_(None), documents.c.published, documents.c.id, mentions.c.start)
    )
    if slash and actor and (there := query.where(documents.c.id == document, actors.c.id == actor)) is not None:
        query = there if connection.execute(there.limit(1)).first() else query
    elif elsewhere:
        query = query.where(documents.c.id != elsewhere)
    rows = connection.execute(query.limit(200)).all()
    if not rows:
        raise InvalidJudgement(f"{name} is in that document alone: there is nobody to tell them from.")
    row = next((r for r in rows if r.start is not None and r.text[r.start : r.stop] == r.name), rows[0])
    span = Span(row.start, row.stop) if row.start is not None else Span(0, 0)
    return Anchor(row.digest, span, span.of(row.text) if len(span) else row.name)


def _refuse_contradiction(
    connection: Connection, made: Sameness, one: str, other: str, *, of_one_document: bool
) -> None:
    pair = frozenset((one, other))
    if id := decided.pairs(connection, made.decision).get(pair):
        raise InvalidJudgement(f"That was decided already: {id}.")
    if made.decision is not Decision.DIFFERENT and (id := decided.pairs(connection, Decision.DIFFERENT).get(pair)):
        raise InvalidJudgement(f"It was decided that they are different. Take that back first: {id}.")
    if made.decision is Decision.SAME:
        if one == other:
            raise InvalidJudgement(f"{one} is one already.")
    elif one == other and (made.decision is Decision.UNSURE or not of_one_document):
        raise InvalidJudgement(f"{one} is one already. Take back what made it one, or say which document's is another.")


def _no_longer_ask(connection: Connection, one: str, other: str) -> None:
    first, second = sorted((one, other))
    connection.execute(delete(proposals).where(proposals.c.one == first, proposals.c.other == second))


def undo(connection: Connection, id: str) -> Sameness:
    """Take a judgement back: whoever it touched is looked at afresh, under all the others."""
    made = decided.withdraw(connection, id)
    touched = {*decided.names_at(connection, made.one), *decided.names_at(connection, made.other)}
    group_anew(connection, touched)
    return made
