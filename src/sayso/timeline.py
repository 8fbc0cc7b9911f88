"""The order of dates that are not certain: what is surely earlier stands earlier, and nothing pretends to be exact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from sayso.events import Days

T = TypeVar("T")
DaysOf = Callable[[T], Days | None]


def order(days: Days) -> tuple[str, str]:
    """Sorts dates that set a limit: by the first day they allow, or else the last; the narrower before the wider.

    >>> from sayso.events.days import days
    >>> before, month = days("../2025-10-20", None, "2025-10-20"), days("2025-10", "2025-10-01", "2025-10-31")
    >>> order(month) < order(days("2025-10-14", "2025-10-14", "2025-10-14")) < order(before)
    True
    """
    first = days.earliest or days.latest or ""
    return first, days.latest or "9999-99-99"


def surely_before(one: Days, other: Days) -> bool:
    """Is it earlier, whichever days they were?"""
    if one.about or other.about or one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest


def is_placed(days: Days | None) -> bool:
    """Does it set a limit by which it can be put in order?"""
    return days is not None and days.bounded


def in_order(entries: Iterable[T], days_of: DaysOf[T]) -> list[T]:
    """Those that have a place, in order of time."""
    placed = [(order(days), entry) for entry in entries if (days := days_of(entry)) is not None and days.bounded]
    return [entry for _, entry in sorted(placed, key=lambda one: one[0])]


def follows(ordered: Sequence[T], days_of: DaysOf[T]) -> Iterator[bool]:
    """Whether each, of entries in order, was surely after all above it; the first follows nothing."""
    last: str | None = ""
    for number, entry in enumerate(ordered):
        days = days_of(entry)
        assert days is not None
        first = None if days.about else days.earliest
        yield bool(number and last is not None and first is not None and last < first)
        latest = None if days.about else days.latest
        last = None if last is None or latest is None else max(last, latest)
