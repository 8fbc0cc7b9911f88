"""Words tied to their place, and whether they still stand there."""

from __future__ import annotations

from functools import lru_cache

from sayso.model import Document, Pin, Span, digest_of

CONTEXT = 32
"""How many characters before and after its words a pin keeps, so that a person or program can find them again."""


def pin(document: Document, span: Span) -> Pin:
    """Tie the words of a span to their document. Raises ValueError where the span ends beyond the text."""
    text = document.text
    if span.end > len(text):
        raise ValueError(f"the text ends at {len(text)}, before {span.end}")
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    return Pin(document.id, document.digest, span, span.of(text), prefix, text[span.end : span.end + CONTEXT])


def holds(pin: Pin, text: str) -> bool:
    """Is this the text that was pinned, and do the words stand at their place in it?"""
    around = text[max(0, pin.span.start - len(pin.prefix)) : pin.span.start], text[pin.span.end :][: len(pin.suffix)]
    return pin.span.of(text) == pin.words and around == (pin.prefix, pin.suffix) and _digest(text) == pin.digest


_digest = lru_cache(maxsize=8)(digest_of)  # a document has many pins
