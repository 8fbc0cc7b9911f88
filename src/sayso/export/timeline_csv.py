"""A timeline as a table: one row an event, each date with its bounds and the words as printed."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.record import EventLine, Timeline

COLUMNS = [
    "id",
    "kind",
    "status",
    "said_to_be",
    "participants",
    "edtf",
    "earliest",
    "latest",
    "exact",
    "as_printed",
    "place",
    "medium",
    "duration",
    "printed",
    "documents",
    "statements",
]


def timeline_csv(timeline: Timeline) -> str:
    """Those with a date in order, then those without."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, (*(entry.line for entry in timeline.entries), *timeline.undated)))
    return out.getvalue()


def _row(line: EventLine) -> list[object]:
    days = line.days
    return [
        line.id,
        line.kind,
        line.status,
        "; ".join(line.statuses),
        "; ".join(party.name for party in line.parties),
        days.edtf if days else "",
        days.earliest if days else "",
        days.latest if days else "",
        "yes" if days and days.exact else "no",
        "; ".join(line.dates),
        line.place,
        line.medium,
        line.duration,
        line.printed,
        line.documents,
        line.statements,
    ]
