"""Who has a part in a statement: said by them, to them, or about them."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Column, ColumnElement, Connection, and_, or_, select

from sayso.model import ActorKind
from sayso.record.answers import NOBODY
from sayso.record.names import storable
from sayso.record.schema import actor_members, actors, lines, mentions, statement_actors, statement_spans, statements

LASTING = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OUTLET)
"""Those who may turn up in other documents. A group or an unnamed source belongs to the one that describes it."""


def holds(names: Column[str], name: str) -> ColumnElement[bool]:
    """Is the name in a column that lists names, or is there none where it is NOBODY?"""
    if name == NOBODY:
        return names == "[]"
    return names.contains(json.dumps(storable(name), ensure_ascii=False), autoescape=True)


def said_by(name: str) -> ColumnElement[bool]:
    """Spoken by them, or by a group that they are a named member of."""
    return or_(lines.c.speaker == name, _speaks_in_a_group(name))


def said_to(name: str) -> ColumnElement[bool]:
    """Spoken to them, or to a group that they are a named member of."""
    alone = select(actors.c.document_id, actors.c.id).where(is_named(name))
    belongs = and_(actor_members.c.document_id == actors.c.document_id, actor_members.c.member_id == actors.c.id)
    group = select(actor_members.c.document_id, actor_members.c.actor_id).join(actors, belongs).where(is_named(name))
    they = alone.union(group).subquery()
    heard = and_(
        statement_actors.c.document_id == they.c.document_id,
        statement_actors.c.actor_id == they.c.id,
        statement_actors.c.part == "addressee",
    )
    line = and_(
        lines.c.document_id == statement_actors.c.document_id, lines.c.statement_id == statement_actors.c.statement_id
    )
    # Outer joins, because SQLite takes them in the order given: from the few actors of that name to their documents.
    numbers = select(lines.c.number).select_from(they.outerjoin(statement_actors, heard).outerjoin(lines, line))
    return lines.c.number.in_(numbers.correlate(None))


def said_about(name: str) -> ColumnElement[bool]:
    """With words that point at them amid the words said."""
    pointing = select(mentions.c.actor_id).where(
        mentions.c.document_id == actors.c.document_id,
        mentions.c.actor_id == actors.c.id,
        mentions.c.start >= statement_spans.c.start,
        mentions.c.stop <= statement_spans.c.stop,
    )
    content = and_(
        statement_spans.c.document_id == actors.c.document_id,
        statement_spans.c.part == "content",
        pointing.correlate(actors, statement_spans).exists(),
    )
    line = and_(
        lines.c.document_id == statement_spans.c.document_id, lines.c.statement_id == statement_spans.c.statement_id
    )
    # In this order too: from the actors of that name to their documents.
    through = actors.outerjoin(statement_spans, content).outerjoin(lines, line)
    numbers = select(lines.c.number).select_from(through).where(is_named(name))
    return and_(lines.c.number.in_(numbers.correlate(None)), lines.c.speaker.is_distinct_from(name))


def _speaks_in_a_group(name: str) -> ColumnElement[bool]:
    group = and_(actor_members.c.document_id == actors.c.document_id, actor_members.c.member_id == actors.c.id)
    spoken = and_(
        statements.c.document_id == actor_members.c.document_id, statements.c.speaker_id == actor_members.c.actor_id
    )
    numbers = select(lines.c.number).where(
        is_named(name),
        group,
        spoken,
        lines.c.document_id == statements.c.document_id,
        lines.c.statement_id == statements.c.id,
    )
    return lines.c.number.in_(numbers.correlate(None))


def names_of(connection: Connection, at: Collection[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Who has a page of their own, of actors given by document and id: the name that leads there."""
    ids = {id for _, id in at}
    query = select(actors.c.document_id, actors.c.id, actors.c.person).where(
        actors.c.document_id.in_({document for document, _ in at}), actors.c.id.in_(ids), actors.c.person.is_not(None)
    )
    return {(document, id): name for document, id, name in connection.execute(query)}


def is_named(name: str) -> ColumnElement[bool]:
    """Is that actor the one whom all documents know by this name?"""
    return actors.c.person == name
