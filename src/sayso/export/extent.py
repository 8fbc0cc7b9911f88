"""How far an uncertain date is drawn: one day as a point, all else as a bar that fades where nothing limits it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.events.days import reach
from sayso.export.phrases import date as in_words
from sayso.export.phrases import joined
from sayso.model import Status
from sayso.text.names import tame

if TYPE_CHECKING:
    from sayso.record import EventLine


@dataclass(frozen=True, slots=True)
class Extent:
    """Days from and to; None where no words set that limit. Only what is `exact` may be drawn as a point."""

    first: date | None
    last: date | None
    exact: bool


def extent(line: EventLine) -> Extent | None:
    """Where to draw an event; None for one without a date."""
    if line.days is None or not line.days.bounded:
        return None
    first, last = (day and date.fromisoformat(day) for day in reach(line.days))
    return Extent(first or None, last or None, line.days.exact)


def whole(extents: Iterable[Extent]) -> tuple[date, date]:
    """From the first day of all to the last; the day itself where there is but one."""
    known = [day for one in extents for day in (one.first, one.last) if day is not None]
    return min(known, default=date.min), max(known, default=date.min)


def headline(line: EventLine) -> str:
    """What it was and who took part; what is not told as having happened says so first."""
    status = "disputed " if line.disputed else "" if line.status is Status.HAPPENED else f"{line.status} "
    who = joined([tame(party.name) for party in line.parties])
    return f"{status}{line.kind}{f': {who}' if who else ''}"


def dated(line: EventLine) -> str:
    """The date in words: never more exact than it is."""
    return "no date" if line.days is None else in_words(line.days.edtf)
