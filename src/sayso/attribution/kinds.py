"""Direct, indirect or mixed: by the quotation marks in the content."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.quotes import Quotation
from sayso.model import Kind, Span, Spans
from sayso.places import Places


def kind_of(text: str, content: Spans, quotations: Places[Quotation], cue: Spans = ()) -> Kind:
    """Direct where all words stand inside marks, mixed where some do, else indirect.

    Marks that hold the cue, too, are those of whoever reports it ("“He told me that it is over,” she said").
    """
    near = (q for span in content for q in quotations.touching(span))
    touching = [q.span for q in near if not any(q.inner.covers(word) for word in cue)]
    if not touching:
        return Kind.INDIRECT
    outside = (text[i] for span in content for i in range(span.start, span.end) if not _inside(i, touching))
    return Kind.MIXED if any(c.isalnum() for c in outside) else Kind.DIRECT


def _inside(place: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)
