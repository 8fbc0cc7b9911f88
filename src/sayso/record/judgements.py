"""Judgements in their tables: added and withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from sayso.errors import NotInRecord, named
from sayso.model import Decision, Judgement, Span
from sayso.record.anchors import Links
from sayso.record.schema import documents, judgement_statements, judgements, withdrawals


def now() -> str:
    """The time in UTC, exact enough to put judgements in order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def save(connection: Connection, judgement: Judgement) -> None:
    """Add a judgement; where it stands is saved with the reading."""
    values = {
        "id": judgement.id,
        "digest": judgement.digest,
        "start": judgement.span.start,
        "stop": judgement.span.end,
        "words": judgement.words,
        "decision": judgement.decision,
        "field": judgement.field,
        "value": judgement.value,
        "note": judgement.note,
        "person": judgement.by,
        "at": judgement.at,
    }
    connection.execute(insert(judgements).values(values))


def save_links(connection: Connection, document_id: str, links: Links) -> None:
    """Where the judgements stand in a reading of a document."""
    rows = [{"document_id": document_id, "judgement_id": j, "statement_id": s} for j, s in links.items()]
    if rows:
        connection.execute(insert(judgement_statements), rows)


def links(connection: Connection, document_id: str) -> Links:
    """Judgement id → statement id, in one document."""
    query = select(judgement_statements).where(judgement_statements.c.document_id == document_id)
    return {row.judgement_id: row.statement_id for row in connection.execute(query)}


def withdraw(connection: Connection, id: str) -> None:
    """Mark a judgement as taken back."""
    if connection.scalar(select(judgements.c.id).where(judgements.c.id == id)) is None:
        raise NotInRecord(f"The record holds no judgement {named(id)}.")
    if connection.scalar(select(withdrawals.c.at).where(withdrawals.c.judgement_id == id)) is None:
        connection.execute(insert(withdrawals).values(judgement_id=id, at=now()))


def of_text(connection: Connection, digest: str) -> list[Judgement]:
    """All judgements on a text, in the order in which they were made."""
    return _load(connection, judgements.c.digest == digest)


def all_of(connection: Connection) -> list[Judgement]:
    """All judgements."""
    return _load(connection)


def one(connection: Connection, id: str) -> Judgement:
    """The judgement by that id."""
    return _load(connection, judgements.c.id == id)[0]


def at_statement(connection: Connection, document_id: str, statement_id: str) -> list[Judgement]:
    """The judgements that stand at a statement."""
    here = judgement_statements.c
    ids = select(here.judgement_id).where(here.document_id == document_id, here.statement_id == statement_id)
    return _load(connection, judgements.c.id.in_(ids), document=document_id)


def at_document(connection: Connection, document_id: str) -> list[Judgement]:
    """The judgements on a document's text, with the statements of this document."""
    digest = select(documents.c.digest).where(documents.c.id == document_id).scalar_subquery()
    return _load(connection, judgements.c.digest == digest, document=document_id)


def _load(connection: Connection, *conditions: ColumnElement[bool], document: str | None = None) -> list[Judgement]:
    query = select(judgements, withdrawals.c.at.label("withdrawn")).join(withdrawals, isouter=True)
    rows = connection.execute(query.where(*conditions).order_by(judgements.c.at, judgements.c.id)).all()
    places = _places(connection, [row.id for row in rows], document) if rows else {}
    return [_judgement(row, places.get(row.id)) for row in rows]


def _places(connection: Connection, ids: Sequence[str], document: str | None) -> dict[str, str]:
    """One statement for each judgement: of that document, or of any."""
    here = judgement_statements.c
    query = select(here.judgement_id, here.statement_id).where(here.judgement_id.in_(ids))
    if document is not None:
        query = query.where(here.document_id == document)
    query = query.order_by(here.document_id.desc())
    return {judgement: statement for judgement, statement in connection.execute(query)}


def _judgement(row: Row[Any], statement: str | None) -> Judgement:
    return Judgement(
        id=row.id,
        digest=row.digest,
        span=Span(row.start, row.stop),
        words=row.words,
        decision=Decision(row.decision),
        by=row.person,
        at=row.at,
        field=row.field,
        value=row.value,
        note=row.note,
        withdrawn=row.withdrawn is not None,
        statement=statement,
    )
