"""Document → Analysis: every paragraph parsed, and the ways to get from tokens back to the document's characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.language import pipeline
from sayso.model import Document, Span
from sayso.paragraphs import paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

# Characters. A longer paragraph is parsed in pieces: spaCy looks through all of it for every question about a sentence.
PIECE = 5_000
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s")
# Nothing is said in a row of marks, and spaCy's tokenizer takes the square of its length to find that out.
_MARKS = re.compile(r"(?:[^\w\s]|_){60,}")


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


def analyse(document: Document) -> Analysis:
    """Parse the document, paragraph by paragraph."""
    places = [piece for place in paragraphs(document.text) for piece in _pieces(document.text, place)]
    parsed = pipeline.load().pipe((place.of(document.text) for place in places), batch_size=64)
    return Analysis(document, tuple(Paragraph(place, doc) for place, doc in zip(places, parsed, strict=True)))


def _pieces(text: str, place: Span) -> Iterator[Span]:
    """The place without rows of marks, cut behind a sentence, else a word, where it is too long."""
    start = place.start
    for row in _MARKS.finditer(text, place.start, place.end):
        yield from _cut(text, Span(start, row.start()))
        start = row.end()
    yield from _cut(text, Span(start, place.end))


def _cut(text: str, place: Span) -> Iterator[Span]:
    start = place.start
    while place.end - start > PIECE:
        end = _cut_at(text, start, start + PIECE)
        yield Span(start, end)
        start = end
    if text[start : place.end].strip():
        yield Span(start, place.end)


def _cut_at(text: str, start: int, limit: int) -> int:
    """Behind the last sentence before the limit, else behind the last word, else at the limit."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
    return ends[-1] if ends else max(text.rfind(" ", start, limit) + 1, 0) or limit
