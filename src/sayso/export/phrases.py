"""The words in which pages speak of numbers, dates and certainty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import UNSURE_BELOW

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_LARGER = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
_MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
_MONTHS += ["August", "September", "October", "November", "December"]
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DAY = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?(?:T(?P<time>\d\d:\d\d)[^/]*)?")


def number(count: int) -> str:
    """A count as it is written amid a sentence: "nine", "35"."""
    words = _NUMBERS + _LARGER
    return words[count] if count < len(words) else f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """The count with its noun, in figures.

    >>> counted(1, "statement"), counted(1200, "reply", "replies")
    ('1 statement', '1,200 replies')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def counted_in_words(count: int, one: str, many: str | None = None) -> str:
    """The count with its noun, small counts in words: "nine statements"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def joined(parts: Sequence[str], word: str = "and") -> str:
    """A list as a sentence has it: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def capital(sentence: str) -> str:
    """With its first letter large and all others as they are."""
    return sentence[:1].upper() + sentence[1:]


def certainty(confidence: float) -> str:
    """Two digits: ".93"; certainty itself is "1.0"."""
    hundredths = min(round(confidence * 100), 100)
    return "1.0" if hundredths == 100 else f".{hundredths:02d}"


def unread(read_by: str) -> str:
    """What was not read of a document, by what read it; "" where everything was.

    >>> unread("reader 1: quotation marks")
    'This text does not look like English: only its quotation marks were read, and not who says what.'
    >>> unread("reader 1: turns")
    ''
    """
    if not only_marks(read_by):
        return ""
    return "This text does not look like English: only its quotation marks were read, and not who says what."


def only_marks(read_by: str) -> bool:
    """Was nothing but the quotation marks read?"""
    # Its name, not the reader's own word for it: who only asks need not import what reads.
    return read_by.endswith(": quotation marks")


def is_unsure(confidence: float) -> bool:
    """Is it drawn dashed?"""
    return confidence < UNSURE_BELOW


def date(edtf: str | None, *, long: bool = False) -> str:
    """An EDTF value in words; what cannot be said in words is given as it stands.

    >>> [date(d) for d in ("2025-10-14", "2025-10-14/..", "2025-10-13/2025-10-19", "XXXX-10-14", None)]
    ['14 Oct 2025', 'after 14 Oct 2025', '13–19 Oct 2025', '14 Oct, year unknown', 'no date']
    """
    if not edtf:
        return "no date"
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf, long)
    if end in ("..", ""):
        return f"after {_one(start, long)}"
    if start in ("..", ""):
        return f"before {_one(end, long)}"
    return _interval(_one(start, long), _one(end, long))


def day(iso: str | None, *, long: bool = False) -> str:
    """The day of an ISO date or time.

    >>> day("2025-10-14T06:00:00+02:00", long=True)
    '14 October 2025'
    """
    return date((iso or "").partition("T")[0], long=long)


def duration(value: str) -> str:
    """A length of time in words; one that is no ISO 8601 duration is given as it stands.

    >>> duration("PT5M"), duration("P1DT12H"), duration("P10Y"), duration("nine minutes")
    ('5 minutes', '1 day, 12 hours', '10 years', 'nine minutes')
    """
    found = re.fullmatch(r"P((?:\d+[YMWD])*)(?:T((?:\d+[HMS])+))?", value)
    if not found or value == "P":
        return value
    parts = [(count, _DATE_UNITS[unit]) for count, unit in re.findall(r"(\d+)(\D)", found[1])]
    parts += [(count, _TIME_UNITS[unit]) for count, unit in re.findall(r"(\d+)(\D)", found[2] or "")]
    return ", ".join(counted(int(count), unit) for count, unit in parts)


_DATE_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}


def clock(seconds: float) -> str:
    """Minutes and seconds, and hours where there are any.

    >>> clock(42.7), clock(3725)
    ('0:42', '1:02:05')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def at_time(seconds: float | None) -> str:
    """What stands behind a place in a recording; nothing behind any other.

    >>> at_time(42.7), at_time(None)
    (', at 0:42', '')
    """
    return "" if seconds is None else f", at {clock(seconds)}"


def _interval(start: str, end: str) -> str:
    """Two days of one month share its name: "13–19 Oct 2025"."""
    day, _, month = start.partition(" ")
    other_day, _, other_month = end.partition(" ")
    if month and month == other_month and day.isdigit():
        return f"{day}–{other_day} {month}"
    return f"{start} to {end}"


def _one(value: str, long: bool) -> str:
    about = "about " if value[-1:] in "~%?" else ""
    found = _DAY.fullmatch(value.rstrip("~%?"))
    if not found:
        return value
    year, month, day, time = found.group("year", "month", "day", "time")
    parts = [_day(day), _month(month, long), "" if year == "XXXX" else year.replace("X", "?")]
    words = about + " ".join(part for part in parts if part)
    words += ", year unknown" if year == "XXXX" else ""
    return f"{words}, {time}" if time and time != "00:00" else words


def _day(day: str | None) -> str:
    return str(int(day)) if day and day.isdigit() else ""


def _month(month: str | None, long: bool) -> str:
    if not month or not month.isdigit():
        return ""
    if month in _SEASONS:
        return _SEASONS[month]
    if not 1 <= int(month) <= 12:
        return ""
    name = _MONTHS[int(month) - 1]
    return name if long else name[:3]
