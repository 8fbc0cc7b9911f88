"""Clock times put on their days: "5 p.m. EST, Nov. 6" is one time; in "On Tuesday … at 5 p.m." the second has a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.model import Span, TimeType
from sayso.times.edtf import exact
from sayso.times.rule import SENTENCE_END, Value

Found = tuple[Span, Value]

_ADJACENT = re.compile(r",?\s+|\s+on\s+")


def clocks_on_days(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """The same times; one of the clock gets the day that it stands by, or that its sentence has named before."""
    day: Found | None = None
    for span, value in _joined(text, found):
        if _is_clock(value):
            named = day is not None and SENTENCE_END.search(text, day[0].end, span.start) is None
            value = _at(day[1], value) if day is not None and named else replace(value, edtf=None)
        elif _is_day(value):
            day = span, value
        yield span, value


def _joined(text: str, found: Iterable[Found]) -> Iterator[Found]:
    clock: Found | None = None
    for span, value in found:
        if clock is not None:
            if _is_day(value) and _ADJACENT.fullmatch(text, clock[0].end, span.start):
                yield Span(clock[0].start, span.end), _at(value, clock[1])
                clock = None
                continue
            yield clock
        clock = (span, value) if _is_clock(value) else None
        if clock is None:
            yield span, value
    if clock is not None:
        yield clock


def _is_clock(value: Value) -> bool:
    return value.type is TimeType.TIME and value.value.startswith("T") and value.value[1].isdigit()


def _is_day(value: Value) -> bool:
    return value.type is TimeType.DATE and exact(value.edtf) is not None


def _at(day: Value, clock: Value) -> Value:
    """TIMEX3 takes the time as printed; EDTF takes it only where its zone is printed too."""
    on = day.value
    return Value(TimeType.TIME, on + clock.value, on + clock.edtf if clock.edtf else on)
