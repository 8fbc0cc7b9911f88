"""Weeks, months, years and longer told from printing or from what was spoken of: "last week", "later that year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.model import TimeType
from sayso.times.arithmetic import (
    century_value,
    day_value,
    decade_value,
    month_value,
    moved,
    quarter_value,
    week_value,
    year_value,
)
from sayso.times.edtf import between
from sayso.times.lengths import length
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import any_of

_STEPS = {"last": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}
_FROM_THE_TEXT = ("that", "same", "following", "previous", "prior", "preceding")


def _period(place: Place) -> Value | None:
    which, unit = place["which"].split()[-1], place["unit"].removeprefix("fiscal ").removeprefix("calendar ")
    if which == "past":
        return Value(TimeType.DURATION, length(1, unit))
    base = _base(place, which)
    if which == "latest" and unit == "quarter":
        return _the_quarter(place)
    if base is None:
        return Value(TimeType.DATE, "XXXX")
    step = _STEPS.get(which, 0)
    if unit == "week" and which == "this":
        return _this_week(place, base)
    value = _stepped(place, base, unit, step)
    return _own_year(value) if place["unit"].startswith("fiscal") else value


def _own_year(value: Value | None) -> Value | None:
    """A fiscal year is a company's own: which days it holds is unknown."""
    return replace(value, edtf=None) if value else None


def _base(place: Place, which: str) -> date | None:
    """The day counted from: of printing, or of what was told."""
    if which not in _FROM_THE_TEXT:
        return place.published
    spoken = place.spoken.told or place.spoken.day
    if place["unit"].endswith("year") and place.spoken.year:
        return date(place.spoken.year, 1, 1)
    if place["unit"] == "month" and place.spoken.month:
        return place.spoken.month
    return spoken or (place.published if which not in ("that", "same") else None)


