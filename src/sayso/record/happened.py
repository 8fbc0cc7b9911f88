"""Questions about events: which there were, one with all accounts of it, in the order of time, and who talked."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from sayso import timeline as time
from sayso.errors import NotInRecord, RecordError, named
from sayso.events import Days
from sayso.model import ActorKind, CommunicationKind, Reply, Status
from sayso.record import everybody
from sayso.record.events import EventAnswer, EventLine, EventQuestion, Party, Timeline, TimelineEntry
from sayso.record.finding import document_id
from sayso.record.names import storable
from sayso.record.schema import event_accounts, event_parties
from sayso.record.schema import events as table
from sayso.record.when import is_iso_prefix

_PLACED = or_(table.c.earliest.is_not(None), table.c.latest.is_not(None))
_IN_ORDER = (func.coalesce(table.c.earliest, table.c.latest), func.coalesce(table.c.latest, "9999-99-99"), table.c.id)


def events(connection: Connection, question: EventQuestion) -> EventAnswer:
    """Those that fit: in the order of time, those without a date last, by the day on which they were printed."""
    fits = list(conditions(connection, question))
    order = (~_PLACED, *_IN_ORDER[:2], table.c.printed, table.c.id)
    rows = select(table).where(*fits).order_by(*order).limit(question.limit).offset(question.offset)
    return EventAnswer(_count(connection, fits), tuple(lines(connection, rows)))


def timeline(connection: Connection, question: EventQuestion) -> Timeline:
    """Those that fit; those without a date apart, unless a time is asked for."""
    fits = list(conditions(connection, question))
    page = select(table).limit(question.limit).offset(question.offset)
    placed = lines(connection, page.where(_PLACED, *fits).order_by(*_IN_ORDER))
    undated = lines(connection, page.where(~_PLACED, *fits).order_by(table.c.printed.nulls_last(), table.c.id))
    after = time.follows(placed, lambda line: line.days)
    return Timeline(
        entries=tuple(TimelineEntry(line, follows) for line, follows in zip(placed, after, strict=True)),
        undated=tuple(undated),
        total=_count(connection, [_PLACED, *fits]),
        undated_total=_count(connection, [~_PLACED, *fits]),
    )


def event_id(connection: Connection, typed: str) -> str:
    """The event by that id, unique beginning of it, or address of an account; raises NotInRecord."""
    document, slash, communication = storable(typed).rpartition("/")
    if slash:
        at = event_accounts.c
        here = at.document_id == document_id(connection, document), at.communication_id == communication
        found = connection.scalars(select(at.event_id).where(*here)).all()
    else:
        begins = table.c.id.startswith(storable(typed), autoescape=True)
        found = connection.scalars(select(table.c.id).where(begins).order_by(table.c.id).limit(2)).all()
    if not found or not typed:
        raise NotInRecord(f"The record holds no event {named(typed)}.")
    if len(found) > 1 and found[0] != typed:
        raise NotInRecord(f"Several events begin with {named(typed)}. Give more of the id.")
    return str(found[0])


def by_id(connection: Connection, ids: Collection[str]) -> dict[str, EventLine]:
    """The lines by these ids."""
    return {line.id: line for line in lines(connection, select(table).where(table.c.id.in_(ids)))}


# Conditions


def conditions(connection: Connection, question: EventQuestion) -> Iterator[ColumnElement[bool]]:
    """All that must hold of an event."""
    for name in wanted(connection, question):
        yield table.c.id.in_(select(event_parties.c.event_id).where(event_parties.c.person == name))
    if question.kind is not None:
        yield table.c.kind == question.kind
    if question.status is not None:
        yield table.c.statuses.contains(json.dumps(question.status))
    if question.document is not None:
        here = event_accounts.c.document_id == document_id(connection, question.document)
        yield table.c.id.in_(select(event_accounts.c.event_id).where(here))
    yield from _within(question)


def wanted(connection: Connection, question: EventQuestion) -> list[str]:
    """Those who must have taken part, by their names among all people; raises NotInRecord or AmbiguousName."""
    return [everybody.meant(connection, who) for who in (question.who, question.also) if who is not None]


def _within(question: EventQuestion) -> Iterator[ColumnElement[bool]]:
    """It may have been in that time."""
    if since := _date(question.since):
        yield and_(_PLACED, or_(table.c.latest.is_(None), table.c.latest >= since))
    if until := _date(question.until):
        # "~" comes after every digit: a whole month or year is meant.
        yield and_(_PLACED, or_(table.c.earliest.is_(None), table.c.earliest <= until + "~"))


def _date(typed: str | None) -> str | None:
    if typed and not is_iso_prefix(typed):
        raise RecordError(f"“{named(typed)}” is no date; write it as 2025-10-14, 2025-10 or 2025.")
    return typed or None


def _count(connection: Connection, fits: Sequence[ColumnElement[bool]]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*fits)) or 0


# Lines


def lines(connection: Connection, query: Select[Any]) -> list[EventLine]:
    """The events of a query on their table, as lines, in its order."""
    rows = connection.execute(query).all()
    parties = parties_of(connection, [row.id for row in rows])
    return [_line(row, tuple(parties.get(row.id, ()))) for row in rows]


_AT_ONCE = 500


def parties_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[Party]]:
    """Who took part in each."""
    of = event_parties.c
    query = select(of.event_id, of.name, of.kind, of.person).order_by(of.event_id, of.position)
    # For very many it is quicker to read all than to name each.
    among = query if len(ids) > _AT_ONCE else query.where(of.event_id.in_(ids))
    found: dict[str, list[Party]] = defaultdict(list)
    for id, name, kind, person in connection.execute(among):
        found[id].append(Party(name, ActorKind(kind), person))
    return found


def days_in(row: Row[Any]) -> Days | None:
    """The days of a row of the table."""
    return None if row.edtf is None else Days(row.edtf, row.earliest, row.latest, row.about)


def _line(row: Row[Any], parties: tuple[Party, ...]) -> EventLine:
    return EventLine(
        id=row.id,
        kind=CommunicationKind(row.kind),
        status=Status(row.status),
        statuses=tuple(map(Status, json.loads(row.statuses))),
        parties=parties,
        days=days_in(row),
        dates=tuple(json.loads(row.dates)),
        place=row.place,
        medium=row.medium,
        duration=row.duration,
        reply=None if row.reply is None else Reply(row.reply),
        printed=row.printed,
        documents=row.accounts,
        statements=row.statements,
    )
