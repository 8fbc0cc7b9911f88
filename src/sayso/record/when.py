"""Dates as people type them: the days between which an EDTF date lies."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.Z+-]+)?)?)?[?~%]?")
_EDTF = re.compile(r"(?=.*[\dX])[\dXYETSZ:.,?~%/{}\[\]+-]{4,}")

# ISO 8601-2: spring 21 to winter 24, whose first and last days differ from country to country.
_SEASONS = frozenset({"21", "22", "23", "24"})


def is_edtf(value: str) -> bool:
    """Does it look like an EDTF date? A plain date must also exist in the calendar."""
    try:
        bounds(value)
    except ValueError:
        return False
    return _EDTF.fullmatch(value) is not None


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and last day it allows, None where it sets no limit.

    >>> bounds("2024-02"), bounds("2025-10-14~/.."), bounds("XXXX-10-14")
    (('2024-02-01', '2024-02-29'), ('2025-10-14', None), (None, None))
    >>> is_edtf("2025-23"), is_edtf("2025-13"), is_edtf("199X")
    (True, False, True)
    """
    first, slash, last = edtf.partition("/")
    return _days(first)[0], _days(last if slash else first)[1]


def _days(edtf: str) -> tuple[str | None, str | None]:
    found = _DATE.fullmatch(edtf)
    if not found:
        return None, None
    year, month, day = found.groups()
    if month in _SEASONS:
        return None, None
    first = date(int(year), int(month or 1), int(day or 1))
    last_month = int(month or 12)
    last = date(int(year), last_month, int(day) if day else monthrange(int(year), last_month)[1])
    return first.isoformat(), last.isoformat()


def is_iso_prefix(value: str) -> bool:
    """A year, a month or a day of the calendar: 2025, 2025-10, 2025-10-14."""
    return re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) is not None and is_edtf(value)
