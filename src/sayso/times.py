"""Words → When: time expressions found, and made as exact as the words are, never more."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import Document, Span, TimeExpression, TimeType, When

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_ABBREVIATED = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10}
_ABBREVIATED |= {"nov": 11, "dec": 12}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_NUMBERS |= {"ten": 10, "eleven": 11, "twelve": 12}
_NUMBERS |= {"a": 1, "an": 1}
_UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "0Y",
}
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}

_MONTH = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_PART = r"(?:\s+(?P<part>morning|afternoon|evening|night))?"
_NUMBER = r"(?P<number>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNIT = r"(?P<unit>second|minute|hour|day|week|month|year|decade)"

# "on a Sunday" is no day in particular; "will vote on Thursday" is a day to come.
_CLAUSE = 60
# Days from printing to a day without a year that is still to come.
_AHEAD_AT_MOST = 90
_ANY_DAY = re.compile(r"\b(?:an?|any|every|each|some)\s+$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|[’']ll|won[’']t|expected|plan(?:s|ning)?|due|scheduled|set|going|slated|about) (?:\w+ )?"
    r"(?:to |be |on )?[^.,;:“”\"]*$",
    re.IGNORECASE,
)

Value = tuple[TimeType, str, str | None]


@dataclass(frozen=True, slots=True)
class _Anchors:
    """What relative words count from: the day of printing, and the last day that the text spoke of."""

    published: date | None
    spoken_of: date | None


_Resolver = Callable[[re.Match[str], _Anchors], Value]


def times_in(document: Document) -> tuple[TimeExpression, ...]:
    """Every time expression of the text, in order, none inside another."""
    published = published_day(document.published)
    spoken_of: date | None = None
    found = []
    for match, resolve in _matches(document.text):
        kind, value, edtf = resolve(match, _Anchors(published, spoken_of))
        found.append(TimeExpression(Span(match.start(), match.end()), kind, value, edtf))
        day = _exact(edtf) if kind is TimeType.DATE and edtf else None
        # "reported on Tuesday" counts from the day of printing: "later that week" still means the day told of before.
        if day is not None and "weekday" not in match.groupdict():
            spoken_of = day
    return tuple(found)


def when(time: TimeExpression) -> When | None:
    """The expression as a `When`; None for durations and for words that set no date at all."""
    if time.edtf is None:
        return None
    earliest, latest = bounds(time.edtf)
    return When(time.edtf, time.span, earliest, latest)


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last day that the value allows; None where it sets no bound.

    >>> bounds("2026-02")
    ('2026-02-01', '2026-02-28')
    >>> bounds("2026-02-03/..")
    ('2026-02-03', None)
    """
    first, _, last = edtf.partition("/")
    return _edge(first, first_day=True), _edge(last or first, first_day=False)


def _edge(value: str, *, first_day: bool) -> str | None:
    if value == ".." or "X" in value:
        return None
    parts = [int(p) for p in value[:10].split("-")]
    if len(parts) == 1:
        parts.append(1 if first_day else 12)
    if len(parts) == 2:
        parts.append(1 if first_day else calendar.monthrange(parts[0], parts[1])[1])
    return "{:04}-{:02}-{:02}".format(*parts)


def published_day(published: str | None) -> date | None:
    """The day of an ISO date or time; None where only a year or month is known."""
    day = _exact((published or "")[:10])
    # Nothing was printed outside these years, and date arithmetic must not run over its ends.
    return day if day is not None and 1000 <= day.year <= 9000 else None


