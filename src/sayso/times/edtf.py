"""EDTF → the days that it allows, and the spans of days written as EDTF."""

from __future__ import annotations

import calendar
import re
from datetime import date

# Northern seasons, as wide as people mean them; a winter may be either end of its year.
_SEASONS = {21: (0, 3, 0, 6), 22: (0, 6, 0, 9), 23: (0, 9, 0, 12), 24: (-1, 12, 1, 3)}


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last day that the value allows; None where it sets no bound.

    >>> bounds("2026-02")
    ('2026-02-01', '2026-02-28')
    >>> bounds("2026-02-03/.."), bounds("198X")
    (('2026-02-03', None), ('1980-01-01', '1989-12-31'))
    >>> bounds("2015-23")
    ('2015-09-01', '2015-12-31')
    """
    first, _, last = edtf.partition("/")
    return _edge(first, first_day=True), _edge(last or first, first_day=False)


def exact(edtf: str | None) -> date | None:
    """The day, where the value is one."""
    try:
        return date.fromisoformat(edtf or "")
    except ValueError:
        return None


def published_day(published: str | None) -> date | None:
    """The day of an ISO date or time; None where only a year or month is known."""
    day = exact((published or "")[:10])
    # Nothing was printed outside these years, and date arithmetic must not run over its ends.
    return day if day is not None and 1000 <= day.year <= 9000 else None


def between(first: date, last: date) -> str:
    """The interval of days."""
    return f"{first.isoformat()}/{last.isoformat()}"


def _edge(value: str, *, first_day: bool) -> str | None:
    if re.fullmatch(r"\d{1,3}X{1,3}", value):
        value = value.replace("X", "0" if first_day else "9")
    if value == ".." or "X" in value:
        return None
    parts = [int(part) for part in value[:10].split("-")]
    if len(parts) == 2 and parts[1] in _SEASONS:
        return _season_edge(*parts, first_day=first_day)
    if len(parts) == 1:
        parts.append(1 if first_day else 12)
    if len(parts) == 2:
        parts.append(1 if first_day else calendar.monthrange(parts[0], parts[1])[1])
    return "{:04}-{:02}-{:02}".format(*parts)


def _season_edge(year: int, season: int, *, first_day: bool) -> str:
    opens, first, closes, last = _SEASONS[season]
    if first_day:
        return f"{year + opens:04}-{first:02}-01"
    return f"{year + closes:04}-{last:02}-{calendar.monthrange(year + closes, last)[1]}"