def _stepped(place: Place, base: date, unit: str, step: int) -> Value | None:
    if unit == "day":
        return day_value(moved(base, step))
    if unit == "week":
        return week_value(moved(base, 7 * step))
    if unit == "month":
        return month_value(base.year, base.month + step)
    if unit == "quarter":
        spoken = place.spoken.quarter if place["which"].split()[-1] in _FROM_THE_TEXT else None
        year, quarter = spoken or (base.year, (base.month + 2) // 3)
        return quarter_value(year, quarter + step)
    if unit == "year":
        return year_value(base.year + step)
    if unit == "decade":
        return decade_value(base.year + 10 * step)
    return century_value(base.year + 100 * step)


def _this_week(place: Place, published: date) -> Value | None:
    """News of "this week" tells what has been, Monday to the day of printing; "later this week" is the rest of it."""
    week = week_value(published)
    monday, sunday = moved(published, -published.weekday()), moved(published, 6 - published.weekday())
    if week is None or monday is None or sunday is None:
        return week
    before = place.before.lower().split()
    later = before[-1:] == ["later"] or "will" in before
    return replace(week, edtf=between(published, sunday) if later else between(monday, published))


def _the_period(place: Place) -> Value | None:
    """ "the year ended June 30" is a length; "the year", "the quarter" is the one spoken of, else the present one."""
    unit, spoken, published = place["unit"], place.spoken, place.published
    if unit.endswith("year"):
        if place.after.lstrip().lower().startswith(("end", "to ", "through")):
            return Value(TimeType.DURATION, "P1Y")
        value = year_value(published.year) if published else Value(TimeType.DATE, "XXXX")
        return _own_year(value) if unit.startswith("fiscal") else value
    if unit == "quarter":
        return _the_quarter(place)
    base = spoken.day or published
    if base is None:
        return Value(TimeType.DATE, "XXXX")
    return _stepped(place, base, unit, 0)


def _the_quarter(place: Place) -> Value | None:
    """The quarter spoken of, else the last one that is over: what a company reports on."""
    published = place.published
    if place.spoken.quarter:
        return quarter_value(*place.spoken.quarter)
    if published is None:
        return Value(TimeType.DATE, "XXXX-QX")
    return quarter_value(published.year, (published.month + 2) // 3 - 1)


def _past(place: Place) -> Value:
    return Value(TimeType.DATE, "PAST_REF")


def _year_end(place: Place) -> Value | None:
    return year_value(place.published.year) if place.published else Value(TimeType.DATE, "XXXX")


def _beside_day(place: Place) -> Value | None:
    """ "the next day", "a day earlier", "the same day": from the last day spoken of."""
    which = place["which"]
    day = place.spoken.day or (place.published if which not in ("same", "that") else None)
    if day is None:
        return Value(TimeType.DATE, "XXXX-XX-XX")
    step = 1 if which in ("next", "following") or place["step"] in ("after", "later") else -1
    return day_value(moved(day, 0 if which in ("same", "that") else step))


def _that_day(place: Place) -> Value | None:
    """ "later in the day": the day spoken of."""
    return day_value(place.spoken.day)


def _beside_period(place: Place) -> Value | None:
    """ "the year before", "the week after": from the one spoken of."""
    base = _base(place, "following")
    if base is None:
        return Value(TimeType.DATE, "XXXX")
    return _stepped(place, base, place["unit"], 1 if place["step"] == "after" else -1)


def _year_ago(place: Place) -> Value | None:
    """ "a year earlier" beside the figures of a quarter is that quarter, a year back."""
    if place.spoken.quarter:
        year, quarter = place.spoken.quarter
        return quarter_value(year - 1, quarter)
    return year_value(place.published.year - 1) if place.published else Value(TimeType.DATE, "PAST_REF")


_AT_END = r"\b(?=\s*(?:[.,;:)]|$|and\b|but\b))"
_LONG = r"(?:fiscal\s+|calendar\s+)?year|week|month|quarter|decade|century"
_NOT_LONGER = r"\b(?!-|['’]s\b(?=\s+end)|\s+old)"
_WORDS = frozenset((*_STEPS, *_FROM_THE_TEXT, "past", "current", "latest", "this"))
_WHICH = rf"(?P<which>(?:this\s+)?coming|{any_of(_WORDS)})"

RULES: tuple[Rule, ...] = (
    rule(_WORDS, rf"{_WHICH}\s+(?P<unit>{_LONG}){_NOT_LONGER}", _period),
    rule(
        ("the",),
        rf"the\s+(?P<unit>{_LONG}){_NOT_LONGER}(?!\s+(?:before|after|of))",
        _the_period,
    ),
    rule(("latest",), r"latest\s+(?:quarter|period)\b", _the_quarter),
    rule(("the",), r"the\s+(?P<unit>(?:fiscal|full)\s+year)\b(?!-)", _the_period),
    rule(("the",), r"(?<=\bin\s)the\s+day\b", _that_day),
    rule(("in",), r"in\s+the\s+past\b(?=\s*(?:[.,;:)]|$|and\b|but\b|when\b))", _past),
    rule(("year", "midyear", "mid"), r"(?:year(?:['’]s)?[-\s]end|mid-?year)\b", _year_end),
    rule(
        ("that", "same", "next", "following", "previous"),
        r"(?P<which>that|same|next|following|previous)\s+day\b",
        _beside_day,
    ),
    rule(
        ("the", "a", "one"),
        rf"(?P<which>)(?:the|a|one)\s+day\s+(?P<step>before{_AT_END}|after{_AT_END}|earlier|later)\b",
        _beside_day,
    ),
    rule(("the",), rf"the\s+(?P<unit>year|month|week)\s+(?P<step>before|after){_AT_END}", _beside_period),
    rule(("a", "one"), r"(?:a|one)\s+year\s+(?:ago|earlier)\b", _year_ago),
    rule(("year",), r"year[-\s](?:ago|earlier)\b(?:\s+(?:period|quarter))?", _year_ago),
)
