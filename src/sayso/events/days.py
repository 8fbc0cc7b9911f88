"""The days on which something may have been: never fewer than the words allow."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import When

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_OPEN_YEAR = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_MASKED = re.compile(r"(\d{4})-(\d\d|XX)(?:-XX)?")
_ABOUT = frozenset("~?%")
_FIRST, _LAST = date(1, 1, 1).isoformat(), date(9999, 12, 31).isoformat()

# "About 14 October" may be some days off, "about October" a month, "about 1990" a year.
_SLACK = {10: 3, 7: 31, 4: 366}


@dataclass(frozen=True, slots=True)
class Days:
    """An EDTF date with the first and last day it allows; None where it sets no limit.

    `about`: the words say that the date is not certain ("about", "perhaps").
    """

    edtf: str
    earliest: str | None = None
    latest: str | None = None
    about: bool = False

    @property
    def exact(self) -> bool:
        """Is it one day, and said to be?"""
        return not self.about and self.earliest == self.latest and _DAY.fullmatch(self.edtf) is not None

    @property
    def bounded(self) -> bool:
        """Is there a limit on either side?"""
        return self.earliest is not None or self.latest is not None

    @property
    def width(self) -> int | None:
        """How many days it allows; None where they cannot be counted."""
        if self.earliest is None or self.latest is None:
            return None
        return (date.fromisoformat(self.latest) - date.fromisoformat(self.earliest)).days + 1


def days_of(when: When | None) -> Days | None:
    """The days of a printed date; None where none is printed."""
    return None if when is None else days(when.edtf, when.earliest, when.latest)


def days(edtf: str, earliest: str | None = None, latest: str | None = None) -> Days:
    """An EDTF value with the bounds that are known of it.

    >>> days("2025-10-XX")
    Days(edtf='2025-10-XX', earliest='2025-10-01', latest='2025-10-31', about=False)
    >>> days("2025-10-14~", "2025-10-14", "2025-10-14").exact
    False
    """
    masked = _MASKED.fullmatch(edtf) if "X" in edtf else None
    if masked and earliest is None and latest is None:
        year, month = masked.groups()
        first, last = ("01", "12") if month == "XX" else (month, month)
        earliest, latest = f"{year}-{first}-01", f"{year}-{last}-{monthrange(int(year), int(last))[1]}"
    return Days(edtf, earliest, latest, about=bool(_ABOUT & set(edtf)))


def may_share_a_day(one: Days, other: Days) -> bool:
    """Is there a day that both allow?

    >>> may_share_a_day(days("XXXX-10-14"), days("2025-10", "2025-10-01", "2025-10-31"))
    True
    >>> may_share_a_day(days("XXXX-10-14"), days("2025-11", "2025-11-01", "2025-11-30"))
    False
    """
    first = max(day or _FIRST for day in (reach(one)[0], reach(other)[0]))
    last = min(day or _LAST for day in (reach(one)[1], reach(other)[1]))
    if first > last:
        return False
    patterns = [pattern for pattern in (_open_year(one), _open_year(other)) if pattern]
    if len(patterns) == 2:
        return _agree(*patterns)
    return all(next(_fitting(pattern, first, last), None) for pattern in patterns)


def reach(one: Days) -> tuple[str | None, str | None]:
    """The first and last day that are meant: some more than the bounds, where the date is about right.

    >>> reach(days("2025-10-14~", "2025-10-14", "2025-10-14"))
    ('2025-10-11', '2025-10-17')
    """
    if not one.about:
        return one.earliest, one.latest
    slack = _SLACK.get(len(one.edtf.strip("~?%")), 31)
    return _moved(one.earliest, -slack), _moved(one.latest, slack)


def _moved(day: str | None, by: int) -> str | None:
    try:
        return day and (date.fromisoformat(day) + timedelta(by)).isoformat()
    except OverflowError:
        return day


def gap(one: Days, other: Days) -> int:
    """Days between the two; 0 where they may share one, or where that cannot be told."""
    first, second = sorted((one, other), key=lambda days: days.latest or _LAST)
    if first.latest is None or second.earliest is None:
        return 0
    return max(0, (date.fromisoformat(second.earliest) - date.fromisoformat(first.latest)).days)


def narrowed(given: Sequence[Days]) -> Days | None:
    """The days that all allow; where there is none, the days that any allows. Never one day unless one says so.

    >>> week = days("2025-10-13/2025-10-19", "2025-10-13", "2025-10-19")
    >>> narrowed([week, days("2025-10", "2025-10-01", "2025-10-31")]) == week
    True
    >>> narrowed([week, days("XXXX-10-14")]).edtf
    '2025-10-14'
    >>> narrowed([days("2025-10-10/..", "2025-10-10"), days("../2025-10-10", None, "2025-10-10")]).exact
    False
    """
    firm = [one for one in given if not one.about and one.bounded] or [one for one in given if one.bounded]
    if not firm:
        return next(iter(given), None)
    earliest = max((one.earliest for one in firm if one.earliest), default=None)
    latest = min((one.latest for one in firm if one.latest), default=None)
    if earliest and latest and earliest > latest:
        return _hull(firm)
    return _of_year(given, earliest, latest) or _as_one(firm, earliest, latest)


def _as_one(firm: Sequence[Days], earliest: str | None, latest: str | None) -> Days:
    """The one that says just this, or else a new interval."""
    said = next((one for one in firm if (one.earliest, one.latest) == (earliest, latest)), None)
    if said is not None:
        return said
    if earliest == latest:
        # Two vague dates that touch on a day: nobody says that it was this day.
        return min(firm, key=lambda one: one.width or 10**7)
    return Days(f"{earliest or '..'}/{latest or '..'}", earliest, latest, about=any(one.about for one in firm))


def _hull(firm: Sequence[Days]) -> Days:
    earliest = None if any(one.earliest is None for one in firm) else min(one.earliest or "" for one in firm)
    latest = None if any(one.latest is None for one in firm) else max(one.latest or "" for one in firm)
    return Days(f"{earliest or '..'}/{latest or '..'}", earliest, latest, about=any(one.about for one in firm))


def _of_year(given: Sequence[Days], earliest: str | None, latest: str | None) -> Days | None:
    """A day without a year, where the others leave it a single year."""
    for one in given:
        pattern = _open_year(one)
        if pattern and pattern[1] and earliest and latest and not one.about:
            found = list(_fitting(pattern, earliest, latest))
            if len(found) == 1:
                return Days(found[0], found[0], found[0])
    return None


def _open_year(one: Days) -> tuple[str, str | None] | None:
    found = _OPEN_YEAR.fullmatch(one.edtf.strip("~?%"))
    return (found[1], found[2]) if found else None


def _agree(one: tuple[str, str | None], other: tuple[str, str | None]) -> bool:
    return one[0] == other[0] and (one[1] is None or other[1] is None or one[1] == other[1])


def _fitting(pattern: tuple[str, str | None], first: str, last: str) -> Iterator[str]:
    """The days of that month and day within these bounds; of a month alone its first, or the first that fits."""
    month, day = pattern
    for year in range(int(first[:4]), int(last[:4]) + 1):
        if day is None:
            if first[:7] <= f"{year:04}-{month}" <= last[:7]:
                yield f"{year:04}-{month}"
        elif first <= (found := f"{year:04}-{month}-{day}") <= last and _is_day(found):
            yield found


def _is_day(typed: str) -> bool:
    try:
        return bool(date.fromisoformat(typed))
    except ValueError:
        return False
