"""Content does not begin with what its report hangs from: "It is not true that | Vento said"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribution.found import Found
from sayso.model import Span

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis

# "the idea that", and no longer.
WORDS = 3


def without_opening(analysis: Analysis, found: Found) -> Found:
    """The attribution without a short piece that ends in the "that" of the sentence above it."""
    kept = tuple(span for span in found.content if not _leads_to(analysis, span, found))
    return replace(found, content=kept) if kept else found


def _leads_to(analysis: Analysis, span: Span, found: Found) -> bool:
    text = analysis.text
    words = span.of(text).lower().split()
    start = min(one.start for one in (*found.source, *found.cue))
    if words[-1:] != ["that"] or len(words) > WORDS or text[span.end : start].strip() or span.end > start:
        return False
    last = analysis.head(Span(span.end - len("that"), span.end))
    # A relative "that" is content itself: "the dam that he said would hold".
    return last is not None and last[1].dep_ == "mark"
