"""From what a person types to the one entry that is meant."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, ColumnElement, Connection, select

from sayso.errors import NotInRecord, named
from sayso.record.names import storable
from sayso.record.schema import documents, lines

_SHOWN = 3


def document_id(connection: Connection, typed: str) -> str:
    """The id of the document by that id, or the only one that begins so."""
    typed = storable(typed)
    query = select(documents.c.id).where(_begins(documents.c.id, typed))
    found: Sequence[str] = connection.scalars(query.order_by(documents.c.id).limit(_SHOWN + 1)).all()
    if not found:
        raise NotInRecord(f"The record holds no document {named(typed)}.")
    if len(found) > 1 and typed not in found:
        raise NotInRecord(f"Several documents begin with {named(typed)}: {_listed(found)}. Give more of the id.")
    # The id itself comes before all that it begins.
    return found[0]


def statement_at(connection: Connection, typed: str) -> tuple[str, str]:
    """Document id and statement id of the statement by that id, beginning of it, or address."""
    document, slash, id = storable(typed).rpartition("/")
    condition = lines.c.document_id == document_id(connection, document) if slash else lines.c.number > 0
    exact = _places(connection, condition, lines.c.statement_id == id)
    found = exact or _places(connection, condition, _begins(lines.c.statement_id, id))
    if not found:
        raise NotInRecord(f"The record holds no statement {named(typed)}.")
    if len(found) > 1:
        addresses = _listed([f"{document}/{statement}" for document, statement in found])
        raise NotInRecord(f"{named(typed)} may be one of several statements: {addresses}. Give more of the id.")
    return found[0]


def _places(connection: Connection, *conditions: ColumnElement[bool]) -> list[tuple[str, str]]:
    query = select(lines.c.document_id, lines.c.statement_id).where(*conditions).limit(_SHOWN + 1)
    return [(document, statement) for document, statement in connection.execute(query)]


def _begins(column: Column[str], typed: str) -> ColumnElement[bool]:
    # A range, not LIKE: it can use the index.
    return (column >= typed) & (column < typed + "\U0010ffff") if typed else column.is_(None)


def _listed(found: Sequence[str]) -> str:
    return ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
