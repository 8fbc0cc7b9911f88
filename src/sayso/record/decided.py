"""What people decided about two names: kept, withdrawn, and found again in the documents of now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, or_, select, update

from sayso.errors import NotInRecord, named
from sayso.model import Anchor, Decision, Sameness, Span
from sayso.record.involved import LASTING
from sayso.record.judgements import now
from sayso.record.schema import actors, documents, mentions, samenesses

Pairs = dict[frozenset[str], str]
"""Names of two → id of the judgement."""


def save(connection: Connection, made: Sameness) -> None:
    """Add a judgement."""
    sides = {}
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
    """Who was decided to be so to whom, by the names of now; whoever is in no document any more is left out."""
    found: Pairs = {}
    for made in standing(connection):
        if made.decision in decisions:
            ours, theirs = names_at(connection, made.one), names_at(connection, made.other)
            found |= {frozenset((mine, other)): made.id for mine in ours for other in theirs}
    return found


def names_at(connection: Connection, anchor: Anchor) -> list[str]:
    """Whom these words name now, in each document of that text: usually one name."""
    return list(dict.fromkeys(name for _, _, name in at(connection, anchor)))


def at(connection: Connection, anchor: Anchor) -> list[tuple[str, str, str]]:
    """Document id, actor id and name of whom these words name; a reading that moved them is searched for the nearest."""
    here = (mentions.c.document_id == actors.c.document_id) & (mentions.c.actor_id == actors.c.id)
    query = (
        select(actors.c.document_id, actors.c.id, actors.c.person, actors.c.name, mentions.c.start, mentions.c.stop)
        .join(documents, documents.c.id == actors.c.document_id)
        .join(mentions, here, isouter=True)
        .where(documents.c.digest == anchor.digest, actors.c.kind.in_(LASTING), actors.c.person.is_not(None))
    )
    rows: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(query):
        rows.setdefault(row.document_id, []).append(row)
    best = (_best(anchor, there) for there in rows.values())
    return [(row.document_id, row.id, row.person) for row in best if row]


def _best(anchor: Anchor, rows: Sequence[Row[Any]]) -> Row[Any] | None:
    covering = [
        row for row in rows if row.start is not None and row.start < anchor.span.end and row.stop > anchor.span.start
    ]
    if covering:
        return min(covering, key=lambda row: abs(row.start - anchor.span.start) + abs(row.stop - anchor.span.end))
    return next((row for row in rows if row.name == anchor.words), None)
