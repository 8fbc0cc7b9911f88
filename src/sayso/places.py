"""Things that stand somewhere in a text, found by their place without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from sayso.model import Span

T = TypeVar("T")


class Places(Generic[T]):
    """Items sorted by where they begin.

    >>> places = Places([Span(0, 4), Span(10, 14), Span(12, 13)], lambda span: span)
    >>> places.begin_in(Span(5, 12))
    [Span(start=10, end=14)]
    >>> places.touching(Span(13, 20))
    [Span(start=10, end=14)]
    """

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        self._items = sorted(items, key=span_of)
        self._span_of = span_of
        self._starts = [span_of(item).start for item in self._items]
        self._longest = max((len(span_of(item)) for item in self._items), default=0)

    def __iter__(self) -> Iterator[T]:
        """All of them, in order."""
        return iter(self._items)

    def begin_in(self, place: Span) -> Sequence[T]:
        """The items whose first character lies in the place."""
        return self._items[bisect_left(self._starts, place.start) : bisect_left(self._starts, place.end)]

    def touching(self, place: Span) -> Sequence[T]:
        """The items that share a character with the place."""
        first = bisect_left(self._starts, place.start - self._longest)
        last = bisect_left(self._starts, place.end)
        return [item for item in self._items[first:last] if self._span_of(item).touches(place)]

    def near(self, place: Span, reach: int) -> Sequence[T]:
        """The items that begin at most so many characters before or after the place."""
        return self.begin_in(Span(max(0, place.start - reach), place.end + reach))
