"""Years, decades and centuries: "1998", "fiscal 2025", "the '60s", "the 19th century", "nineteen ninety-six"."""

from __future__ import annotations

import re

from sayso.model import TimeType
from sayso.times.arithmetic import century_value, decade_value, year_value
from sayso.times.numbers import SPELLED_YEAR, number_of, ordinal_of, spelled_year
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import NUMBERS, ORDINAL, ORDINALS, YEAR, any_of

_LEADS_TO_YEAR = re.compile(
    r"\b(?:in|since|by|of|until|till|from|before|after|during|to|for|early|late|mid|fiscal|year|and|between|through|"
    r"circa|around|about|the|back|class of)[\s-]+$|[(–-]$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+(?:people|men|women|dead|children|troops|soldiers|jobs|homes|miles|feet|years)\b")
_DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970}
_DECADES |= {"eighties": 1980, "nineties": 1990}


def _bare(place: Place) -> Value | None:
    """A number of four figures that reads as a year: of our time anywhere, of any other after "in" and its like."""
    year, start = int(place["year"]), place.match.start()
    if _COUNTED.match(place.after):
        return None
    if 1900 <= year <= 2050:
        return year_value(year)
    leads = _LEADS_TO_YEAR.search(place.match.string, max(0, start - 12), start)
    return year_value(year) if leads and 1000 <= year <= 2100 and not re.match(r"\s+[a-z]+s\b", place.after) else None


def _named(place: Place) -> Value | None:
    return year_value(int(place["year"]))


def _span_of_years(place: Place) -> Value | None:
    """ "2014-15": from the first to the last."""
    first = int(place["year"])
    last = int(place["last"]) if len(place["last"]) == 4 else first // 100 * 100 + int(place["last"])
    if not (1500 <= first < last <= 2100 and last - first < 100):
        return None
    value = f"{first:04}/{last:04}"
    return Value(TimeType.DATE, value, value)


def _fiscal(place: Place) -> Value | None:
    """A company's own year: which days it holds is unknown."""
    year = int(place["year"])
    return Value(TimeType.DATE, f"{year:04}")


def _spelled(place: Place) -> Value | None:
    year = spelled_year(place["century"], place["rest"])
    return year_value(year) if year else None


def _two_thousand(place: Place) -> Value | None:
    return year_value(2000 + int(number_of(place["rest"]) or 0 if place["rest"] else 0))


def _decade(place: Place) -> Value | None:
    """ "the '60s" of a text printed in 2026 are those of the century before."""
    years = place["years"]
    if years in _DECADES:
        return decade_value(_DECADES[years])
    return decade_value(int(years) if len(years) == 4 else 1900 + int(years))


def _century(place: Place) -> Value | None:
    number = ordinal_of(place["nth"])
    return century_value((number - 1) * 100) if 1 < number <= 22 else None


_NOT_MORE = r"(?![\d%]|[.,]\d|-(?:year|foot|page|mile|seat|member|square)|['’]?s\b)"

RULES: tuple[Rule, ...] = (
    rule(("0",), rf"(?<![\d.,$£€#:/])(?<!\d-){YEAR}{_NOT_MORE}", _bare),
    rule(("0",), rf"(?<![\d.,$£€#:/-]){YEAR}\s?[-–/]\s?(?P<last>\d\d(?:\d\d)?)\b(?![-–/]\d)", _span_of_years),
    rule(("year", "the"), rf"(?:the\s+)?year\s+{YEAR}{_NOT_MORE}", _named),
    rule(("fiscal", "fy"), rf"(?:fiscal|FY)(?:\s+years?)?\s*{YEAR}", _fiscal),
    rule(
        ("nineteen", "twenty"),
        SPELLED_YEAR,
        _spelled,
    ),
    rule(
        ("the", "year"),
        rf"(?:the\s+)?year\s+two\s+thousand(?:\s+(?:and\s+)?(?P<rest>{any_of(NUMBERS)}))?\b",
        _two_thousand,
    ),
    rule(("0",), r"(?<![\d$£€])(?P<years>1[5-9]\d0|20\d0)['’]?s\b", _decade),
    rule(("0",), r"(?:(?<=['’‘`])|(?<=\bthe\s)|(?<=[dy]-)|(?<=(?:arly|late)\s))(?P<years>[2-9]0)['’]?s\b", _decade),
    rule(_DECADES, rf"(?:(?<=\bthe\s)|(?<=arly\s)|(?<=late\s)|(?<=mid-))(?P<years>{any_of(_DECADES)})\b", _decade),
    rule(("0", *ORDINALS), rf"(?P<nth>\d\d?(?:st|nd|rd|th)|{ORDINAL})[-\s]century\b", _century),
)
