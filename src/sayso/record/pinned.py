"""Every pin of a record, for whoever wants to see that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select, union_all

from sayso.model import Pin, Span
from sayso.record.schema import documents, roles, statement_spans, texts

AROUND = 32
"""Characters of the text before and after, for a reader who looks for the words in another copy."""


def pins(connection: Connection, document_id: str) -> Iterator[Pin]:
    """The pins of one document: parts of statements, and roles, with the words that stood there when it was read."""
    query = select(documents.c.digest, texts.c.text).join(texts).where(documents.c.id == document_id)
    digest, text = connection.execute(query).one()
    for row in _places(connection, document_id):
        span = Span(row.start, row.stop)
        before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
        yield Pin(document_id, digest, span, row.words, before, after)


def _places(connection: Connection, document_id: str) -> list[Row[Any]]:
    spans = select(statement_spans.c.start, statement_spans.c.stop, statement_spans.c.words)
    titles = select(roles.c.start, roles.c.stop, roles.c.text)
    both = union_all(
        spans.where(statement_spans.c.document_id == document_id), titles.where(roles.c.document_id == document_id)
    )
    return list(connection.execute(both.order_by("start", "stop")).all())
