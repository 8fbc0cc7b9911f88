"""One event in full: what each document tells of it, and which others may be the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, func, or_, select, tuple_

from sayso.events import Likeness, Sameness, Telling, compare
from sayso.model import Pin, Spans
from sayso.record import asking, happened, load
from sayso.record.answers import DocumentLine, Reason
from sayso.record.events import Account, Event, EventLine, Perhaps
from sayso.record.schema import communications, documents, event_accounts, event_parties, events
from sayso.record.tellings import Told, according_to, told

_ASKED = 5
"""Others that may be the same, at most."""
_LOOKED_AT = 200


def event(connection: Connection, id: str) -> Event:
    """The event by that id (there must be one)."""
    found = _told_of(connection, [id])[id]
    at = {one.telling.document for one in found}
    about = {line.id: line for line in asking.document_lines(connection, documents.c.id.in_(at))}
    return Event(
        line=happened.by_id(connection, [id])[id],
        accounts=tuple(_account(connection, about[one.telling.document], one) for one in found),
        reasons=tuple(_why(found)),
        perhaps=tuple(_perhaps(connection, id, found)),
    )


def _told_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[Told]]:
    """The accounts of events, the first printed first."""
    at = event_accounts.c
    rows = connection.execute(
        select(at.event_id, at.document_id, at.communication_id).where(at.event_id.in_(ids))
    ).all()
    here = tuple_(communications.c.document_id, communications.c.id)
    addresses = [(row.document_id, row.communication_id) for row in rows]
    of = {address: row.event_id for address, row in zip(addresses, rows, strict=True)}
    found: dict[str, list[Told]] = {id: [] for id in ids}
    for one in sorted(told(connection, here.in_(addresses)), key=lambda one: _printed(one.telling)):
        found[of[one.telling.address]].append(one)
    return found


def _printed(telling: Telling) -> tuple[str, str, str]:
    return telling.published or "9999", telling.document, telling.communication


# One account


def _account(connection: Connection, document: DocumentLine, one: Told) -> Account:
    reading = load.judged(connection, document.id).reading
    [communication] = [made for made in reading.communications if made.id == one.telling.communication]
    text = reading.document.text
    when = communication.when
    return Account(
        document=document,
        communication=communication,
        parties=one.parties,
        pins=tuple(_pins(document, text, communication.spans)),
        object=next(_pins(document, text, (communication.object,)), None) if communication.object else None,
        dated=next(_pins(document, text, (when.words,)), None) if when else None,
        according_to=according_to(connection, one.telling.address),
        statements=tuple(asking.said_in(connection, *one.telling.address)),
    )


def _pins(document: DocumentLine, text: str, spans: Spans) -> Iterator[Pin]:
    for span in spans:
        yield Pin(document.id, document.digest, span, span.of(text))


# Others


def _why(accounts: Sequence[Told]) -> Iterator[Reason]:
    """Why each account is of the same event as one before it."""
    given: dict[str, None] = {}
    for number, one in enumerate(accounts[1:], 1):
        likenesses = (compare(one.telling, other.telling) for other in accounts[:number])
        best = max(likenesses, key=lambda likeness: (likeness.sameness is Sameness.SAME, likeness.weight))
        given |= dict.fromkeys(reason.text for reason in best.reasons if not reason.against)
    return (Reason(text, against=False) for text in given)


def _perhaps(connection: Connection, id: str, accounts: Sequence[Told]) -> Iterator[Perhaps]:
    """Those that no date and nobody who took part rules out, the likeliest first."""
    people = {party.person for one in accounts for party in one.parties if party.person}
    own = happened.by_id(connection, [id])[id]
    others = _told_of(connection, _like(connection, own, people))
    mine = [one.telling for one in accounts]
    likely = {other: _likeness(mine, [one.telling for one in told]) for other, told in others.items()}
    best = sorted(((found, other) for other, found in likely.items() if found), key=lambda one: -one[0].weight)
    shown = happened.by_id(connection, [other for _, other in best[:_ASKED]])
    for found, other in best[:_ASKED]:
        reasons = tuple(Reason(reason.text, reason.against) for reason in found.reasons)
        yield Perhaps(shown[other], reasons)


def _like(connection: Connection, own: EventLine, people: Collection[str]) -> Sequence[str]:
    """Those in which most of the same people took part, and that may have been at the same time."""
    of = event_parties.c
    query = select(of.event_id).join(events, events.c.id == of.event_id)
    query = query.where(of.person.in_(people), of.event_id != own.id)
    if own.days and own.days.latest:
        query = query.where(or_(events.c.earliest.is_(None), events.c.earliest <= own.days.latest))
    if own.days and own.days.earliest:
        query = query.where(or_(events.c.latest.is_(None), events.c.latest >= own.days.earliest))
    most = query.group_by(of.event_id).order_by(func.count().desc(), of.event_id).limit(_LOOKED_AT)
    return connection.scalars(most).all()


def _likeness(mine: Sequence[Telling], theirs: Sequence[Telling]) -> Likeness | None:
    """The strongest of all pairs; None where one pair rules it out, or nothing speaks for it."""
    found = [compare(one, other) for one in mine for other in theirs]
    if any(one.sameness is Sameness.DIFFERENT for one in found):
        return None
    best = max(found, key=lambda one: one.weight)
    return best if best.weight else None
