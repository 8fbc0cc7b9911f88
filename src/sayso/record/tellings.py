"""From the rows of communications to the accounts that can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, func, select, true, tuple_

from sayso.events import Days, Telling
from sayso.events import Party as Partaker
from sayso.events.days import days
from sayso.events.words import runs
from sayso.model import ActorKind, CommunicationKind, Kind, Reality, Reply, Status
from sayso.record.events import Party
from sayso.record.schema import (
    actor_members,
    actors,
    communication_actors,
    communication_spans,
    communications,
    documents,
    statements,
    texts,
)

Address = tuple[str, str]
"""Document id and communication id."""

_TALKED = (Kind.DIRECT, Kind.MIXED)


@dataclass(frozen=True, slots=True)
class Told:
    """An account with what a list shows of it."""

    telling: Telling
    parties: tuple[Party, ...]
    date: str | None
    reply: Reply | None
    statements: int


def told(connection: Connection, where: ColumnElement[bool] | None = None) -> list[Told]:
    """Every communication of every document, or those of the documents that fit (a condition on `communications`)."""
    fits = true() if where is None else where
    rows = connection.execute(_communications().where(fits)).all()
    only = None if where is None else [(row.document_id, row.id) for row in rows]
    parties = _parties(connection, only)
    said = _said(connection, only)
    first = _first_words(connection, only)
    speakers = _speakers(connection, [at for row in rows if not parties.get(at := (row.document_id, row.id))])
    found = []
    for row in rows:
        at = row.document_id, row.id
        found.append(_told(row, parties.get(at) or speakers.get(at, ()), said.get(at, ()), first.get(at)))
    return found


def _communications() -> Any:
    words = func.substr(texts.c.text, communications.c.when_start + 1, _length(communications.c))
    return (
        select(communications, documents.c.digest, documents.c.published, words.label("date"))
        .join(documents, documents.c.id == communications.c.document_id)
        .join(texts, texts.c.digest == documents.c.digest)
    )


def _length(columns: Any) -> ColumnElement[int]:
    length: ColumnElement[int] = columns.when_stop - columns.when_start
    return length


def _told(row: Row[Any], parties: Sequence[Party], said: Sequence[str], first: int | None) -> Told:
    lasting = frozenset(
        Partaker(party.person, party.kind is ActorKind.PERSON) for party in parties if party.person is not None
    )
    telling = Telling(
        document=row.document_id,
        communication=row.id,
        kind=CommunicationKind(row.kind),
        parties=lasting,
        days=_days(row),
        published=row.published[:10] if row.published and len(row.published) >= 10 else None,
        place=row.place,
        medium=row.medium,
        duration=row.duration,
        status=Status(row.status),
        quotes=runs(said),
        text=None if first is None else (f"{row.digest} {row.kind}", first),
    )
    date = " ".join(row.date.split()) if row.date else None
    reply = None if row.reply is None else Reply(row.reply)
    return Told(telling, tuple(parties), date, reply, len(said))


def _days(row: Row[Any]) -> Days | None:
    return None if row.when_edtf is None else days(row.when_edtf, row.when_earliest, row.when_latest)


# Who took part


def _parties(connection: Connection, only: Sequence[Address] | None) -> dict[Address, tuple[Party, ...]]:
    """A group that names its members is its members."""
    of = communication_actors.c
    same = (actors.c.document_id == of.document_id) & (actors.c.id == of.actor_id)
    query = (
        select(of.document_id, of.communication_id, actors.c.id, actors.c.name, actors.c.kind, actors.c.person)
        .join(actors, same)
        .where(of.part == "participant", _among(of.document_id, of.communication_id, only))
        .order_by(of.document_id, of.communication_id, of.position)
    )
    rows = connection.execute(query).all()
    members = _members(connection, [(row.document_id, row.id) for row in rows if row.kind == ActorKind.GROUP])
    found: dict[Address, list[Party]] = defaultdict(list)
    for row in rows:
        found[row.document_id, row.communication_id] += members.get((row.document_id, row.id)) or [_party(row)]
    return {at: tuple(dict.fromkeys(parties)) for at, parties in found.items()}


def according_to(connection: Connection, at: Address) -> tuple[Party, ...]:
    """Who says so in that document, in its order."""
    of = communication_actors.c
    same = (actors.c.document_id == of.document_id) & (actors.c.id == of.actor_id)
    query = select(actors.c.name, actors.c.kind, actors.c.person).join(communication_actors, same)
    here = of.document_id == at[0], of.communication_id == at[1], of.part == "according_to"
    return tuple(_party(row) for row in connection.execute(query.where(*here).order_by(of.position)))


def _members(connection: Connection, groups: Sequence[Address]) -> dict[Address, list[Party]]:
    of = actor_members.c
    same = (actors.c.document_id == of.document_id) & (actors.c.id == of.member_id)
    found: dict[Address, list[Party]] = defaultdict(list)
    query = select(of.document_id, of.actor_id, actors.c.name, actors.c.kind, actors.c.person).join(actors, same)
    if groups:
        ordered = query.where(_among(of.document_id, of.actor_id, groups)).order_by(of.position)
        for row in connection.execute(ordered):
            found[row.document_id, row.actor_id].append(_party(row))
    return found


def _speakers(connection: Connection, at: Sequence[Address]) -> dict[Address, tuple[Party, ...]]:
    """Who is recorded as having spoken in it, where it names nobody."""
    if not at:
        return {}
    of = statements.c
    same = (actors.c.document_id == of.document_id) & (actors.c.id == of.speaker_id)
    query = (
        select(of.document_id, of.communication_id, actors.c.name, actors.c.kind, actors.c.person)
        .join(actors, same)
        .where(of.within_id.is_(None), _among(of.document_id, of.communication_id, at))
        .order_by(of.document_id, of.position)
    )
    found: dict[Address, list[Party]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.document_id, row.communication_id].append(_party(row))
    return {at: tuple(dict.fromkeys(parties)) for at, parties in found.items()}


def _party(row: Any) -> Party:
    return Party(row.person or row.name, ActorKind(row.kind), row.person)


# What was said in it, and where it is told


def _said(connection: Connection, only: Sequence[Address] | None) -> dict[Address, list[str]]:
    """The words of what was said in it, without what a person rejected; paraphrases as empty words."""
    of = statements.c
    query = select(of.document_id, of.communication_id, of.kind, of.words).where(
        of.communication_id.is_not(None),
        of.decision.is_distinct_from("reject"),
        of.reality == Reality.SAID,
        _among(of.document_id, of.communication_id, only),
    )
    found: dict[Address, list[str]] = defaultdict(list)
    for document, communication, kind, words in connection.execute(query):
        found[document, communication].append(words if kind in _TALKED else "")
    return found


def _first_words(connection: Connection, only: Sequence[Address] | None) -> dict[Address, int]:
    of = communication_spans.c
    query = select(of.document_id, of.communication_id, func.min(of.start)).where(
        _among(of.document_id, of.communication_id, only)
    )
    rows = connection.execute(query.group_by(of.document_id, of.communication_id))
    return {(document, communication): start for document, communication, start in rows}


def _among(document: Column[str], id: Column[str], only: Iterable[Address] | None) -> ColumnElement[bool]:
    return true() if only is None else tuple_(document, id).in_(list(only))
