"""The tables of events, made from all communications when they are asked for and something has changed since."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from sayso.events import grouped, narrowed
from sayso.model import Status, digest_of
from sayso.record.schema import event_accounts, event_parties, events, made
from sayso.record.tellings import Told, told

Values = dict[str, Any]
T = TypeVar("T")

_EVENTS = "events"
# Where documents differ, an event is what comes first.
_STATUSES = (Status.HAPPENED, Status.DENIED, Status.PLANNED, Status.PROPOSED)


def are_made(connection: Connection) -> bool:
    """Are the tables up to date?"""
    return connection.scalar(select(made.c.what).where(made.c.what == _EVENTS)) is not None


def outdate(connection: Connection) -> None:
    """Something has changed that they are made from."""
    connection.execute(delete(made).where(made.c.what == _EVENTS))


def make(connection: Connection) -> None:
    """Make them anew, if that is needed."""
    if are_made(connection):
        return
    for table in (event_accounts, event_parties, events):
        connection.execute(delete(table))
    accounts = {one.telling.address: one for one in told(connection)}
    rows: dict[Table, list[Values]] = defaultdict(list)
    for group in grouped([one.telling for one in accounts.values()]):
        for table, values in _entries([accounts[telling.address] for telling in group]):
            rows[table].append(values)
    for table in (events, event_accounts, event_parties):
        if rows[table]:
            connection.execute(insert(table), rows[table])
    connection.execute(insert(made).values(what=_EVENTS))


def _entries(accounts: Sequence[Told]) -> list[tuple[Table, Values]]:
    tellings = [one.telling for one in accounts]
    id = "e" + digest_of(*tellings[0].address)[:16]
    parties = _each([party for one in accounts for party in one.parties])
    return [
        (events, {"id": id, **_event(accounts)}),
        *(
            (event_accounts, {"document_id": one.document, "communication_id": one.communication, "event_id": id})
            for one in tellings
        ),
        *(
            (event_parties, {"event_id": id, "position": position, **asdict(party)})
            for position, party in enumerate(parties)
        ),
    ]


def _event(accounts: Sequence[Told]) -> Values:
    statuses = [status for status in _STATUSES if any(one.telling.status is status for one in accounts)]
    # What was planned for one day says nothing of the day on which it was.
    telling = [one for one in accounts if one.telling.status is statuses[0]]
    dated = [one for one in telling if one.telling.days] or [one for one in accounts if one.telling.days]
    days = narrowed([one.telling.days for one in dated if one.telling.days])
    return {
        "kind": accounts[0].telling.kind,
        "status": statuses[0],
        "statuses": json.dumps(statuses),
        "edtf": days and days.edtf,
        "earliest": days and days.earliest,
        "latest": days and days.latest,
        "about": days is not None and days.about,
        "dates": json.dumps(_each([one.date for one in accounts if one.date]), ensure_ascii=False),
        "place": _first([one.telling.place for one in telling]),
        "medium": _first([one.telling.medium for one in telling]),
        "duration": _first([one.telling.duration for one in telling]),
        "reply": _first([one.reply for one in accounts]),
        "printed": min((one.telling.published for one in accounts if one.telling.published), default=None),
        "accounts": len(accounts),
        "statements": sum(one.statements for one in accounts),
    }


def _each(given: Sequence[T]) -> list[T]:
    return list(dict.fromkeys(given))


def _first(given: Sequence[T | None]) -> T | None:
    return next((one for one in given if one is not None), None)
