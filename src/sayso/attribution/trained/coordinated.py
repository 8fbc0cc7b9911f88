"""Two reports of one speaker joined by "and": "X wrote that A, and suggested B" nests nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribution.found import Found, trimmed
from sayso.attribution.trained.decoding import ENDS
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Analysis

JOINS = frozenset({"and", "but", "or", "then", "yet"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ON_THE_WAY = frozenset({"ADV", "PUNCT", "AUX"})


def side_by_side(analysis: Analysis, found: Sequence[Found]) -> list[Found]:
    """The attributions, each without the content that belongs to its speaker's next report."""
    by_source: dict[Spans, list[Found]] = defaultdict(list)
    for one in found:
        if one.source:
            by_source[one.source].append(one)
    return [_without_next(analysis, one, by_source.get(one.source, ())) for one in found]


def _without_next(analysis: Analysis, one: Found, found: Sequence[Found]) -> Found:
    """What follows the joining word of the first report that goes on beside this one is not this one's."""
    joins = (
        join
        for other in found
        if other is not one and _covered(one, other)
        if (join := _join_before(analysis, other)) is not None and join > one.start
    )
    end = min(joins, default=None)
    if end is None:
        return one
    kept = (trimmed(analysis.text, Span(s.start, min(s.end, end)), ENDS) for s in one.content if s.start < end)
    content = tuple(span for span in kept if span is not None)
    return replace(one, content=content) if content else one


def _covered(outer: Found, inner: Found) -> bool:
    return bool(inner.cue) and any(span.covers(inner.cue[0]) for span in outer.content)


def _join_before(analysis: Analysis, found: Found) -> int | None:
    """Where the word stands that joins the finite verb of the cue to what went before; None where there is none."""
    head = analysis.head(found.cue[0])
    if head is None or head[1].tag_ not in _FINITE:
        return None
    paragraph = head[0]
    word: Token = paragraph.doc[paragraph.token_at(found.cue[0].start)]
    while word.i > 0:
        word = word.nbor(-1)
        if word.lower_ in JOINS:
            return paragraph.span_of(word).start
        if word.pos_ not in _ON_THE_WAY:
            return None
    return None
