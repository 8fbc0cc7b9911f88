"""Do these words stand in that text, where, and how exactly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sayso.model import Difference, Span, Verdict
from sayso.pins.altered import WORDS_LEFT_OUT, best_place
from sayso.pins.marked import marked_place, pieces_of, without_sic
from sayso.pins.matching import typographic_places, verbatim_places
from sayso.pins.words import words_in

PLACES_AT_MOST = 1000
"""How many places `find_all` gives for one quotation in one text."""
WORDS_AT_AN_ELLIPSIS = 40
"""How many words more an altered quotation may span for each ellipsis in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """The place of words in a text.

    `verdict` is verbatim, typographic or altered. `differences` say, in order, what stands there and what was printed
    instead; a typographic place has some only where the quotation itself marks them, by an ellipsis or brackets.
    `parts` are the pieces of a marked quotation. `standing` is the share of the words that stand, 0.5 to 1.
    """

    span: Span
    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    parts: tuple[Span, ...] = ()
    standing: float = 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a printing stands to its original: `span` is its place there, None where the verdict is absent."""

    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Nearest:
    """Which of several texts has the words, and how."""

    index: int
    found: Found


def find(words: str, text: str) -> Found | None:
    """The best place of the words in the text: verbatim before typographic before altered; None where absent.

    >>> find("We will go.", "And then we will go, he said").verdict
    <Verdict.TYPOGRAPHIC: 'typographic'>
    """
    return find_faithful(words, text) or find_altered(words, text)


def find_faithful(words: str, text: str) -> Found | None:
    """The first place where the words stand verbatim or typographically, or None."""
    span = next(verbatim_places(words, text), None)
    if span is not None:
        return Found(span, Verdict.VERBATIM)
    span = next(typographic_places(words, text), None)
    if span is not None:
        return Found(span, Verdict.TYPOGRAPHIC)
    found = _find_marked(words, text)
    return found if found is not None and found.verdict is Verdict.TYPOGRAPHIC else None


def find_altered(words: str, text: str) -> Found | None:
    """The place where at least half of the words stand in order, or None."""
    marked = _find_marked(words, text)
    if marked is not None:
        return marked
    slack = WORDS_LEFT_OUT + WORDS_AT_AN_ELLIPSIS * sum(piece.elided for piece in pieces_of(words))
    place = best_place(without_sic(words), words_in(text), slack)
    if place is None:
        return None
    return Found(place.span, Verdict.ALTERED, place.differences, standing=place.standing)


def find_all(words: str, text: str) -> list[Found]:
    """All places where the words stand verbatim or typographically, in order; at most PLACES_AT_MOST."""
    exact = list(islice(verbatim_places(words, text), PLACES_AT_MOST))
    starts = [span.start for span in exact]
    found = [Found(span, Verdict.VERBATIM) for span in exact]
    for span in islice(typographic_places(words, text), PLACES_AT_MOST):
        near = bisect_right(starts, span.end - 1) - 1
        if near < 0 or not exact[near].touches(span):
            found.append(Found(span, Verdict.TYPOGRAPHIC))
    found = sorted(found, key=lambda one: one.span)[:PLACES_AT_MOST]
    marked = None if found else find_faithful(words, text)
    return [marked] if marked is not None else found


def compare(original: str, printed: str) -> Comparison:
    """How a printing stands to its original. A faithful part counts as the whole.

    >>> compare("We will not sign.", "We will sign.").differences
    (Difference(original='not', printed=''),)
    """
    found = find(printed, original)
    if found is None:
        return Comparison(Verdict.ABSENT, (Difference(original, printed),))
    return Comparison(found.verdict, found.differences, found.span)


def nearest(words: str, candidates: Iterable[str]) -> Nearest | None:
    """The first candidate that has the words verbatim, else the first typographically, else the least altered."""
    texts = list(candidates)
    faithful: Nearest | None = None
    for index, text in enumerate(texts):
        found = find_faithful(words, text)
        if found is not None and found.verdict is Verdict.VERBATIM:
            return Nearest(index, found)
        if found is not None and faithful is None:
            faithful = Nearest(index, found)
    if faithful is not None:
        return faithful
    altered = ((index, find_altered(words, text)) for index, text in enumerate(texts))
    known = [Nearest(index, found) for index, found in altered if found is not None]
    return max(known, key=lambda near: (near.found.standing, -len(near.found.differences)), default=None)


def _find_marked(words: str, text: str) -> Found | None:
    marked = marked_place(words, text)
    if marked is None:
        return None
    verdict = Verdict.ALTERED if marked.changes_substance else Verdict.TYPOGRAPHIC
    return Found(marked.span, verdict, marked.differences, marked.parts)
