"""Work begun before its turn, so that whoever does it elsewhere is never idle."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WAITING = 2
"""Items for each worker that are begun before their turn: enough to keep it busy, and few to hold."""


def ahead(items: Iterable[T], begin: Callable[[T], R], by: int) -> Iterator[tuple[T, R]]:
    """Each item with what `begin` made of it when it was still `by` items from its turn.

    >>> begun = []
    >>> for item, _ in ahead("abcd", begun.append, 2):
    ...     print(item, *begun)
    a a b c
    b a b c d
    c a b c d
    d a b c d
    """
    waiting: deque[tuple[T, R]] = deque()
    for item in items:
        waiting.append((item, begin(item)))
        if len(waiting) > by:
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()
