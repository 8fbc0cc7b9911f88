"""Times of the clock: "5 p.m. EST", "9:30 GMT", "noon", "five o'clock in the morning"."""

from __future__ import annotations

from sayso.model import TimeType
from sayso.times.numbers import number_of
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import NUMBERS, ZONE, ZONES, any_of

_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_AFTER_NOON = ("afternoon", "evening", "night")


def _clock(place: Place) -> Value | None:
    hour, minute = int(place["hour"]), int(place["minute"] or 0)
    if place["half"]:
        hour = hour % 12 + 12 * (place["half"][0] == "p")
    return _time(hour, minute, place["zone"])


def _spelled(place: Place) -> Value | None:
    hour = int(number_of(place["hour"]) or 0)
    if not 1 <= hour <= 12:
        return None
    part = place["part"]
    if part:
        hour = hour % 12 + 12 * (part in _AFTER_NOON and not (part == "night" and hour < 6))
    return _time(hour, 0, "")


def _named(place: Place) -> Value:
    return Value(TimeType.TIME, _NAMED[place["name"]])


def _time(hour: int, minute: int, zone: str) -> Value | None:
    """TIMEX3 takes the time as printed; the zone is kept in EDTF, for there alone it is asked which instant it was."""
    if hour > 23 or minute > 59:
        return None
    value = f"T{hour:02}:{minute:02}"
    return Value(TimeType.TIME, value, f"{value}:00{_offset(ZONES[zone])}" if zone in ZONES else None)


def _offset(hours: int) -> str:
    return f"{'-' if hours < 0 else '+'}{abs(hours):02}:00" if hours else "Z"


_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_MINUTE = r"(?P<minute>[0-5]\d)"
_NOT_IN_NUMBER = r"(?<![\d.,:$£€/-])"
_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_IN_ZONE = rf"(?:,?\s+\(?{ZONE}\)?)"
_IN_PART = r"\s+(?:in\s+the\s+|at\s+)(?P<part>morning|afternoon|evening|night)\b"

RULES: tuple[Rule, ...] = (
    rule(("0",), rf"{_NOT_IN_NUMBER}{_HOUR}(?:[:.]{_MINUTE})?\s*{_HALF}{_IN_ZONE}?", _clock),
    rule(("0",), rf"{_NOT_IN_NUMBER}{_HOUR}:?{_MINUTE}\s*(?:hours\s+|hrs\s+)?{_IN_ZONE}", _clock),
    rule(("0",), rf"(?<=\bat\s){_HOUR}:{_MINUTE}\b(?![:.]\d)(?P<zone>)", _clock),
    rule(("0", *NUMBERS), rf"(?P<hour>\d\d?|{any_of(NUMBERS)})\s+o['’]clock(?:{_IN_PART})?", _spelled),
    rule(("0", *NUMBERS), rf"(?P<hour>\d\d?|{any_of(NUMBERS)}){_IN_PART}", _spelled),
    rule(_NAMED, rf"(?P<name>{any_of(_NAMED)})\b", _named),
)