def _exact(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def _matches(text: str) -> Iterator[tuple[re.Match[str], _Resolver]]:
    """The longest match at each place, left to right."""
    found = [(m, resolve) for pattern, resolve in _PATTERNS for m in pattern.finditer(text)]
    end = -1
    for match, resolve in sorted(found, key=lambda f: (f[0].start(), -f[0].end())):
        if match.start() >= end:
            yield match, resolve
            end = match.end()


def _day(day: date, part: str | None = None) -> Value:
    value = day.isoformat()
    return (TimeType.TIME, f"{value}T{_PARTS[part.lower()]}", value) if part else (TimeType.DATE, value, value)


def _month_number(printed: str) -> int:
    name = printed.lower().rstrip(".")
    return MONTHS.get(name) or _ABBREVIATED[name]


def _calendar_day(match: re.Match[str], anchors: _Anchors) -> Value:
    month, day = _month_number(match["month"]), int(match["day"])
    if match["year"]:
        value = f"{int(match['year']):04}-{month:02}-{day:02}"
        return TimeType.DATE, value, value if _exact(value) else None
    year = _nearest_year(month, day, anchors.published)
    value = f"{year}-{month:02}-{day:02}"
    return TimeType.DATE, value, value if _exact(f"2000-{month:02}-{day:02}") else None


def _nearest_year(month: int, day: int, published: date | None) -> str:
    """The year that brings the day nearest to the day of printing, but not far ahead; XXXX where that is unknown.

    News tells mostly of what has been: "said on 3 March", printed in November, was last spring.
    """
    if published is None:
        return "XXXX"
    years = [y for y in (published.year, published.year - 1, published.year + 1) if _exact(f"{y}-{month:02}-{day:02}")]
    days = {y: (date(y, month, day) - published).days for y in years}
    near = {y: abs(gap) for y, gap in days.items() if gap <= _AHEAD_AT_MOST}
    return str(min(near, key=lambda y: near[y])) if near else "XXXX"


def _month_of_year(match: re.Match[str], anchors: _Anchors) -> Value:
    value = f"{match['year']}-{_month_number(match['month']):02}"
    return TimeType.DATE, value, value


def _bare_month(match: re.Match[str], anchors: _Anchors) -> Value:
    month = _month_number(match["month"])
    year = "XXXX"
    if anchors.published is not None:
        # "in May", read in March, was last May unless something ahead is spoken of; the words seldom say.
        year = str(anchors.published.year - (month > anchors.published.month))
    return TimeType.DATE, f"{year}-{month:02}", f"{year}-{month:02}"


def _iso(match: re.Match[str], anchors: _Anchors) -> Value:
    return TimeType.DATE, match[0], match[0] if _exact(match[0]) else None


def _year(match: re.Match[str], anchors: _Anchors) -> Value:
    return TimeType.DATE, match[0], match[0]


def _weekday(match: re.Match[str], anchors: _Anchors) -> Value:
    wanted = WEEKDAYS[match["weekday"].lower()]
    direction = (match["which"] or "").lower()
    if direction in ("that", "the following"):
        return _weekday_after(wanted, anchors.spoken_of, match["part"])
    before = match.string[max(0, match.start() - _CLAUSE) : match.start()]
    if anchors.published is None or _ANY_DAY.search(before):
        return TimeType.DATE, f"XXXX-WXX-{wanted + 1}", None
    if not direction and _AHEAD.search(before):
        direction = "next"
    back = (anchors.published.weekday() - wanted) % 7
    if direction == "next":
        return _day(anchors.published + timedelta(days=(7 - back) or 7), match["part"])
    if direction == "last" and back == 0:
        back = 7
    return _day(anchors.published - timedelta(days=back), match["part"])


def _weekday_after(wanted: int, spoken_of: date | None, part: str | None) -> Value:
    if spoken_of is None:
        return TimeType.DATE, f"XXXX-WXX-{wanted + 1}", None
    return _day(spoken_of + timedelta(days=(wanted - spoken_of.weekday()) % 7 or 7), part)


def _near_day(match: re.Match[str], anchors: _Anchors) -> Value:
    offset = {"yesterday": -1, "tomorrow": 1}.get(match["near"].lower(), 0)
    part = "night" if match["near"].lower() in ("tonight", "last night") else match["part"]
    if match["near"].lower() == "last night":
        offset = -1
    if anchors.published is None:
        return TimeType.DATE, "XXXX-XX-XX", None
    return _day(anchors.published + timedelta(days=offset), part)


def _this_part(match: re.Match[str], anchors: _Anchors) -> Value:
    return (
        _day(anchors.published, match["part"])
        if anchors.published
        else (TimeType.TIME, f"T{_PARTS[match['part'].lower()]}", None)
    )


def _period(match: re.Match[str], anchors: _Anchors) -> Value:
    which, unit = match["which"].lower(), match["unit"].lower()
    base = anchors.spoken_of if which == "that" else anchors.published
    if base is None:
        return TimeType.DATE, "XXXX", None
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "week":
        return _week(base + timedelta(weeks=step))
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        value = f"{months // 12:04}-{months % 12 + 1:02}"
    else:
        value = f"{base.year + step:04}"
    return TimeType.DATE, value, value


def _week(day: date) -> Value:
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return TimeType.DATE, f"{year}-W{week:02}", f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _weekend(match: re.Match[str], anchors: _Anchors) -> Value:
    """The last weekend that began on or before the day of printing; "next weekend" is the one after."""
    if anchors.published is None:
        return TimeType.DATE, "XXXX-WXX-WE", None
    saturday = anchors.published - timedelta(days=(anchors.published.weekday() - 5) % 7)
    if (match["which"] or "").lower() in ("next", "this coming", "coming"):
        saturday += timedelta(weeks=1)
    year, week, _ = saturday.isocalendar()
    return (
        TimeType.DATE,
        f"{year}-W{week:02}-WE",
        f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}",
    )


def _count(printed: str) -> str:
    return printed if printed.isdigit() else str(_NUMBERS[printed.lower()])


def _length(number: str, unit: str) -> str:
    code = _UNITS[unit.lower()]
    return f"PT{number}{code[1]}" if code[0] == "T" else f"P{number}{code}"


def _duration(match: re.Match[str], anchors: _Anchors) -> Value:
    return TimeType.DURATION, _length(_count(match["number"]), match["unit"]), None


