"""Contacts as a table: one row a pair."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from sayso.export.network import TOLD, edges, nodes

if TYPE_CHECKING:
    from sayso.record import Contacts


def contacts_csv(contacts: Contacts) -> str:
    """Those who talked most first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["one", "other", "times", *TOLD])
    names = {id: party.name for id, party in nodes(contacts).items()}
    for edge in edges(contacts):
        writer.writerow([names[edge.one], names[edge.other], edge.times, *(edge.told[column] for column in TOLD)])
    return out.getvalue()
