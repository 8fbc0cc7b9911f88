"""Text with overlapping spans marked, printed as properly nested HTML."""

from __future__ import annotations

from bisect import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape

from sayso.model import Span

# Browsers drop NUL and cannot be sent lone surrogates; one stand-in character each keeps offsets true on the page.
_UNPRINTABLE = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}


def printable(text: str) -> str:
    """The same number of characters, all of which a browser keeps."""
    return text.translate(_UNPRINTABLE)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be wrapped in one element.

    Where two marks cover the same words, the lower `rank` is outside. A mark that crosses another, or the end of what
    is printed, is cut in pieces: `id` stands on the first, `tail` after the last.
    """

    span: Span
    css: str
    data: tuple[tuple[str, str], ...] = ()
    rank: int = 0
    id: str = ""
    tail: Markup = field(default_factory=Markup)


def marked(text: str, within: Span, marks: Iterable[Mark]) -> Markup:
    """The words of `within`, escaped, each mark a `<span>`.

    >>> print(marked("abc", Span(0, 3), [Mark(Span(0, 2), "x"), Mark(Span(1, 3), "y")]))
    <span class="x">a<span class="y">b</span></span><span class="y">c</span>
    """
    return Markup("").join(_pieces(text, within, _inside(within, marks)))


def shared_out(marks: Iterable[Mark], places: Sequence[Span]) -> list[list[Mark]]:
    """For each of the places, which stand in order and apart, the marks that reach into it."""
    starts = [place.start for place in places]
    shares: list[list[Mark]] = [[] for _ in places]
    for mark in marks:
        for index in range(max(bisect(starts, mark.span.start) - 1, 0), len(places)):
            if places[index].start >= mark.span.end:
                break
            shares[index].append(mark)
    return shares


def _inside(within: Span, marks: Iterable[Mark]) -> list[Mark]:
    return sorted((mark for mark in marks if within.touches(mark.span) and len(mark.span)), key=_outermost_first)


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.rank


def _pieces(text: str, within: Span, marks: list[Mark]) -> Iterator[Markup]:
    opened: list[Mark] = []
    begun = {mark.id for mark in marks if mark.span.start < within.start}
    for place, wanted in _stretches(within, marks):
        kept = _shared(opened, wanted)
        yield from _closing(opened[kept:], place.start)
        for mark in wanted[kept:]:
            yield _opening(mark, first=mark.id not in begun)
            begun.add(mark.id)
        opened = wanted
        yield escape(printable(place.of(text)))
    yield from _closing(opened, within.end)


def _stretches(within: Span, marks: list[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """The words between one edge and the next, with the marks that cover them, outermost first."""
    waiting = deque(marks)
    covering: list[Mark] = []
    for start, end in pairwise(_edges(within, marks)):
        covering = [mark for mark in covering if mark.span.end >= end]
        while waiting and waiting[0].span.start <= start:
            covering.append(waiting.popleft())
        yield Span(start, end), covering


def _edges(within: Span, marks: list[Mark]) -> list[int]:
    edges = {within.start, within.end}
    for mark in marks:
        edges |= {max(mark.span.start, within.start), min(mark.span.end, within.end)}
    return sorted(edges)


def _shared(one: list[Mark], other: list[Mark]) -> int:
    """How many marks, from the outside, need not be closed."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a is not b:
            break
        count += 1
    return count


def _opening(mark: Mark, *, first: bool) -> Markup:
    parts = [Markup('<span class="{}"').format(mark.css)]
    if mark.id and first:
        parts.append(Markup(' id="{}"').format(mark.id))
    parts.extend(Markup(' data-{}="{}"').format(name, value) for name, value in mark.data)
    return Markup("").join([*parts, Markup(">")])


def _closing(marks: list[Mark], at: int) -> Iterator[Markup]:
    for mark in reversed(marks):
        yield (mark.tail if mark.span.end <= at else Markup("")) + Markup("</span>")
