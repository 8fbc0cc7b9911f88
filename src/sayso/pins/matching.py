"""Places where the words of a quotation stand letter for letter: verbatim, or in another typography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span
from sayso.pins.edges import closes, opens
from sayso.pins.folding import LONG_TEXT, MINUS, Folded, fold, folded_once, same_joint, signs_of

_PLACES_PER_WORD = 200
_LETTERS_COMPARED_AT_MOST = 20_000_000  # only a text made to be hostile comes near it
_GAP_SEARCHED_AT_MOST = 100
_PLAIN_WORD = re.compile("[0-9A-Za-z]{3,}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation ready to be looked for. `opening` and `ending` are signs at its edges that the text must have too.

    `closed` is its closing full stop or comma, which counts for nothing, except where the text has ? or !.
    """

    folded: Folded
    opening: str
    ending: str
    closed: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A stretch of a text, folded; `base` is where it begins."""

    text: str
    folded: Folded
    base: int = 0


def quoted(words: str) -> Quoted:
    """The quotation, folded. An ellipsis at either end says that it is a part, and is no part of it."""
    folded = folded_once(words)
    ending = _signs(folded.joints[-1]).rstrip("…")
    closed = ending[-1:] if ending.endswith((".", ",")) else ""
    return Quoted(folded, _signs(folded.joints[0]).lstrip("…"), ending.removesuffix(closed), closed)


def verbatim_places(words: str, text: str) -> Iterator[Span]:
    """Where these very characters stand as whole words."""
    words = words.strip()
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if opens(text, at) and closes(text, end):
            yield Span(at, end)
        at = text.find(words, at + 1)


def typographic_places(words: str, text: str) -> Iterator[Span]:
    """Where the words stand in any typography, in order. Nothing for a quotation without a letter or digit."""
    quote = quoted(words)
    if not quote.folded.letters:
        return
    if len(text) < LONG_TEXT:
        yield from places(quote, Ground(text, folded_once(text)))
        return
    near = list(_places_near_words(quote, words, text))
    yield from near
    if not near:
        yield from places(quote, Ground(text, folded_once(text)))


def places(quote: Quoted, ground: Ground) -> Iterator[Span]:
    """Where the quotation stands on this ground, in any typography."""
    needle, lower = quote.folded.lower, ground.folded.lower
    left = _LETTERS_COMPARED_AT_MOST
    at = lower.find(needle)
    while at >= 0 and left > 0:
        span = _stands(quote, ground, at)
        if span is not None:
            yield span
        left -= len(needle)
        at = lower.find(needle, at + 1)


def _places_near_words(quote: Quoted, words: str, text: str) -> Iterator[Span]:
    """Where the quotation stands around one of its rarer words: quick, but a word broken in the text hides from it."""
    reach = 2 * len(words) + 80
    done = 0
    for at in _likely_offsets(words, text):
        start, end = max(done, at - reach), at + reach
        if at < done:
            continue
        window = Ground(text, fold(text[max(0, at - reach) : end]), max(0, at - reach))
        for span in places(quote, window):
            if span.start >= start:
                yield span
                done = span.end


def _likely_offsets(words: str, text: str) -> list[int]:
    """Where a rare word of the quotation stands in the text. Its first word is left out: its capital may differ."""
    candidates = sorted(set(_PLAIN_WORD.findall(words)[1:]), key=lambda word: (-len(word), word))
    for word in candidates[:8]:
        offsets = _offsets(word, text)
        if 0 < len(offsets) < _PLACES_PER_WORD:
            return offsets
    return []


def _offsets(word: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(word)
    while at >= 0 and len(found) < _PLACES_PER_WORD:
        found.append(at)
        at = text.find(word, at + len(word))
    return found


def _stands(quote: Quoted, ground: Ground, at: int) -> Span | None:
    """The span of the quotation, if its letters, standing there in some case, stand there as printed."""
    end = at + len(quote.folded)
    if not _same_letters(quote.folded, ground.folded, at) or not _same_joints(quote.folded, ground.folded, at):
        return None
    start_offset = opening_offset(quote, ground, at)
    end_offset = ending_offset(quote, ground, end)
    return None if start_offset is None or end_offset is None else Span(start_offset, end_offset)


def _same_letters(quote: Folded, ground: Folded, at: int) -> bool:
    """Is every letter but the first of the same case?"""
    here = ground.letters[at + 1 : at + len(quote)]
    if here == quote.letters[1:]:
        return True
    if not quote.freed and not ground.freed:
        return False
    pairs = enumerate(zip(quote.letters[1:], here, strict=True), start=1)
    return all(one == other or k in quote.freed or at + k in ground.freed for k, (one, other) in pairs)


def _same_joints(quote: Folded, ground: Folded, at: int) -> bool:
    inner, here = quote.joints[1:-1], ground.joints[at + 1 : at + len(quote)]
    return inner == here or all(map(same_joint, inner, here))


def opening_offset(quote: Quoted, ground: Ground, at: int) -> int | None:
    """Where the quotation begins in the text, with the signs before its first letter, or None if it may not."""
    first = ground.base + ground.folded.starts[at]
    if not quote.opening:
        return first if opens(ground.text, first) else None
    if not _signs(ground.folded.joints[at]).endswith(quote.opening):
        return None
    floor = max(first - _GAP_SEARCHED_AT_MOST, ground.base + (ground.folded.ends[at - 1] if at else 0))
    plain = quote.opening.replace(MINUS, "-")
    starts = (k for k in range(first - 1, floor - 1, -1) if signs_of(ground.text[k:first]) == plain)
    start = next(starts, None)
    return start if start is not None and opens(ground.text, start) else None


def ending_offset(quote: Quoted, ground: Ground, end: int) -> int | None:
    """Where the quotation ends in the text, with the signs after its last letter, or None if it may not."""
    last = ground.base + ground.folded.ends[end - 1]
    after = _signs(ground.folded.joints[end])
    if not after.startswith(quote.ending) or (quote.closed and after[len(quote.ending) :].startswith(("?", "!"))):
        return None
    if not quote.ending:
        return last if closes(ground.text, last) else None
    ceiling = ground.base + ground.folded.starts[end] if end < len(ground.folded) else len(ground.text)
    ceiling = min(ceiling, last + _GAP_SEARCHED_AT_MOST)
    ends = (k for k in range(last + 1, ceiling + 1) if signs_of(ground.text[last:k]) == quote.ending)
    return next(ends, None)


def _signs(joint: str) -> str:
    return joint.rstrip("\"'").strip()
