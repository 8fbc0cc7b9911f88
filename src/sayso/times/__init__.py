"""Words → When: time expressions found, and made as exact as the words are, never more."""

from __future__ import annotations

from sayso.model import TimeExpression, When
from sayso.times.edtf import bounds, published_day
from sayso.times.finding import times_in

__all__ = ["bounds", "published_day", "times_in", "when"]


def when(time: TimeExpression) -> When | None:
    """The expression as a `When`; None for durations and for words that set no date at all."""
    if time.edtf is None:
        return None
    earliest, latest = bounds(time.edtf)
    return When(time.edtf, time.span, earliest, latest)
