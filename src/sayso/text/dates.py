"""Publication dates as files state them, in ISO 8601: as exact as they were given, and never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
EXTENDED = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?")
WRITTEN = (
    re.compile(rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:[snrt][tdh])?,?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:[snrt][tdh]|\.)?\s+(?:of\s+)?{MONTH},?\s+(?P<year>\d{{4}})\b", re.I),
    re.compile(r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b"),
)


def iso_date(words: str | None) -> str | None:
    """An ISO 8601 date or time for a date as stated, or None where the words settle no one day.

    What is ISO already stays as written; a time zone is kept, never converted.

    >>> iso_date("March 14, 2031")
    '2031-03-14'
    >>> iso_date("Fri, 14 Mar 2031 10:30:00 +0100")
    '2031-03-14T10:30:00+01:00'
    >>> iso_date("03/04/2031") is None  # April or March?
    True
    """
    if words is None:
        return None
    words = words.strip()
    return _from_iso(words) or _from_mail(words) or _from_words(words)


def _from_iso(words: str) -> str | None:
    candidate = re.sub(r"^(\d{4}-\d\d-\d\d) (?=\d)", r"\1T", words)
    try:
        moment = datetime.fromisoformat(candidate)
    except ValueError:
        return None
    if EXTENDED.fullmatch(candidate):
        return candidate
    has_time = "T" in candidate or ":" in candidate
    return moment.isoformat() if has_time else moment.date().isoformat()


def _from_mail(words: str) -> str | None:
    """The form of mail and HTTP headers, which always has a clock time."""
    if not re.search(r"\d:\d\d", words):
        return None
    # Imported here, as few dates are of this form.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_words(words: str) -> str | None:
    """The one day that is written out; two different days settle nothing."""
    days = {day for pattern in WRITTEN for match in pattern.finditer(words) if (day := _day(match))}
    return days.pop() if len(days) == 1 else None


def _day(match: re.Match[str]) -> str | None:
    month = match["month"]
    number = int(month) if month.isdecimal() else MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return None
