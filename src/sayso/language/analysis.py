"""Document → Analysis: every paragraph parsed, and the ways to get from tokens back to the document's characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.language import pipeline
from sayso.model import Document, Span
from sayso.paragraphs import paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

# A paragraph longer than this is parsed in pieces: memory stays flat on a text without line ends.
PIECE = 20_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One parsed paragraph and its place in the document."""

    span: Span
    doc: Doc

    @property
    def start(self) -> int:
        """Where its first character stands in the document."""
        return self.span.start

    def span_of(self, tokens: TokenSpan | Token) -> Span:
        """Where these tokens stand in the document."""
        if hasattr(tokens, "idx"):
            return Span(self.start + tokens.idx, self.start + tokens.idx + len(tokens))
        return Span(self.start + tokens.start_char, self.start + tokens.end_char)

    def between(self, first: int, last: int) -> Span:
        """Where the tokens from `first` to `last`, both counted in, stand in the document."""
        return self.span_of(self.doc[first : last + 1])

    def token_at(self, character: int) -> int:
        """Index of the first token that ends after this character of the document."""
        wanted = character - self.start
        low, high = 0, len(self.doc)
        while low < high:
            middle = (low + high) // 2
            token = self.doc[middle]
            if token.idx + len(token) > wanted:
                high = middle
            else:
                low = middle + 1
        return low


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its paragraphs parsed."""

    document: Document
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def paragraph_of(self, span: Span) -> Paragraph | None:
        """The paragraph in which the span begins; None in a part that was not parsed."""
        at = bisect_right(self.paragraphs, span.start, key=lambda p: p.start) - 1
        found = self.paragraphs[at] if at >= 0 else None
        return found if found is not None and span.start < found.span.end else None

    def head(self, span: Span) -> tuple[Paragraph, Token] | None:
        """The word that the span's other words hang from."""
        paragraph = self.paragraph_of(span)
        if paragraph is None:
            return None
        first, last = paragraph.token_at(span.start), paragraph.token_at(max(span.start, span.end - 1))
        tokens = paragraph.doc[first : last + 1]
        return (paragraph, tokens.root) if len(tokens) else None


def analyse(document: Document, leave_out: Iterable[Span] = ()) -> Analysis:
    """Parse the document, paragraph by paragraph; `leave_out` are places that need no parse (turns of a transcript)."""
    left_out = set(leave_out)
    places = [piece for place in paragraphs(document.text) if place not in left_out for piece in _pieces(place)]
    parsed = pipeline.load().pipe((place.of(document.text) for place in places), batch_size=64)
    return Analysis(document, tuple(Paragraph(place, doc) for place, doc in zip(places, parsed, strict=True)))


def _pieces(place: Span) -> Iterator[Span]:
    for start in range(place.start, place.end, PIECE):
        yield Span(start, min(start + PIECE, place.end))
