"""Dates drawn in a terminal: a point is one day, a bar all days that the words allow, dots where nothing limits it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sayso.export.extent import Extent, extent, whole

if TYPE_CHECKING:
    from sayso.record import EventLine

WIDTH = 32
POINT, BAR, OPEN = "●", "━", "┄"


def bars(lines: Sequence[EventLine]) -> list[str]:
    """One for each, all to one scale; nothing for one without a date."""
    places = [extent(line) for line in lines]
    span = whole(place for place in places if place)
    return [_bar(place, span) if place else "" for place in places]


def _bar(place: Extent, span: tuple[date, date]) -> str:
    first, last = _column(place.first or span[0], span), _column(place.last or span[1], span)
    if place.exact:
        return " " * first + POINT
    # A bar is at least two wide: it must not be taken for a point.
    last = max(last, first + 1)
    if place.first is None:
        return OPEN * last + BAR
    if place.last is None:
        return " " * first + BAR + OPEN * (WIDTH - first)
    return " " * first + BAR * (last - first + 1)


def _column(day: date, span: tuple[date, date]) -> int:
    days = max((span[1] - span[0]).days, 1)
    return round((WIDTH - 1) * (day - span[0]).days / days)
