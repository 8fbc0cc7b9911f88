"""The best place of words that do not stand letter for letter: where at least half of them stand in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import LCSseq

from sayso.model import Difference, Span
from sayso.pins.differing import (
    CELLS_ALIGNED_AT_MOST,
    Block,
    aligned,
    differences,
    edge_differences,
    widened,
    without_stragglers,
    words_alike,
)
from sayso.pins.matching import quoted
from sayso.pins.substance import COMMON
from sayso.pins.words import Words, words_in

WORDS_LEFT_OUT = 12
"""How many words of the text one place may span beyond twice the quotation's own."""
_WINDOWS_ALIGNED_AT_MOST = 12
_LONGER_BY = 2
_NEARLY_ALL = 0.75
_OTHER = "\x01"  # stands for every word of the text that the quotation has not
_FIRST_CODE = 0x10000


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand altered: the stretch of the text, what differs, and the share of the words that stand."""

    span: Span
    differences: tuple[Difference, ...]
    standing: float


@dataclass(frozen=True, slots=True)
class _Coded:
    """A quotation and a text with one character for each word of the quotation."""

    needle: str
    hay: str
    content: frozenset[str]

    @property
    def enough(self) -> int:
        """How many words must stand: half."""
        return (len(self.needle) + 1) // 2


def best_place(printed: str, text: Words, slack: int = WORDS_LEFT_OUT) -> Place | None:
    """The place where at least half of the printed words stand in order, or None."""
    quote = words_in(printed)
    coded = _coded(quote, text)
    places = [_place(printed, text, coded, window) for window in _windows(coded, slack)]
    found = [place for place in places if place is not None]
    return max(found, key=lambda place: (place.standing, -len(place.differences), -len(place.span)), default=None)


def _coded(quote: Words, text: Words) -> _Coded:
    codes = {key: chr(_FIRST_CODE + number) for number, key in enumerate(dict.fromkeys(quote.keys))}
    needle = "".join(codes[key] for key in quote.keys)
    hay = "".join([codes.get(key, _OTHER) for key in text.keys])
    return _Coded(needle, hay, frozenset(code for key, code in codes.items() if key not in COMMON))


def _windows(coded: _Coded, slack: int) -> Iterator[tuple[int, int]]:
    """The stretches of the text, in words, that share most with the quotation."""
    size = 2 * len(coded.needle) + slack
    scored = sorted(_scores(coded, size), key=lambda scored: -scored[1])
    for start, found in scored[:_WINDOWS_ALIGNED_AT_MOST]:
        yield _tightened(coded, start, min(len(coded.hay), start + size), found)


def _scores(coded: _Coded, size: int) -> Iterator[tuple[int, int]]:
    """How many words stand in order in each of the windows that half overlap, where it is enough."""
    if not coded.needle:
        return
    shared = [0, *accumulate(code != _OTHER for code in coded.hay)]
    step = max(1, size // 4)
    for start in range(0, max(1, len(coded.hay) - size + step), step):
        stop = min(len(coded.hay), start + size)
        if shared[stop] - shared[start] >= coded.enough:
            found = LCSseq.similarity(coded.needle, coded.hay[start:stop])
            if found >= coded.enough:
                yield start, int(found)


def _tightened(coded: _Coded, start: int, stop: int, found: int) -> tuple[int, int]:
    """The shortest part of the window with as many words standing: its end is fixed first, then its beginning."""
    if (stop - start) * len(coded.needle) > CELLS_ALIGNED_AT_MOST:
        return start, stop
    low, high = start + found, stop
    while low < high:
        middle = (low + high) // 2
        enough = LCSseq.similarity(coded.needle, coded.hay[start:middle]) >= found
        low, high = (low, middle) if enough else (middle + 1, high)
    stop = low
    low, high = start, stop - found
    while low < high:
        middle = (low + high + 1) // 2
        enough = LCSseq.similarity(coded.needle, coded.hay[middle:stop]) >= found
        low, high = (middle, high) if enough else (low, middle - 1)
    return low, stop


def _place(printed: str, text: Words, coded: _Coded, window: tuple[int, int]) -> Place | None:
    quote = words_in(printed)
    blocks = without_stragglers(aligned(coded.needle, coded.hay, *window), coded.enough)
    if not _is_no_chance(coded, blocks):
        return None
    wide = widened(blocks, text)
    found = (*differences(quote, text, wide), *edge_differences(quoted(printed), quote, text, wide))
    span = Span(text.start(wide[0].text_first), text.end(max(wide[-1].text_stop, wide[0].text_first + 1) - 1))
    return Place(span, found or (Difference(span.of(text.text), printed),), words_alike(blocks) / len(coded.needle))


def _is_no_chance(coded: _Coded, blocks: list[Block]) -> bool:
    """Do the words stand together? Common words scattered over a long stretch are in every text."""
    alike = [block for block in blocks if block.alike]
    runs = [coded.needle[block.quote_first : block.quote_stop] for block in alike]
    standing = words_alike(alike)
    cohesive = 2 * sum(len(run) - 1 for run in runs) >= standing
    if coded.content and coded.content.isdisjoint("".join(runs)):
        return cohesive
    as_long = alike[-1].text_stop - alike[0].text_first <= len(coded.needle) + _LONGER_BY
    return cohesive or as_long or standing >= _NEARLY_ALL * len(coded.needle)
