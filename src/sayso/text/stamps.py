"""Dates printed on messages: day or month first is settled by the file's own evidence, or stays open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

DATE = r"\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}"
"""A date in figures, in any order."""
CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u00a0\u202f]?[AaPp]\.?[ \u00a0\u202f]?[Mm]\.?)?"
"""A time of day, of 12 or 24 hours."""
_ORDERS = ("dmy", "mdy")


def days_of(printed: Sequence[str]) -> list[str | None]:
    """EDTF of each date of one file, in the order of its messages; an interval where it may be one of two days.

    A figure over 12 is no month, dots stand in no date that begins with the month, and messages never go back in
    time: the order of figures that alone agrees with these is the file's.

    >>> days_of(["03/04/25", "13/04/25"]), days_of(["03/04/25"])
    (['2025-04-03', '2025-04-13'], ['2025-03-04/2025-04-03'])
    """
    orders = _orders(printed)
    return [_one_of([day for order in orders if (day := _day(words, order))]) for words in printed]


def _orders(printed: Sequence[str]) -> tuple[str, ...]:
    """The orders that every date allows; of these the ones in which no message goes back. All where none does."""
    read = {order: [_day(words, order) for words in printed] for order in _ORDERS}
    valid = {order: [day for day in days if day] for order, days in read.items() if None not in days}
    onward = [order for order, days in valid.items() if days == sorted(days)]
    return tuple(onward or valid or _ORDERS)


def _one_of(days: list[date]) -> str | None:
    if not days:
        return None
    first, last = min(days), max(days)
    return first.isoformat() if first == last else f"{first}/{last}"


def _day(printed: str, order: str) -> date | None:
    figures = re.findall(r"\d+", printed)
    if len(figures[0]) == 4:
        order = "ymd"
    elif "." in printed and order == "mdy":
        return None
    found = dict(zip(order, map(int, figures), strict=True))
    try:
        # Nobody sent messages of these forms before 2000.
        day = date(found["y"] + (2000 if found["y"] < 100 else 0), found["m"], found["d"])
        return day if day.year >= 2000 else None
    except ValueError:
        return None