def _ago(match: re.Match[str], anchors: _Anchors) -> Value:
    unit, number = match["unit"].lower(), int(_count(match["number"]))
    if anchors.published is None:
        return TimeType.DATE, "PAST_REF", None
    if unit in ("day", "week"):
        try:
            return _day(anchors.published - timedelta(days=number * (7 if unit == "week" else 1)))
        except OverflowError:
            return TimeType.DATE, "PAST_REF", None
    if unit == "year" and number < anchors.published.year:
        value = f"{anchors.published.year - number:04}"
        return TimeType.DATE, value, value
    return TimeType.DATE, "PAST_REF", None


def _later(match: re.Match[str], anchors: _Anchors) -> Value:
    """ "a few days later": some day from the last one spoken of; "two days later" is that very day."""
    unit = match["unit"].lower()
    if anchors.spoken_of is None:
        return TimeType.DATE, "FUTURE_REF", None
    if match["number"] and unit in ("day", "week"):
        try:
            days = int(_count(match["number"])) * (7 if unit == "week" else 1)
            return _day(anchors.spoken_of + timedelta(days=days))
        except OverflowError:
            return TimeType.DATE, "FUTURE_REF", None
    return TimeType.DATE, "FUTURE_REF", f"{anchors.spoken_of.isoformat()}/.."


def _vague(value: str) -> _Resolver:
    return lambda match, anchors: (TimeType.DATE, value, None)


def _set(match: re.Match[str], anchors: _Anchors) -> Value:
    unit = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}.get(
        match[0].lower(), (match["unit"] or "day").lower()
    )
    return TimeType.SET, "P1" + _UNITS[unit][-1] if unit != "hour" else "PT1H", None


def _clock(match: re.Match[str], anchors: _Anchors) -> Value:
    hour, minute = int(match["hour"]) % 12, int(match["minute"] or 0)
    hour += 12 * (match["half"][0].lower() == "p")
    return TimeType.TIME, f"T{hour:02}:{minute:02}", None


_FLAGS = re.IGNORECASE
# A word for a month is capitalised; "may" and "march" are words of their own.
_PATTERNS: tuple[tuple[re.Pattern[str], _Resolver], ...] = (
    (re.compile(r"\b\d{4}-\d\d-\d\d\b"), _iso),
    (
        re.compile(rf"\b{_MONTH}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year>[12]\d{{3}})\b)?"),
        _calendar_day,
    ),
    (
        re.compile(rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>[12]\d{{3}})\b)?"),
        _calendar_day,
    ),
    (re.compile(rf"\b{_MONTH}(?:\s+of)?,?\s+(?P<year>[12]\d{{3}})\b"), _month_of_year),
    (re.compile(rf"(?<=\bin )(?:early |late |mid-)?{_MONTH}"), _bare_month),
    (
        re.compile(
            r"(?<=\bin )[12]\d{3}\b|(?<=\bsince )[12]\d{3}\b|(?<=\bof )(?:19|20)\d\d\b|(?<=\bby )(?:19|20)\d\d\b"
        ),
        _year,
    ),
    (re.compile(rf"\b(?:(?P<which>last|next|this|that|the following)\s+)?{_WEEKDAY}{_PART}\b", _FLAGS), _weekday),
    (re.compile(rf"\b(?P<near>yesterday|today|tomorrow|tonight|last night){_PART}\b", _FLAGS), _near_day),
    (re.compile(r"\bthis (?P<part>morning|afternoon|evening)\b", _FLAGS), _this_part),
    (
        re.compile(
            r"\b(?:(?:earlier|later)\s+)?(?P<which>last|this|next|that|past)\s+(?P<unit>week|month|year)\b", _FLAGS
        ),
        _period,
    ),
    (re.compile(r"\b(?:the|(?P<which>this coming|last|this|next|that))\s+weekend\b", _FLAGS), _weekend),
    (re.compile(rf"\b{_NUMBER}\s+{_UNIT}s?\s+(?:ago|earlier|before)\b", _FLAGS), _ago),
    (re.compile(rf"\b(?:(?:a few|several|some)|{_NUMBER})\s+{_UNIT}s?\s+(?:later|after)\b", _FLAGS), _later),
    (re.compile(rf"\b{_NUMBER}[-\s]+{_UNIT}s?\b", _FLAGS), _duration),
    (re.compile(r"\b(?:recent|past|previous) (?:days|weeks|months|years)\b|\brecently\b", _FLAGS), _vague("PAST_REF")),
    (re.compile(r"\b(?:coming|following) (?:days|weeks|months|years)\b", _FLAGS), _vague("FUTURE_REF")),
    (
        re.compile(r"\b(?:every|each)\s+(?P<unit>day|week|month|year|hour)\b|\b(?:daily|weekly|monthly|annually)\b"),
        _set,
    ),
    (re.compile(r"\b(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?m\b\.?)", _FLAGS), _clock),
)
