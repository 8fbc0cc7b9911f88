"""Seasons: "last fall", "the summer of 1998", "this spring"."""

from __future__ import annotations

from sayso.model import TimeType
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import SEASONS, YEAR, any_of

_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
# The month in which a season has begun for sure, and the one that it ends with.
_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_ENDS = {"SP": 6, "SU": 9, "FA": 12, "WI": 15}


def _season(place: Place) -> Value | None:
    season = SEASONS[place["season"]]
    year = int(place["year"]) if place["year"] else _year(place, season)
    if year is None:
        return Value(TimeType.DATE, f"XXXX-{season}")
    return Value(TimeType.DATE, f"{year:04}-{season}", f"{year:04}-{_CODES[season]}")


def _year(place: Place, season: str) -> int | None:
    """The last season that began, or the next; a winter counts by the year in which it began."""
    published, which = place.published, place["which"]
    if published is None:
        return None
    year = published.year - (season == "WI" and published.month <= 2)
    if which in ("last", "this past"):
        return year - (published.month + 12 * (published.year - year) <= _ENDS[season])
    if which in ("next", "coming"):
        return year + (published.month >= _BEGINS[season])
    if which == "this" or published.month >= _BEGINS[season] or place.ahead():
        return year
    return year - (year == published.year)


_SEASON = rf"(?P<season>{any_of(SEASONS)})\b"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?{YEAR})"
_WHICH = r"(?P<which>last|next|this\s+past|this|coming|the\s+coming)"

RULES: tuple[Rule, ...] = (
    rule(("last", "next", "this", "coming"), rf"{_WHICH}\s+{_SEASON}", _season),
    rule(SEASONS, rf"{_SEASON}{_OF_YEAR}", _season),
    rule(
        SEASONS,
        rf"(?:(?<=\bin\sthe\s)|(?<=\bthe\searly\s)|(?<=\bthe\slate\s)|(?<=\bby\sthe\s)|(?<=\bsince\sthe\s)"
        rf"|(?<=\bover\sthe\s)|(?<=\bduring\sthe\s)|(?<=\binto\sthe\s)|(?<=\bby\s)|(?<=\buntil\s)){_SEASON}(?!-|\s+of\b)",
        _season,
    ),
)
