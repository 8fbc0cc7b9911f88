"""Days of the week: "Tuesday", "that Friday", "next Monday morning", "over the weekend"."""

from __future__ import annotations

import re
from datetime import date

from sayso.model import TimeType
from sayso.times.arithmetic import back_to, day_value, moved, weekend_value
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import PART, PARTS, WEEKDAY, WEEKDAYS, any_of

# "on a Sunday" is no day in particular.
_ANY_DAY = re.compile(r"\b(?:an?|any|some)\s+$", re.IGNORECASE)
# "from Monday to Friday" ends after it began.
_FROM_DAY_TO = re.compile(rf"(?:{any_of(WEEKDAYS)})\b\.?\s+(?:to|through|until|till)\s+$", re.IGNORECASE)


def _weekday(place: Place) -> Value | None:
    name, which = place["weekday"].rstrip("."), place["which"]
    if name not in _FULL and not (place.match["weekday"][0].isupper() and _abbreviated(place)):
        return None
    wanted, part = WEEKDAYS[name], PARTS.get(place["part"], "")
    if which in ("that", "the following"):
        return _after(wanted, place.spoken.told, part)
    if place.published is None or _ANY_DAY.search(place.before):
        return _some(wanted, part)
    if not which and _FROM_DAY_TO.search(place.before):
        return _after(wanted, place.spoken.day, part)
    if which in ("the previous", "previous"):
        return day_value(_before(place.spoken.day or place.published, wanted), part)
    return day_value(_day(place, place.published, wanted, which), part)


def _before(day: date, wanted: int) -> date | None:
    return moved(back_to(day, wanted), -7 if day.weekday() == wanted else 0)


def _day(place: Place, published: date, wanted: int, which: str) -> date | None:
    last = back_to(published, wanted)
    if which in ("next", "this coming", "coming"):
        return moved(last, 7)
    if which == "last" and last == published:
        return moved(last, -7)
    if not which and place.ahead():
        return last if last == published else moved(last, 7)
    return last


def _of_week(place: Place) -> Value | None:
    """ "Tuesday of last week"."""
    wanted = WEEKDAYS[place["weekday"].rstrip(".")]
    if place.published is None:
        return _some(wanted, "")
    monday = back_to(place.published, 0)
    return day_value(moved(monday, wanted + 7 * _WEEKS[place["which"]]))


def _abbreviated(place: Place) -> bool:
    """ "Sat" and "Sun" alone are no days; "Sat." and "Tues" are."""
    return place["weekday"] in ("tues", "thurs") or place.match[0].rstrip().endswith(".")


def _after(wanted: int, told: date | None, part: str) -> Value | None:
    """The first such day from the one spoken of; unknown where none was."""
    if told is None:
        return _some(wanted, part)
    return day_value(moved(told, (wanted - told.weekday()) % 7), part)


def _some(wanted: int, part: str) -> Value:
    value = f"XXXX-WXX-{wanted + 1}"
    return Value(TimeType.TIME, f"{value}T{part}") if part else Value(TimeType.DATE, value)


def _weekend(place: Place) -> Value | None:
    """The last weekend that began on or before the day of printing; "next weekend" is the one after."""
    which = place["which"]
    base = place.spoken.day if which == "that" else place.published
    if base is None:
        return Value(TimeType.DATE, "XXXX-WXX-WE")
    saturday = back_to(base, 5)
    ahead = place.ahead()
    to_come = which in ("next", "this coming", "coming") or (ahead is not False if which == "this" else ahead is True)
    return weekend_value(moved(saturday, 7) if to_come and base.weekday() < 5 else saturday)


_FULL = frozenset(name for name in WEEKDAYS if name.endswith("day"))
_WHICH = r"(?P<which>last|next|this\s+coming|this\s+past|this|that|coming|past|previous|the\s+following|the\s+previous)"
_STARTS = ("last", "next", "this", "that", "coming", "past", "previous", "the")

_WEEKS = {"last": -1, "this": 0, "next": 1}

RULES: tuple[Rule, ...] = (
    rule(WEEKDAYS, rf"{WEEKDAY}\s+(?:of\s+)?(?P<which>{any_of(_WEEKS)})\s+week\b", _of_week),
    rule(WEEKDAYS, rf"{WEEKDAY}(?!s\b)(?:\s+{PART})?", _weekday),
    rule(_STARTS, rf"{_WHICH}\s+{WEEKDAY}(?!s\b)(?:\s+{PART})?", _weekday),
    rule((*_STARTS, "weekend"), rf"(?:(?:the|{_WHICH})\s+)?weekend\b", _weekend),
)
