"""From rows to a reading: the way back of `save.py`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, select

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Channel,
    Communication,
    CommunicationKind,
    Decision,
    Document,
    DocumentKind,
    DraftMention,
    DraftRelation,
    Kind,
    Outcome,
    Reading,
    Reality,
    Reply,
    Role,
    Span,
    Spans,
    Statement,
    Status,
    Timecode,
    TimeExpression,
    TimeType,
    When,
)
from sayso.record import schema
from sayso.record.judging import UNMARKED, Judged, Mark

Which = Callable[[Select[Any], Table, str], Select[Any]]
"""Narrows a selection from a table; the text is the column of it that names a statement, actor …"""

Rows = Sequence[Row[Any]]
T = TypeVar("T")


def of_document(id: str) -> Which:
    """All rows of a document."""
    return lambda rows, table, _: rows.where(table.c.document_id == id)


def of_lines(numbers: Sequence[int]) -> Which:
    """The rows of the statements that these lines are about."""
    lines = schema.lines.c

    def which(rows: Select[Any], table: Table, column: str) -> Select[Any]:
        same = (lines.document_id == table.c.document_id) & (lines.statement_id == table.c[column])
        return rows.join(schema.lines, same).where(lines.number.in_(numbers))

    return which


def document(connection: Connection, id: str) -> Document:
    """The document by that id (there must be one), with its text."""
    joined = select(schema.documents, schema.texts.c.text).join(schema.texts)
    row = connection.execute(joined.where(schema.documents.c.id == id)).one()
    return Document(
        text=row.text,
        source=row.source,
        kind=DocumentKind(row.kind),
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        author=row.author,
        wire=row.wire,
        credit=row.credit,
        timecodes=tuple(Timecode(r.start, r.seconds) for r in _rows(connection, schema.timecodes, of_document(id))),
    )


def seconds(connection: Connection, id: str, start: int) -> float | None:
    """The last time at or before this character of the document."""
    codes = schema.timecodes
    before = select(codes.c.seconds).where(codes.c.document_id == id, codes.c.start <= start)
    found: float | None = connection.scalar(before.order_by(codes.c.start.desc(), codes.c.position.desc()).limit(1))
    return found


def read_by(connection: Connection, id: str) -> str | None:
    """The reader that read a document last; None where there is no such document."""
    return connection.scalar(select(schema.documents.c.read_by).where(schema.documents.c.id == id))


def judged(connection: Connection, document_id: str) -> Judged:
    """The reading of a document (there must be one) with its marks, as it was saved."""
    which = of_document(document_id)
    marked = list(statements(connection, which))
    people = _rows(connection, schema.actors, which, order="position")
    reading = Reading(
        document=document(connection, document_id),
        actors=_actors(connection, people, which),
        statements=tuple(statement for _, statement, _ in marked),
        communications=_communications(connection, which),
        times=_times(connection, which),
        drafts=_drafts(connection, which),
        draft_relations=_relations(connection, which),
        outcomes=_outcomes(connection, which),
        read_by=read_by(connection, document_id) or "",
    )
    marks = {statement.id: mark for _, statement, mark in marked if mark != UNMARKED}
    return Judged(reading, marks, frozenset(person.id for person in people if person.added_by_person))


# Statements


def statements(connection: Connection, which: Which) -> Iterator[tuple[str, Statement, Mark]]:
    """Statements, each with the id of its document and its mark, in the order of the reading."""
    spans = _grouped(connection, schema.statement_spans, "statement_id", which)
    actors = _grouped(connection, schema.statement_actors, "statement_id", which)
    reasons = _grouped(connection, schema.statement_reasons, "statement_id", which)
    for row in _rows(connection, schema.statements, which, "id", order="position"):
        key = (row.document_id, row.id)
        statement = _statement(row, spans[key], actors[key], reasons[key])
        machine = statement_of(json.loads(row.machine)) if row.machine else None
        yield row.document_id, statement, Mark(_maybe(Decision, row.decision), machine, row.kept)


def _statement(row: Row[Any], spans: Rows, actors: Rows, reasons: Rows) -> Statement:
    return Statement(
        id=row.id,
        kind=Kind(row.kind),
        content=_spans(spans, "content"),
        words=row.words,
        cue=_spans(spans, "cue"),
        source=_spans(spans, "source"),
        speaker=row.speaker_id,
        addressees=_ids(actors, "addressee"),
        via=_ids(actors, "via"),
        act=Act(row.act),
        reality=Reality(row.reality),
        basis=Basis(row.basis),
        hedges=_spans(spans, "hedge"),
        channel=Channel(row.channel),
        communication=row.communication_id,
        when=_when(row),
        within=row.within_id,
        confidence=row.confidence,
        found_by=row.found_by,
        reasons=tuple(reason.reason for reason in reasons),
    )


def statement_of(values: dict[str, Any]) -> Statement:
    """A statement from the JSON that `save.py` makes of it."""
    spans = {part: tuple(Span(**span) for span in values[part]) for part in ("content", "cue", "source", "hedges")}
    texts = {part: tuple(values[part]) for part in ("addressees", "via", "reasons")}
    when = values["when"] and When(**(values["when"] | {"words": Span(**values["when"]["words"])}))
    closed: dict[str, Any] = {
        "kind": Kind(values["kind"]),
        "act": Act(values["act"]),
        "reality": Reality(values["reality"]),
        "basis": Basis(values["basis"]),
        "channel": Channel(values["channel"]),
    }
    return Statement(**(values | spans | texts | closed | {"when": when}))


# The rest of a reading


def _actors(connection: Connection, rows: Rows, which: Which) -> tuple[Actor, ...]:
    members = _grouped(connection, schema.actor_members, "actor_id", which)
    mentions = _grouped(connection, schema.mentions, "actor_id", which)
    roles = _grouped(connection, schema.roles, "actor_id", which)
    return tuple(
        Actor(
            id=row.id,
            name=row.name,
            kind=ActorKind(row.kind),
            mentions=_spans(mentions[row.document_id, row.id]),
            members=tuple(member.member_id for member in members[row.document_id, row.id]),
            roles=tuple(Role(role.text, _span(role)) for role in roles[row.document_id, row.id]),
        )
        for row in rows
    )


def _communications(connection: Connection, which: Which) -> tuple[Communication, ...]:
    actors = _grouped(connection, schema.communication_actors, "communication_id", which)
    spans = _grouped(connection, schema.communication_spans, "communication_id", which)
    return tuple(
        Communication(
            id=row.id,
            kind=CommunicationKind(row.kind),
            participants=_ids(actors[row.document_id, row.id], "participant"),
            when=_when(row),
            place=row.place,
            medium=row.medium,
            duration=row.duration,
            status=Status(row.status),
            reply=_maybe(Reply, row.reply),
            spans=_spans(spans[row.document_id, row.id]),
            according_to=_ids(actors[row.document_id, row.id], "according_to"),
            object=None if row.object_start is None else Span(row.object_start, row.object_stop),
        )
        for row in _rows(connection, schema.communications, which, order="position")
    )


def _times(connection: Connection, which: Which) -> tuple[TimeExpression, ...]:
    rows = _rows(connection, schema.times, which)
    return tuple(TimeExpression(_span(row), TimeType(row.type), row.value, row.edtf) for row in rows)


def _drafts(connection: Connection, which: Which) -> tuple[DraftMention, ...]:
    spans = _grouped(connection, schema.draft_spans, "draft_id", which)
    authors = _grouped(connection, schema.draft_authors, "draft_id", which)
    return tuple(
        DraftMention(
            id=row.id,
            name=row.name,
            points=row.points,
            spans=_spans(spans[row.document_id, row.id]),
            authors=_ids(authors[row.document_id, row.id]),
        )
        for row in _rows(connection, schema.drafts, which, order="position")
    )


def _relations(connection: Connection, which: Which) -> tuple[DraftRelation, ...]:
    actors = _grouped(connection, schema.draft_relation_actors, "draft_relation_id", which)
    spans = _grouped(connection, schema.draft_relation_spans, "draft_relation_id", which)
    return tuple(
        DraftRelation(
            from_=row.from_id,
            to=row.to_id,
            relation=row.relation,
            status=row.status,
            according_to=_ids(actors[row.document_id, row.id]),
            spans=_spans(spans[row.document_id, row.id]),
        )
        for row in _rows(connection, schema.draft_relations, which, order="position")
    )


def _outcomes(connection: Connection, which: Which) -> tuple[Outcome, ...]:
    reasons = _grouped(connection, schema.outcome_reasons, "outcome_id", which)
    return tuple(
        Outcome(row.advice_id, row.outcome_id, tuple(reason.reason for reason in reasons[row.document_id, row.id]))
        for row in _rows(connection, schema.outcomes, which, order="position")
    )


# Small parts


def _rows(connection: Connection, table: Table, which: Which, column: str = "id", *, order: str | None = None) -> Rows:
    ordered = [table.c.document_id, table.c[order]] if order else list(table.primary_key)
    return connection.execute(which(select(table), table, column).order_by(*ordered)).all()


def _grouped(connection: Connection, table: Table, column: str, which: Which) -> dict[tuple[str, str], list[Row[Any]]]:
    """The rows that belong to each actor, statement …, in order, by document id and its id."""
    groups: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in _rows(connection, table, which, column):
        groups[row.document_id, getattr(row, column)].append(row)
    return groups


def _spans(rows: Rows, part: str | None = None) -> Spans:
    return tuple(_span(row) for row in rows if part is None or row.part == part)


def _span(row: Row[Any]) -> Span:
    return Span(row.start, row.stop)


def _ids(rows: Rows, part: str | None = None) -> tuple[str, ...]:
    return tuple(row.actor_id for row in rows if part is None or row.part == part)


def _when(row: Row[Any]) -> When | None:
    if row.when_edtf is None:
        return None
    return When(row.when_edtf, Span(row.when_start, row.when_stop), row.when_earliest, row.when_latest)


def _maybe(kind: Callable[[str], T], value: str | None) -> T | None:
    return None if value is None else kind(value)
