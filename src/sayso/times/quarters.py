"""Quarters and halves of years: "third-quarter", "the second quarter of 1990", "the first half of last year"."""

from __future__ import annotations

from sayso.model import TimeType
from sayso.times.arithmetic import half_value, quarter_value
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import YEAR

_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}
_NTH |= {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
_HALVES = {"first": 1, "second": 2, "last": 2, "latter": 2}
_STEPS = {"last": -1, "next": 1}


def _quarter(place: Place) -> Value | None:
    number, year = _NTH[place["nth"]], _year(place)
    if year is None:
        return Value(TimeType.DATE, f"XXXX-Q{number}")
    return quarter_value(year, number, fiscal=bool(place["fiscal"] or place["own"]))


def _year(place: Place) -> int | None:
    """The year named, else that of the last such quarter that has begun; the next one where the clause looks ahead."""
    published = place.published
    if place["year"]:
        return int(place["year"])
    if published is None:
        return None
    if place["which"]:
        return published.year + _STEPS.get(place["which"].split()[0], 0)
    number, now = _NTH[place["nth"]], (published.month + 2) // 3
    if number <= now or place.ahead():
        return published.year + (number < now - 2 and place.ahead() is True)
    return published.year if number == now + 1 and place.ahead() is None else published.year - 1


def _half(place: Place) -> Value | None:
    number, year = _HALVES[place["half"]], _half_year(place)
    return half_value(year, number) if year else Value(TimeType.DATE, f"XXXX-H{number}")


def _half_year(place: Place) -> int | None:
    if place["year"]:
        return int(place["year"])
    if place.published is None:
        return None
    return place.published.year + _STEPS.get((place["which"] or "this").split()[0], 0)


def _period_of_year(place: Place) -> Value | None:
    """ "the 1988 period": the quarter spoken of, in that year."""
    year, spoken = int(place["year"]), place.spoken.quarter
    return quarter_value(year, spoken[1]) if spoken else Value(TimeType.DATE, f"{year:04}", f"{year:04}")


_OF_YEAR = rf"(?:(?:,|\s+of)?\s+(?:fiscal\s+)?(?:{YEAR}(?![,.]\d)|(?P<which>(?:this|last|next)\s+year)\b))?"
_ORDINAL = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|final)"
_SOME_YEAR = rf"(?:{YEAR}|(?P<which>(?:this|last|next|the)\s+year)\b)"
_FIGURES = r"(?=\s+(?:sales|net|profit|earnings|results|revenue))"
_NAMED = rf"(?:quarters?\b(?!-?final)|period\b{_FIGURES})"
_QUARTER = rf"(?:(?P<fiscal>fiscal)[-\s]+)?{_ORDINAL}[-\s]+(?:(?P<own>fiscal)[-\s]+)?{_NAMED}"
_STARTS = ("fiscal", "first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th", "final")

RULES: tuple[Rule, ...] = (
    rule(_STARTS, rf"{_QUARTER}{_OF_YEAR}", _quarter),
    rule(("last",), rf"(?P<nth>last)\s+quarter\s+of\s+{_SOME_YEAR}", _quarter),
    rule(("q1", "q2", "q3", "q4"), rf"(?P<nth>q[1-4])\b{_OF_YEAR}", _quarter),
    rule(("0",), rf"{YEAR}['’]?s?\s+{_QUARTER}", _quarter),
    rule(
        ("first", "second", "last", "latter"),
        rf"(?P<half>first|second|last|latter)[-\s]half\s+of\s+{_SOME_YEAR}",
        _half,
    ),
    rule(("0",), rf"{YEAR}\s+(?:period|quarter)\b", _period_of_year),
)
