"""From a reading to rows: what stands in which table. `load.py` is the way back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, delete, insert

from sayso.model import (
    Actor,
    Communication,
    Document,
    DraftMention,
    DraftRelation,
    Outcome,
    Span,
    Spans,
    Statement,
    When,
)
from sayso.record import schema
from sayso.record.judging import Judged, Mark

Values = dict[str, Any]
Entry = tuple[Table, Values]

FIRST_WORDS = 200
"""Characters of the opening that lists show."""

# What refers comes after what it refers to. Worked out once: it takes longer than a short reading.
_TABLES = schema.metadata.sorted_tables


def save(connection: Connection, judged: Judged, added: str) -> None:
    """Put a new document and its reading into the tables."""
    document = judged.reading.document
    id = document.id
    rows = defaultdict(list, {"documents": [_of_document(document, added) | {"read_by": judged.reading.read_by}]})
    for table, values in _entries(judged):
        rows[table.name].append({"document_id": id, **values})
    for table in _TABLES:
        if table.name in rows:
            connection.execute(insert(table), rows[table.name])


def erase(connection: Connection, document_id: str) -> None:
    """Take a document and its reading out; its text and the judgements on it stay."""
    for table in reversed(_TABLES):
        if "document_id" in table.c:
            connection.execute(delete(table).where(table.c.document_id == document_id))
    connection.execute(delete(schema.documents).where(schema.documents.c.id == document_id))


def _of_document(document: Document, added: str) -> Values:
    return {
        "id": document.id,
        "digest": document.digest,
        "source": document.source,
        "kind": document.kind,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "author": document.author,
        "wire": document.wire,
        "credit": document.credit,
        "first_words": " ".join(document.text[: FIRST_WORDS * 2].split())[:FIRST_WORDS],
        "added": added,
    }


def _entries(judged: Judged) -> Iterator[Entry]:
    reading = judged.reading
    for position, code in enumerate(reading.document.timecodes):
        yield schema.timecodes, {"position": position, "start": code.start, "seconds": code.seconds}
    for position, actor in enumerate(reading.actors):
        yield from _of_actor(position, actor, actor.id in judged.added)
    for position, communication in enumerate(reading.communications):
        yield from _of_communication(position, communication)
    for position, statement in enumerate(reading.statements):
        yield from _of_statement(position, statement, judged.mark(statement.id), reading.document.text)
    for position, time in enumerate(reading.times):
        values = {"type": time.type, "value": time.value, "edtf": time.edtf}
        yield schema.times, {"position": position, **_at(time.span), **values}
    for position, draft in enumerate(reading.drafts):
        yield from _of_draft(position, draft)
    for position, relation in enumerate(reading.draft_relations):
        yield from _of_relation(position, relation)
    for position, outcome in enumerate(reading.outcomes):
        yield from _of_outcome(position, outcome)


def _of_actor(position: int, actor: Actor, added: bool) -> Iterator[Entry]:
    values = {"id": actor.id, "position": position, "name": actor.name, "kind": actor.kind, "added_by_person": added}
    yield schema.actors, values
    of = {"actor_id": actor.id}
    yield from _each(schema.actor_members, of, ({"member_id": id} for id in actor.members))
    yield from _each(schema.mentions, of, map(_at, actor.mentions))
    yield from _each(schema.roles, of, ({"text": role.text, **_at(role.span)} for role in actor.roles))


def _of_communication(position: int, communication: Communication) -> Iterator[Entry]:
    yield (
        schema.communications,
        {
            "id": communication.id,
            "position": position,
            "kind": communication.kind,
            **_of_when(communication.when),
            "place": communication.place,
            "medium": communication.medium,
            "duration": communication.duration,
            "status": communication.status,
            "reply": communication.reply,
            "object_start": communication.object.start if communication.object else None,
            "object_stop": communication.object.end if communication.object else None,
        },
    )
    of = {"communication_id": communication.id}
    yield from _each(schema.communication_spans, of, map(_at, communication.spans))
    for part, ids in (("participant", communication.participants), ("according_to", communication.according_to)):
        yield from _each(schema.communication_actors, of | {"part": part}, _actors(ids))


def _of_statement(position: int, statement: Statement, mark: Mark, text: str) -> Iterator[Entry]:
    yield (
        schema.statements,
        {
            "id": statement.id,
            "position": position,
            "kind": statement.kind,
            "words": statement.words,
            "speaker_id": statement.speaker,
            "act": statement.act,
            "reality": statement.reality,
            "basis": statement.basis,
            "channel": statement.channel,
            "communication_id": statement.communication,
            **_of_when(statement.when),
            "within_id": statement.within,
            "confidence": statement.confidence,
            "found_by": statement.found_by,
            "decision": mark.decision,
            "machine": json.dumps(asdict(mark.machine), ensure_ascii=False) if mark.machine else None,
            "kept": mark.kept,
        },
    )
    of = {"statement_id": statement.id}
    for part, spans in parts_of(statement):
        pinned = ({**_at(span), "words": span.of(text)} for span in spans)
        yield from _each(schema.statement_spans, of | {"part": part}, pinned)
    for part, ids in (("addressee", statement.addressees), ("via", statement.via)):
        yield from _each(schema.statement_actors, of | {"part": part}, _actors(ids))
    yield from _each(schema.statement_reasons, of, ({"reason": reason} for reason in statement.reasons))


def parts_of(statement: Statement) -> tuple[tuple[str, Spans], ...]:
    """The places of a statement, by the name they have in the table."""
    return (
        ("content", statement.content),
        ("cue", statement.cue),
        ("source", statement.source),
        ("hedge", statement.hedges),
    )


def _of_draft(position: int, draft: DraftMention) -> Iterator[Entry]:
    yield schema.drafts, {"id": draft.id, "position": position, "name": draft.name, "points": draft.points}
    of = {"draft_id": draft.id}
    yield from _each(schema.draft_spans, of, map(_at, draft.spans))
    yield from _each(schema.draft_authors, of, _actors(draft.authors))


def _of_relation(position: int, relation: DraftRelation) -> Iterator[Entry]:
    id = f"r{position}"
    ends = {"from_id": relation.from_, "to_id": relation.to}
    values = {"relation": relation.relation, "status": relation.status}
    yield schema.draft_relations, {"id": id, "position": position, **ends, **values}
    of = {"draft_relation_id": id}
    yield from _each(schema.draft_relation_actors, of, _actors(relation.according_to))
    yield from _each(schema.draft_relation_spans, of, map(_at, relation.spans))


def _of_outcome(position: int, outcome: Outcome) -> Iterator[Entry]:
    id = f"o{position}"
    values = {"advice_id": outcome.advice, "outcome_id": outcome.outcome}
    yield schema.outcomes, {"id": id, "position": position, **values}
    yield from _each(schema.outcome_reasons, {"outcome_id": id}, ({"reason": reason} for reason in outcome.reasons))


def _each(table: Table, of: Values, rows: Iterable[Values]) -> Iterator[Entry]:
    for position, row in enumerate(rows):
        yield table, {**of, "position": position, **row}


def _actors(ids: Iterable[str]) -> Iterator[Values]:
    return ({"actor_id": id} for id in ids)


def _at(span: Span) -> Values:
    return {"start": span.start, "stop": span.end}


def _of_when(when: When | None) -> Values:
    return {
        "when_edtf": when.edtf if when else None,
        "when_start": when.words.start if when else None,
        "when_stop": when.words.end if when else None,
        "when_earliest": when.earliest if when else None,
        "when_latest": when.latest if when else None,
    }
