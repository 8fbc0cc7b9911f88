"""Days that have a name: "Thanksgiving Day", "Christmas 2024", "last Easter"."""

from __future__ import annotations

from datetime import date

from sayso.model import TimeType
from sayso.times.arithmetic import day_value, distance, easter, moved, nth_weekday, week_value
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import HOLIDAYS, YEAR, any_of


def _holiday(place: Place) -> Value | None:
    if not place.match["name"][0].isupper():
        return None
    kept = HOLIDAYS[place["name"].replace("’", "'")]
    day = _day_in(int(place["year"]), kept) if place["year"] else _nearest(place, kept)
    if day is None:
        return Value(TimeType.DATE, f"XXXX-{kept}" if kept.count("-") == 1 and kept[0] != "-" else "XXXX-XX-XX")
    return week_value(day) if place["week"] else day_value(day)


def _nearest(place: Place, kept: str) -> date | None:
    """The one nearest to printing, on the side that the words or the clause speak of."""
    published, which = place.published, place["which"]
    if published is None:
        return None
    days = [_day_in(published.year + step, kept) for step in (-1, 0, 1)]
    if which in ("last", "next"):
        days = [day for day in days if (day > published) == (which == "next")]
    ahead = place.ahead()
    return min(days, key=lambda day: distance((day - published).days, ahead=ahead))


def _day_in(year: int, kept: str) -> date:
    """The day that the table's words name in a year."""
    if kept[0] in "+-":
        return date.fromordinal(easter(year).toordinal() + int(kept))
    if "/" in kept:
        month, which, weekday, *more = map(int, kept.split("/"))
        return moved(nth_weekday(year, month, which, weekday), sum(more)) or date(year, month, 1)
    month, day = map(int, kept.split("-"))
    return date(year, month, day)


_NAME = rf"(?P<name>{any_of(HOLIDAYS)})\b(?![-\s]+(?:tree|card|carol|present|gift|party|island|bunny|egg|hymn|rising))"

RULES: tuple[Rule, ...] = (
    rule(
        (*HOLIDAYS, "last", "next", "this"),
        rf"(?:(?P<which>last|next|this)\s+)?{_NAME}(?P<week>\s+week\b)?(?:,?\s+(?:of\s+)?{YEAR})?",
        _holiday,
    ),
)
