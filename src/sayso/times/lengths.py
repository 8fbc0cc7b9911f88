"""Lengths of time and what lies so far off: "five-minute", "the past two years", "three days ago", "a week later"."""

from __future__ import annotations

from datetime import date

from sayso.model import TimeType
from sayso.times.arithmetic import day_value, month_value, moved, quarter_value, week_value, year_value
from sayso.times.numbers import NUMBER, NUMBER_STARTS, number_of
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import UNIT, UNITS

_HALVES = {"Y": ("M", 6), "H": ("M", 30), "M": ("S", 30)}
_SINGULAR = {"centurie": "century", "millennia": "millennium"}
_BACK = ("ago", "earlier", "previously", "before")
_HEDGED = 10**6


def length(number: float | None, unit: str) -> str:
    """A length as TIMEX3 writes it.

    >>> length(2.5, "year"), length(None, "day"), length(90, "minute"), length(0.5, "hour")
    ('P2Y6M', 'PXD', 'PT90M', 'PT30M')
    """
    many, code = _parts(unit)
    total = None if number is None else number * many
    prefix, letter = ("PT", code[1]) if code[0] == "T" else ("P", code)
    if total is None:
        return f"{prefix}X{letter}"
    if total % 1 == 0.5 and (code == "Y" or prefix == "PT") and letter in _HALVES:
        lesser, rest = _HALVES[letter]
        return prefix + (f"{int(total)}{letter}" if total >= 1 else "") + f"{rest}{lesser}"
    return f"{prefix}{total:g}{letter}" if total < _HEDGED else f"{prefix}X{letter}"


def _parts(unit: str) -> tuple[int, str]:
    """How many of which letter: a decade is ten years."""
    code = UNITS[_SINGULAR.get(unit, unit)]
    digits = len(code) - len(code.lstrip("0123456789"))
    return int(code[:digits]), code[digits:]


def _number(place: Place) -> float | None:
    number = number_of(place["number"])
    return number + 0.5 if number is not None and place["half"] else number


def _duration(place: Place) -> Value | None:
    unit, number = place["unit"], place["number"]
    if unit == "second" and (number in ("a", "an", "one") or not place.match[0].lower().rstrip().endswith("s")):
        return None
    if unit == "quarter" and number in ("a", "an", "one", "three") and not place["lead"]:
        return None
    return Value(TimeType.DURATION, length(_number(place), unit))


def _many(place: Place) -> Value:
    """ "for years": a length that nobody says."""
    return Value(TimeType.DURATION, length(None, place["unit"]))


def _one(place: Place) -> Value:
    """ "yearlong"."""
    return Value(TimeType.DURATION, length(1, place["unit"]))


def _quarter_century(place: Place) -> Value:
    return Value(TimeType.DURATION, "P25Y")


def _away(place: Place) -> Value | None:
    """So far before or after the day of printing, or the day spoken of; as exact as its unit."""
    back = place["way"] in _BACK
    base = _base(place)
    number = _number(place)
    if place["unit"] in ("second", "minute", "hour"):
        return Value(TimeType.DURATION, length(number, place["unit"]))
    if base is None or number is None:
        return _open(place, base, back)
    many, letter = _parts(place["unit"])
    return _step(base, letter, number * many * (-1 if back else 1), place) or _open(place, None, back)


def _base(place: Place) -> date | None:
    """ "ago" and "from now" count from printing, "earlier" and "later" from what was spoken of."""
    if place["way"] in ("ago", "from now", "hence"):
        return place.published
    if place["unit"] == "year" and place.spoken.year:
        return date(place.spoken.year, 1, 1)
    if place["unit"] == "month" and place.spoken.month:
        return place.spoken.month
    told = place.spoken.told if place["way"] in ("later", "after", "afterward", "afterwards") else place.spoken.day
    return told or place.spoken.day or (place.published if place["way"] in _BACK else None)


def _open(place: Place, base: date | None, back: bool) -> Value:
    """ "a few days later": some day from the one spoken of on."""
    if back:
        return Value(TimeType.DATE, "PAST_REF")
    return Value(TimeType.DATE, "FUTURE_REF", f"{base.isoformat()}/.." if base else None)


def _step(base: date, letter: str, steps: float, place: Place) -> Value | None:
    if abs(steps) > _HEDGED or letter.startswith("T"):
        return None
    whole = int(steps)
    if letter == "D":
        return day_value(moved(base, whole))
    if letter == "W":
        exactly = place["way"] not in ("ago", "from now", "hence")
        day = moved(base, 7 * whole)
        return day_value(day) if exactly else week_value(day)
    if letter == "M":
        return month_value(base.year, base.month + whole)
    if letter == "Q":
        return quarter_value(base.year, (base.month + 2) // 3 + whole)
    return year_value(base.year + whole)


_MORE = r"(?:more|additional|extra|full|whole|straight|consecutive|fiscal|calendar|trading|business|working|long|good)"
_NOT_OLD = r"(?![-\s]+olds?\b|-(?:ago|earlier)\b|[-\s]+(?:of\s+age|senior|younger|older)\b)"
_LENGTH = rf"{NUMBER}(?:[-\s]+{_MORE})?[-\s]+{UNIT}s?\b(?P<half>\s+and\s+a\s+half\b)?{_NOT_OLD}"
_AT_END = r"(?=\s*(?:[.,;:)\"”’']|$|and\b|but\b|when\b|in\b|at\b|on\b|that\b|with\b|by\b))"
_AWAY = rf"(?P<way>ago|earlier|later|from\s+now|hence|previously|afterwards?|before{_AT_END}|after{_AT_END})"
_PLURALS = ("centuries", "millennia", *(f"{unit}s" for unit in UNITS))
_LASTING = (*UNITS, *(f"{unit}long" for unit in UNITS))
_WHICH = ("past", "last", "next", "first", "previous", "coming", "final", "latest", "following", "preceding", "initial")
_LEAD = rf"(?P<lead>{'|'.join(_WHICH)})"

RULES: tuple[Rule, ...] = (
    rule(NUMBER_STARTS, _LENGTH, _duration),
    rule(NUMBER_STARTS, rf"{_LENGTH}\s+{_AWAY}\b", _away),
    rule(_LASTING, rf"{UNIT}-?long\b", _one),
    rule(("quarter",), r"quarter[-\s](?:of\s+a\s+)?century\b", _quarter_century),
    rule(_WHICH, rf"{_LEAD}\s+{_LENGTH}", _duration),
    rule(
        _PLURALS,
        rf"(?:(?<=\bfor\s)|(?<=\bmatter\sof\s)|(?<=\bafter\s)|(?<=\bwithin\s)|(?<=\btime\sin\s)){UNIT}s\b",
        _many,
    ),
    rule(_PLURALS, rf"{UNIT}s\s+(?:or\s+\w+\s+)?(?=ago\b|later\b|before\b|after\b)", _many),
)
