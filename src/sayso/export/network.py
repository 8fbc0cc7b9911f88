"""Contacts as nodes and edges, the same for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.export.phrases import date

if TYPE_CHECKING:
    from sayso.record import Contacts, Party


@dataclass(frozen=True, slots=True)
class Edge:
    """Two who talked: `told` are further columns in words, dates as exact as they are."""

    one: str
    other: str
    times: int
    told: dict[str, str]


def nodes(contacts: Contacts) -> dict[str, Party]:
    """Everybody in it, by a short id, those who talked most first."""
    parties = dict.fromkeys(party for contact in contacts.contacts for party in (contact.one, contact.other))
    return {f"n{number}": party for number, party in enumerate(parties)}


def edges(contacts: Contacts) -> list[Edge]:
    """All pairs; those who only meant to talk have no times."""
    ids = {party: id for id, party in nodes(contacts).items()}
    return [
        Edge(
            ids[contact.one],
            ids[contact.other],
            contact.times,
            {
                "kinds": "; ".join(f"{kind} {count}" for kind, count in contact.kinds),
                "not_counted": "; ".join(f"{status} {count}" for status, count in contact.apart),
                "first": date(contact.first.edtf) if contact.first else "",
                "first_edtf": contact.first.edtf if contact.first else "",
                "last": date(contact.last.edtf) if contact.last else "",
                "last_edtf": contact.last.edtf if contact.last else "",
                "without_date": str(contact.undated),
            },
        )
        for contact in contacts.contacts
    ]


TOLD = ("kinds", "not_counted", "first", "first_edtf", "last", "last_edtf", "without_date")
