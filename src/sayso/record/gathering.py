"""The tables of events, made from all communications when they are asked for and something has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select

from sayso.events import grouped, narrowed
from sayso.model import Status, digest_of
from sayso.record.events import Party
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
    for group in grouped([one.telling for one in accounts.values()]):
        _keep(rows := _Rows(), [accounts[telling.address] for telling in group])
        rows.save(connection)
    connection.execute(insert(made).values(what=_EVENTS))
