"""Days told from the day of printing: "yesterday", "tonight", "this morning", "the day after tomorrow"."""

from __future__ import annotations

from sayso.model import TimeType
from sayso.times.arithmetic import day_value, moved
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import PART, PARTS

_STEPS = {
    "yesterday": -1, "last night": -1, "last evening": -1, "overnight": -1, "day before yesterday": -2,
    "today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2,
}  # fmt: skip
_MORE_DAYS = {"the next": 1, "the following": 1, "the previous": -1}
_OWN_PARTS = {"tonight": "NI", "last night": "NI", "last evening": "EV", "overnight": "NI"}


def _near_day(place: Place) -> Value | None:
    name = place["near"]
    part = PARTS.get(place["part"]) or _OWN_PARTS.get(name, "")
    if place.published is None:
        return Value(TimeType.TIME, f"XXXX-XX-XXT{part}") if part else Value(TimeType.DATE, "XXXX-XX-XX")
    return day_value(moved(place.published, _STEPS[name]), part)


def _part_of_today(place: Place) -> Value | None:
    part = PARTS[place["part"]]
    return day_value(place.published, part) if place.published else Value(TimeType.TIME, f"T{part}")


def _part_of_that_day(place: Place) -> Value | None:
    """ "that night", "the morning": of the day spoken of."""
    part, day = PARTS[place["part"]], place.spoken.day
    if place["near"] and place.published:
        return day_value(moved(place.published, _STEPS[place["near"]]), part)
    if day is not None and place["which"] in _MORE_DAYS:
        day = moved(day, _MORE_DAYS[place["which"]])
    return day_value(day, part) if day else Value(TimeType.TIME, f"XXXX-XX-XXT{part}")


_NEAR = r"(?P<near>yesterday|today|tomorrow|tonight|last\s+night|last\s+evening|overnight)\b"
_TWO_DAYS = r"(?P<near>day\s+(?:before\s+yesterday|after\s+tomorrow))\b"
_SINGLE = r"(?P<part>morning|afternoon|evening|night)\b"

RULES: tuple[Rule, ...] = (
    rule(
        ("yesterday", "today", "tomorrow", "tonight", "last", "overnight"),
        rf"{_NEAR}(?:(?:['’]s)?\s+{PART})?",
        _near_day,
    ),
    rule(("day",), rf"{_TWO_DAYS}(?:\s+{PART})?", _near_day),
    rule(("this",), rf"this\s+{_SINGLE}", _part_of_today),
    rule(("that", "the"), rf"(?P<which>that|the\s+(?:next|following|same|previous))\s+{_SINGLE}", _part_of_that_day),
    rule(("the",), rf"(?<=\bin\s)the\s+(?:early\s+|late\s+)?{_SINGLE}", _part_of_that_day),
    rule(("early", "late", "mid"), rf"(?:early|late|mid)[-\s]{_SINGLE}(?:\s+{_NEAR})?", _part_of_that_day),
)
