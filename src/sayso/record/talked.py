"""Who talked to whom: pairs over all events, with words of the documents that tell of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select

from sayso.contacts import TALKS, Held, Pair, pairs
from sayso.model import CommunicationKind, Pin, Span, Status
from sayso.record import happened
from sayso.record.events import Contact, Contacts, EventQuestion, Party
from sayso.record.schema import communication_spans, documents, event_accounts, texts
from sayso.record.schema import events as table

_PINS = 5
"""Words pinned for a pair, at most."""
_COUNTED = (*TALKS, CommunicationKind.REQUEST)


def contacts(connection: Connection, question: EventQuestion) -> Contacts:
    """The pairs of the events that fit, those who talked most first."""
    fits = happened.conditions(connection, question)
    rows = connection.execute(select(table).where(table.c.kind.in_(_COUNTED), *fits).order_by(table.c.id)).all()
    parties = happened.parties_of(connection, [row.id for row in rows])
    known = {party.name: party for there in parties.values() for party in there if party.person}
    held = [
        Held(
            id=row.id,
            kind=CommunicationKind(row.kind),
            statuses=tuple(map(Status, json.loads(row.statuses))),
            parties=tuple(party.name for party in parties.get(row.id, ()) if party.person),
            days=happened.days_in(row),
        )
        for row in rows
    ]
    wanted = set(happened.wanted(connection, question))
    found = [(names, pair) for names, pair in pairs(held).items() if wanted <= {*names}]
    found.sort(key=lambda one: (-one[1].times, -sum(one[1].apart.values()), one[0]))
    stop = None if question.limit is None else question.offset + question.limit
    page = [_contact(known, names, pair) for names, pair in found[question.offset : stop]]
    return Contacts(len(found), tuple(_pinned(connection, page)))


def _contact(known: dict[str, Party], names: tuple[str, str], pair: Pair) -> Contact:
    dated = list(pair.dated)
    return Contact(
        one=known[names[0]],
        other=known[names[1]],
        times=pair.times,
        kinds=tuple(pair.kinds.most_common()),
        apart=tuple(pair.apart.most_common()),
        first=pair.first,
        last=pair.last,
        undated=pair.times - len(dated),
        events=tuple(dict.fromkeys(held.id for held in (*dated, *pair.talks, *pair.others))),
    )


def _pinned(connection: Connection, page: Sequence[Contact]) -> list[Contact]:
    shown = {id for contact in page for id in contact.events[:_PINS]}
    at, span = event_accounts.c, communication_spans.c
    words = func.substr(texts.c.text, span.start + 1, span.stop - span.start)
    query = (
        select(at.event_id, at.document_id, documents.c.digest, span.start, span.stop, words)
        .join(
            communication_spans, (span.document_id == at.document_id) & (span.communication_id == at.communication_id)
        )
        .join(documents, documents.c.id == at.document_id)
        .join(texts, texts.c.digest == documents.c.digest)
        .where(at.event_id.in_(shown))
        .order_by(documents.c.published, at.document_id, span.start)
    )
    first: dict[str, Pin] = {}
    for id, document, digest, start, stop, printed in connection.execute(query):
        first.setdefault(id, Pin(document, digest, Span(start, stop), printed))
    return [replace(contact, pins=tuple(first[id] for id in contact.events[:_PINS] if id in first)) for contact in page]
