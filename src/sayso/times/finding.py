"""Text → time expressions: the longest match at each place, read in order, none inside another."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from sayso.model import Document, Span, TimeExpression, TimeType
from sayso.times import (
    clock,
    days,
    holidays,
    lengths,
    months,
    near,
    periods,
    quarters,
    seasons,
    sets,
    vague,
    weekdays,
    years,
)
from sayso.times.capitals import is_in_a_name
from sayso.times.composing import composed
from sayso.times.edtf import exact, published_day
from sayso.times.rule import Place, Rule, Spoken, Value

RULES: tuple[Rule, ...] = (
    *days.RULES,
    *holidays.RULES,
    *weekdays.RULES,
    *near.RULES,
    *months.RULES,
    *quarters.RULES,
    *seasons.RULES,
    *years.RULES,
    *periods.RULES,
    *lengths.RULES,
    *sets.RULES,
    *clock.RULES,
    *vague.RULES,
)
_WORD = re.compile(r"\w+")
_MODIFIER = re.compile(
    r"(?:\b(?:the|about|around|nearly|almost|approximately|roughly|at\s+least|at\s+most|more\s+than|less\s+than"
    r"|no\s+more\s+than|only|just|early|earlier|late|later|sometime|mid|(?-i:pre|post)|(?:beginning|start|middle|end)\s+of|end"
    r"|each\s+of|as\s+early\s+as|as\s+late\s+as)[-\s]+)+$",
    re.IGNORECASE,
)
_MODIFIERS_AT_MOST = 40
_PARTS_OF_A_YEAR = ("P6M", "P9M")


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    index: dict[str, tuple[Rule, ...]] = {}
    for rule in RULES:
        for word in rule.starts:
            index[word] = (*index.get(word, ()), rule)
    return index


_INDEX = _by_first_word()


def times_in(document: Document) -> tuple[TimeExpression, ...]:
    """Every time expression of the text, in order, none inside another."""
    text = document.text
    end, spoken = 0, Spoken()
    published = published_day(document.published)
    found: list[tuple[Span, Value]] = []
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        place, value = _longest(text, word, published, spoken)
        if place is not None and is_in_a_name(text, place.match.start(), place.match.end()):
            continue
        if place is None or value is None:
            continue
        span = Span(_with_modifiers(text, place.match.start(), end), place.match.end())
        end = span.end
        spoken = _remembered(spoken, place, value)
        found.append((span, value))
    return tuple(TimeExpression(span, v.type, v.value, v.edtf) for span, v in composed(text, found))


def _longest(
    text: str, word: re.Match[str], published: date | None, spoken: Spoken
) -> tuple[Place, Value] | tuple[None, None]:
    key = "0" if word[0][0].isdecimal() else word[0].lower()
    matches = [(m, rule) for rule in _INDEX.get(key, ()) if (m := rule.pattern.match(text, word.start()))]
    for match, rule in sorted(matches, key=lambda found: -found[0].end()):
        place = Place(match, published, spoken)
        value = rule.resolve(place)
        if value is not None:
            return place, value
    return None, None


def _with_modifiers(text: str, start: int, floor: int) -> int:
    """Where the words begin with what belongs to them: "the", "early", "about", "the end of"."""
    begin = max(floor, start - _MODIFIERS_AT_MOST)
    before = _MODIFIER.search(text[begin:start])
    return begin + before.start() if before else start


def _remembered(spoken: Spoken, place: Place, value: Value) -> Spoken:
    if value.type is TimeType.DURATION and value.value in _PARTS_OF_A_YEAR:
        # Figures for nine months are compared with the year before, not with a quarter.
        return replace(spoken, quarter=None)
    if value.type not in (TimeType.DATE, TimeType.TIME):
        return spoken
    day = exact(value.edtf)
    month = re.match(r"\d{4}-\d\d(?!\d)", value.value)
    year = re.match(r"\d{4}(?=-|$|T)", value.value)
    is_weekday = "weekday" in place.match.groupdict() and "month" not in place.match.groupdict()
    return Spoken(
        day=day or spoken.day,
        told=spoken.told if day is None or is_weekday else day,
        year=int(year[0]) if year else spoken.year,
        month=exact(f"{month[0]}-01") if month and not is_weekday else spoken.month,
        quarter=_quarter(place, value) or spoken.quarter,
    )


def _quarter(place: Place, value: Value) -> tuple[int, int] | None:
    """The quarter told of: one that is over and was named, not one that others are compared with or expected."""
    named = re.fullmatch(r"(\d{4})-Q([1-4])", value.value)
    if named is None or "nth" not in place.match.groupdict():
        return None
    quarter = int(named[1]), int(named[2])
    published = place.published
    return quarter if published is None or quarter < (published.year, (published.month + 2) // 3) else None
