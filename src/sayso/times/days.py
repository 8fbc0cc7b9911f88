"""Days of the calendar: "Oct. 14", "Friday, 3 March 2025", "Oct. 3-5", "2025-11-23", "11/23/2025"."""

from __future__ import annotations

from datetime import date

from sayso.model import TimeType
from sayso.times.arithmetic import day_value, distance, valid, week_value
from sayso.times.edtf import exact
from sayso.times.numbers import ordinal_of
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import DAY, MONTH, MONTHS, ORDINALS, WEEKDAY, WEEKDAYS, YEAR

# Days from printing to a day without a year that is still to come: news tells mostly of what has been.
_AHEAD_AT_MOST = 90
_FAR = 330


def _calendar_day(place: Place) -> Value | None:
    if not place.match["month"][0].isupper():
        return None
    month, day = MONTHS[place["month"].rstrip(".")], ordinal_of(place["day"])
    if not 1 <= day <= 31:
        return None
    last = int(place["last"]) if place["last"] else None
    year = place["year"] or _nearest_year(place, month, day)
    if not year.isdecimal():
        shape = f"XXXX-{month:02}-{day:02}"
        return Value(TimeType.DATE, shape, shape if valid(2000, month, day) else None)
    return _day_or_days(int(year), month, day, last)


def _day_or_days(year: int, month: int, day: int, last: int | None) -> Value:
    first = valid(year, month, day)
    end = valid(year, month, last) if last else None
    if first is None:
        return Value(TimeType.DATE, f"{year:04}-{month:02}-{day:02}")
    if end is not None and end > first:
        interval = f"{first.isoformat()}/{end.isoformat()}"
        return Value(TimeType.DATE, interval, interval)
    return Value(TimeType.DATE, first.isoformat(), first.isoformat())


def _nearest_year(place: Place, month: int, day: int) -> str:
    """The year that brings the day nearest to the day of printing, but not far ahead; XXXX where that is unknown."""
    if place.published is None:
        return "XXXX"
    if "sept" in place["month"] and day == 11 and _is_the_attack(place):
        return "2001"
    ahead = place.ahead()
    at_most = {True: _FAR, None: _AHEAD_AT_MOST, False: _AHEAD_AT_MOST}[ahead]
    days = [valid(place.published.year + step, month, day) for step in (0, -1, 1)]
    gaps = {found.year: (found - place.published).days for found in days if found is not None}
    near = {year: distance(gap, ahead=ahead) for year, gap in gaps.items() if gap <= at_most}
    return str(min(near, key=lambda year: near[year])) if near else "XXXX"


def _is_the_attack(place: Place) -> bool:
    """ "the Sept. 11 attacks" are those of 2001 in anything printed later."""
    named = place.after.lower().lstrip(" ,").startswith(("attack", "terror", "hijack", "commission", "memorial"))
    return named and place.published is not None and place.published >= date(2001, 9, 11)


def _day_of_that_month(place: Place) -> Value | None:
    """ "April 24 and 25", "on the 25th": of the month spoken of."""
    month, day = place.spoken.month, ordinal_of(place["day"])
    return day_value(valid(month.year, month.month, day)) if month else None


def _week_of(place: Place) -> Value | None:
    """ "the week of March 6"."""
    day = _calendar_day(place)
    return week_value(exact(day.edtf)) if day else None


def _iso(place: Place) -> Value:
    day = valid(int(place["year"]), int(place["month"]), int(place["day"]))
    value = f"{place['year']}-{place['month']}-{place['day']}"
    return Value(TimeType.DATE, value, value if day else None)


def _numeric(place: Place) -> Value | None:
    """23/11/2025 and 11/23/2025 can be one day only; in 3/4/2025 the order of day and month is unknown."""
    one, other, year = int(place["one"]), int(place["other"]), int(place["year"])
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    as_american, as_british = valid(year, one, other), valid(year, other, one)
    if as_american and as_british and as_american != as_british:
        return Value(TimeType.DATE, f"{year:04}", f"{year:04}")
    return day_value(as_american or as_british)


def _nine_eleven(place: Place) -> Value | None:
    known = place.published is not None and place.published >= date(2001, 9, 11)
    return day_value(date(2001, 9, 11)) if known else None


_NO_MORE = r"(?![\d%/]|[.,:]\d|\s*(?:percent|per\s+cent|million|billion)\b)"
_OF_YEAR = rf"(?:(?:,?\s+|\s+of\s+){YEAR}(?![,.]\d))?"
_TO_DAY = r"(?:(?:\s?[-–]\s?|\s+(?:through|to)\s+)(?P<last>[0-3]?\d)\b)?"
_MONTH_DAY = rf"{MONTH}\s+(?:the\s+)?{DAY}{_NO_MORE}{_TO_DAY}{_NO_MORE}{_OF_YEAR}"
_DAY_MONTH = rf"{DAY}{_TO_DAY}(?:\s+day)?\s+(?:of\s+)?{MONTH}{_OF_YEAR}"
_WEEKDAY_AND = rf"{WEEKDAY}(?:,|\s+the|,\s+the)?\s+"
_FIGURE = ("0",)
_AFTER_A_DAY = r"(?:(?<=[a-z.]\s\d\sand\s)|(?<=[a-z.]\s\d\d\sand\s))"
_AT_END = r"(?=\s*(?:[.,;:)]|$|and\b|but\b|he\b|she\b|they\b|when\b))"

RULES: tuple[Rule, ...] = (
    rule(MONTHS, _MONTH_DAY, _calendar_day),
    rule((*_FIGURE, *ORDINALS), _DAY_MONTH, _calendar_day),
    rule(WEEKDAYS, _WEEKDAY_AND + _MONTH_DAY, _calendar_day),
    rule(WEEKDAYS, _WEEKDAY_AND + _DAY_MONTH, _calendar_day),
    rule(("last", "next", "this"), rf"(?:last|next|this|this\s+coming)\s+{_WEEKDAY_AND}{_MONTH_DAY}", _calendar_day),
    rule(_FIGURE, rf"{_AFTER_A_DAY}(?P<day>\d\d?)\b{_NO_MORE}(?!\s+\w+s\b)", _day_of_that_month),
    rule(_FIGURE, rf"(?<=\bon\sthe\s)(?P<day>\d\d?(?:st|nd|rd|th))\b{_AT_END}", _day_of_that_month),
    rule(("week",), rf"week\s+of\s+{_MONTH_DAY}", _week_of),
    rule(_FIGURE, r"(?<![\d-])(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", _iso),
    rule(_FIGURE, r"(?<![\d/])(?P<one>\d\d?)/(?P<other>\d\d?)/(?P<year>[12]\d{3}|\d\d)(?![\d/])", _numeric),
    rule(_FIGURE, r"(?<![\d/])9/11(?![\d/])", _nine_eleven),
)
