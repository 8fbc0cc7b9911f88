"""Months: "March 2024", "in April", "July last year"."""

from __future__ import annotations

import re

from sayso.model import TimeType
from sayso.times.arithmetic import month_value
from sayso.times.numbers import SPELLED_YEAR, spelled_year
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import MONTH, MONTHS, YEAR

# Months from printing to one that is still to come, where nothing in the clause says so.
_SOON = 2
_MONTH_BEFORE = 11
_NAMES_OF_PEOPLE = frozenset(("may", "march", "april", "june", "august", "jan", "mar", "dec", "jun"))
_LEADS_TO_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|of|from|to|for|through|before|after|during|between|and|or|early|late|mid|last|next"
    r"|this|that|previous|every|each|the|a|every|late in|end|to)[\s-]+$",
    re.IGNORECASE,
)
_STEPS = {"last": -1, "next": 1, "this": 0}


def _month_of_year(place: Place) -> Value | None:
    if not place.capitalised:
        return None
    year = int(place["year"]) if place["year"] else spelled_year(place["century"], place["rest"])
    return month_value(year, _number(place)) if year else None


def _month_of_that_year(place: Place) -> Value | None:
    """ "July last year"."""
    if not place.capitalised:
        return None
    if place.published is None:
        return _yearless(place)
    return month_value(place.published.year + _STEPS[place["which"]], _number(place))


def _bare(place: Place) -> Value | None:
    """A month alone: the last one, unless the clause speaks of what is to come."""
    if not place.match["month"][0].isupper() or not _is_month(place):
        return None
    month, published = _number(place), place.published
    if published is None:
        return _yearless(place)
    to_come = (month - published.month) % 12
    which = place["which"]
    if which in ("last", "next", "this"):
        return month_value(published.year, _stepped(which, published.month, to_come))
    ahead = place.ahead()
    is_next = ahead is True or (ahead is None and 0 < to_come <= _SOON)
    return month_value(published.year, published.month + to_come - (0 if is_next or to_come == 0 else 12))


def _stepped(which: str, now: int, to_come: int) -> int:
    """ "last April" is over and "next April" to come; "this September" may be either."""
    if which == "next":
        return now + (to_come or 12)
    if which == "last":
        # Of the month before this one people say "last month": "last February", printed in March, is a year older.
        return now + to_come - (24 if to_come == _MONTH_BEFORE else 12)
    return (now + to_come - 1) % 12 + 1


def _is_month(place: Place) -> bool:
    """ "April Ryan", "Theresa May" and "Jan" are people."""
    name = place["month"]
    if name.rstrip(".") not in _NAMES_OF_PEOPLE or name.endswith(".") or place["which"]:
        return True
    start = place.match.start()
    leads = _LEADS_TO_MONTH.search(place.match.string, max(0, start - 12), start)
    return leads is not None and not re.match(r"\s+[A-Z]", place.after)


def _yearless(place: Place) -> Value:
    value = f"XXXX-{_number(place):02}"
    return Value(TimeType.DATE, value, value)


def _number(place: Place) -> int:
    return MONTHS[place["month"].rstrip(".")]


_WHICH = r"(?P<which>last|next|this)"

RULES: tuple[Rule, ...] = (
    rule(MONTHS, rf"{MONTH}(?:\s+of)?,?\s+{YEAR}(?![,.]\d)", _month_of_year),
    rule(MONTHS, rf"{MONTH},?\s+{SPELLED_YEAR}", _month_of_year),
    rule(MONTHS, rf"{MONTH}(?:\s+of)?,?\s+{_WHICH}\s+year\b", _month_of_that_year),
    rule(MONTHS, MONTH, _bare),
    rule(("last", "next", "this"), rf"{_WHICH}\s+(?:past\s+|coming\s+)?{MONTH}", _bare),
)
