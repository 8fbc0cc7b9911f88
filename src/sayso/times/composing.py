"""Expressions that belong together: "5 p.m. EST, Nov. 6"; "On Tuesday … at 5 p.m."; "the day before Thanksgiving"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.model import Span, TimeType
from sayso.times.arithmetic import day_value, moved
from sayso.times.edtf import exact
from sayso.times.rule import SENTENCE_END, Value

Found = tuple[Span, Value]

_DAY_BESIDE = re.compile(r"\b(?:the\s+)?day\s+(before|after)\s+$", re.IGNORECASE)
_LEAD_AT_MOST = 24
_ADJACENT = re.compile(r",?\s+|\s+on\s+")


def composed(text: str, found: Iterable[Found]) -> Iterator[Found]:
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
    floor = 0
    for printed, plain in found:
        span, value = _shifted(text, printed, plain, floor)
        floor = span.end
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


def _shifted(text: str, span: Span, value: Value, floor: int) -> Found:
    """ "the day before Thanksgiving"."""
    lead = _DAY_BESIDE.search(text, max(floor, span.start - _LEAD_AT_MOST), span.start) if _is_day(value) else None
    day = exact(value.edtf)
    if lead is None or day is None:
        return span, value
    beside = day_value(moved(day, 1 if lead[1].lower() == "after" else -1))
    return (Span(lead.start(), span.end), beside) if beside else (span, value)


def _is_clock(value: Value) -> bool:
    return value.type is TimeType.TIME and value.value.startswith("T") and value.value[1].isdigit()


def _is_day(value: Value) -> bool:
    return value.type is TimeType.DATE and exact(value.edtf) is not None


def _at(day: Value, clock: Value) -> Value:
    """TIMEX3 takes the time as printed; EDTF takes it only where its zone is printed too."""
    on = day.value
    return Value(TimeType.TIME, on + clock.value, on + clock.edtf if clock.edtf else on)
