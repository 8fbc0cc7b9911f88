"""Times that come again: "every Monday", "twice a week", "daily", "weekends", "each quarter"."""

from __future__ import annotations

from sayso.model import TimeType
from sayso.times.lengths import length
from sayso.times.numbers import NUMBER, NUMBER_STARTS, number_of
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import PARTS, UNIT, WEEKDAY, WEEKDAYS, any_of

_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def _every(place: Place) -> Value:
    number = number_of(place["number"]) if place["number"] else 2.0 if place["other"] else 1.0
    return Value(TimeType.SET, length(number, place["unit"]))


def _every_weekday(place: Place) -> Value | None:
    part = PARTS.get(place["part"], "")
    value = f"XXXX-WXX-{WEEKDAYS[place['weekday'].rstrip('.')] + 1}"
    return Value(TimeType.SET, value + (f"T{part}" if part else ""))


def _part_of_every_day(place: Place) -> Value:
    return Value(TimeType.SET, f"XXXX-XX-XXT{PARTS[place['part']]}")


def _adverb(place: Place) -> Value:
    return Value(TimeType.SET, _ADVERBS[place["adverb"]])


def _so_often(place: Place) -> Value:
    return Value(TimeType.SET, length(1, place["unit"]))


def _days_of_week(place: Place) -> Value:
    return Value(TimeType.SET, "XXXX-WXX-WE" if place["days"].startswith("weekend") else "XXXX-WXX-XX")


_PART = rf"(?P<part>{any_of(PARTS)})\b"
_FULL = [day for day in WEEKDAYS if day.endswith("day")]
_EVERY = r"(?:every|each)"

RULES: tuple[Rule, ...] = (
    rule(("every", "each"), rf"{_EVERY}\s+(?:(?P<other>other)\s+|{NUMBER}\s+)?{UNIT}s?\b", _every),
    rule(("every", "each"), rf"{_EVERY}\s+(?:single\s+|other\s+)?{WEEKDAY}(?:\s+{_PART})?", _every_weekday),
    rule(("every", "each"), rf"{_EVERY}\s+{_PART}", _part_of_every_day),
    rule((f"{day}s" for day in WEEKDAYS), rf"(?P<weekday>{any_of(_FULL)})s\b", _every_weekday),
    rule(WEEKDAYS, rf"(?P<weekday>{any_of(_FULL)})\s+(?P<part>mornings|afternoons|evenings|nights)\b", _every_weekday),
    rule(_ADVERBS, rf"(?P<adverb>{any_of(_ADVERBS)})\b", _adverb),
    rule(
        ("once", "twice", *NUMBER_STARTS),
        rf"(?:once|twice|{NUMBER}\s+times)\s+(?:an?|every|each|per)\s+{UNIT}\b",
        _so_often,
    ),
    rule(("weekdays", "weekends"), r"(?P<days>weekdays|weekends)\b", _days_of_week),
)
