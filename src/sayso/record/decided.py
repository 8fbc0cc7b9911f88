"""What people decided about two names: kept, withdrawn, and found again in the documents of now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, or_, select, update

from sayso.errors import NotInRecord, named
from sayso.model import Anchor, Decision, Sameness, Span
from sayso.record.involved import LASTING
from sayso.record.judgements import now
from sayso.record.schema import actors, documents, mentions, proposals, samenesses

Pairs = dict[frozenset[str], str]
"""Names of two → id of the judgement."""


def save(connection: Connection, made: Sameness) -> None:
    """Add a judgement."""
    sides: dict[str, str | int] = {}
    for side, anchor in (("one", made.one), ("other", made.other)):
        sides[f"{side}_digest"] = anchor.digest
        sides[f"{side}_start"], sides[f"{side}_stop"] = anchor.span.start, anchor.span.end
        sides[f"{side}_words"] = anchor.words
    values = {"id": made.id, "decision": made.decision, "note": made.note, "person": made.by, "at": made.at}
    connection.execute(insert(samenesses).values(**values, **sides))


def withdraw(connection: Connection, id: str) -> Sameness:
    """Mark a judgement as taken back; raises NotInRecord."""
    if not (found := load(connection, samenesses.c.id == id)):
        raise NotInRecord(f"The record holds no judgement {named(id)}.")
    if not found[0].withdrawn:
        connection.execute(update(samenesses).where(samenesses.c.id == id).values(withdrawn=now()))
    return load(connection, samenesses.c.id == id)[0]


def load(connection: Connection, *conditions: ColumnElement[bool]) -> list[Sameness]:
    """Judgements in the order in which they were made."""
    query = select(samenesses).where(*conditions).order_by(samenesses.c.at, samenesses.c.id)
    return [_sameness(row) for row in connection.execute(query)]


def on_text(connection: Connection, digest: str) -> list[Sameness]:
    """Those that stand, with words of this text on either side."""
    here = or_(samenesses.c.one_digest == digest, samenesses.c.other_digest == digest)
    return load(connection, here, samenesses.c.withdrawn.is_(None))


def standing(connection: Connection) -> list[Sameness]:
    """Those that were not taken back."""
    return load(connection, samenesses.c.withdrawn.is_(None))


def _sameness(row: Row[Any]) -> Sameness:
    return Sameness(
        id=row.id,
        one=Anchor(row.one_digest, Span(row.one_start, row.one_stop), row.one_words),
        other=Anchor(row.other_digest, Span(row.other_start, row.other_stop), row.other_words),
        decision=Decision(row.decision),
        by=row.person,
        at=row.at,
        note=row.note,
        withdrawn=row.withdrawn is not None,
    )


def pairs(connection: Connection, *decisions: Decision) -> Pairs:
    """Who was decided to be so (in any way, if none is given) to whom, by the names of now.

    Whoever is in no document any more is left out.
    """
    all_of = standing(connection)
    if not all_of:
        return {}
    exactly = _exactly(connection, "one"), _exactly(connection, "other")
    found: Pairs = {}
    for made in all_of:
        if made.decision in (decisions or Decision):
            ours = exactly[0].get(made.id) or names_at(connection, made.one)
            theirs = exactly[1].get(made.id) or names_at(connection, made.other)
            found |= {frozenset((mine, other)): made.id for mine in ours for other in theirs}
    return found


def _exactly(connection: Connection, side: str) -> dict[str, list[str]]:
    """Judgement id → names at words that stand where they stood: one look for all of them."""
    digest, start, stop = (samenesses.c[f"{side}_{what}"] for what in ("digest", "start", "stop"))
    there = (mentions.c.document_id == documents.c.id) & (mentions.c.start == start) & (mentions.c.stop == stop)
    here = (actors.c.document_id == mentions.c.document_id) & (actors.c.id == mentions.c.actor_id)
    query = (
        select(samenesses.c.id, actors.c.person)
        .join(documents, documents.c.digest == digest)
        .join(mentions, there)
        .join(actors, here)
        .where(samenesses.c.withdrawn.is_(None), actors.c.person.is_not(None))
        .distinct()
    )
    found: dict[str, list[str]] = {}
    for id, name in connection.execute(query):
        found.setdefault(id, []).append(name)
    return found


def waiting(connection: Connection) -> int:
    """How many proposals nobody has decided on."""
    rows = connection.execute(select(proposals.c.one, proposals.c.other)).all()
    settled = pairs(connection) if rows else {}
    return sum(frozenset(row) not in settled for row in rows)


def names_at(connection: Connection, anchor: Anchor) -> list[str]:
    """Whom these words name now, in each document of that text: usually one name."""
    return list(dict.fromkeys(name for _, _, name in at(connection, anchor)))


def at(connection: Connection, anchor: Anchor) -> list[tuple[str, str, str]]:
    """Document id, actor id and name of whom these words name; of a reading that moved them, the nearest."""
    here = (mentions.c.document_id == actors.c.document_id) & (mentions.c.actor_id == actors.c.id)
    query = (
        select(actors.c.document_id, actors.c.id, actors.c.person, actors.c.name, mentions.c.start, mentions.c.stop)
        .join(documents, documents.c.id == actors.c.document_id)
        .join(mentions, here, isouter=True)
        .where(documents.c.digest == anchor.digest, actors.c.kind.in_(LASTING), actors.c.person.is_not(None))
    )
    rows = connection.execute(query.order_by(documents.c.id)).all()
    by_document = (list(there) for _, there in groupby(rows, key=lambda row: row.document_id))
    best = (_best(anchor, there) for there in by_document)
    return [(row.document_id, row.id, row.person) for row in best if row]


def _best(anchor: Anchor, rows: Sequence[Any]) -> Any:
    covering = [
        row for row in rows if row.start is not None and row.start < anchor.span.end and row.stop > anchor.span.start
    ]
    if covering:
        return min(covering, key=lambda row: abs(row.start - anchor.span.start) + abs(row.stop - anchor.span.end))
    return next((row for row in rows if row.name == anchor.words), None)
