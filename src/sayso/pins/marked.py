"""Quotations that say themselves where they depart: an ellipsis, words in [brackets], [sic].

Each piece between the marks must stand faithfully, in order, in one paragraph and under one speaker's label. What a
mark may not hide is a negation in a sentence that is quoted, nor a number or name put in the place of another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sayso.model import Difference, Span
from sayso.pins.matching import typographic_places
from sayso.pins.settling import BRACKETED_INITIAL
from sayso.pins.substance import names, negations, numbers
from sayso.pins.words import words_in

_MARK = re.compile(r"\[[^\[\]\n]{0,200}\]|\(sic\.?\)|\(\s*(?:…|\.(?:\s?\.){2,})\s*\)|…|\.(?:\s?\.){2,}", re.IGNORECASE)
_SIC = re.compile(r"[\[(]\s*sic\.?\s*[\])]", re.IGNORECASE)
_DOTS = re.compile(r"[\[(]?\s*(?:…|\.(?:\s?\.)+)\s*[\])]?")
_SENTENCE_END = re.compile(r"[.?!;](?=[\s\"'”’)]|$)")
_NEW_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_LABEL = re.compile(r"^[ \t]*([A-Z][^\n:.,;!?]{0,40}):(?=\s)", re.MULTILINE)
_LABEL_IS_WITHIN = 3000
_PLACES_AT_MOST = 500
_GAP_AT_MOST = 1200
_WORDS_REPLACED_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between marks. Before them: words that the editor put in, and whether something was left out."""

    words: str
    inserted: str = ""
    elided: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the pieces stand, what stands at the marks, and whether a mark hides a change of substance."""

    parts: tuple[Span, ...]
    differences: tuple[Difference, ...]
    changes_substance: bool

    @property
    def span(self) -> Span:
        """From the first piece to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


def marked_place(words: str, text: str) -> Marked | None:
    """Where the quotation stands but for what its marks own up to, or None."""
    pieces = pieces_of(words)
    quoted = [piece for piece in pieces if piece.words]
    if not quoted or quoted == [Piece(words)] or _mostly_inserted(pieces):
        return None
    places = [list(islice(typographic_places(piece.words, text), _PLACES_AT_MOST)) for piece in quoted]
    chains = (_chain(quoted, places, first, text) for first in places[0])
    parts = min((chain for chain in chains if chain), key=lambda chain: chain[-1].end - chain[0].start, default=None)
    return _marked(pieces, parts, text) if parts else None


def pieces_of(words: str) -> list[Piece]:
    """The pieces of a quotation in order. The last has no words where marks end the quotation."""
    pieces: list[Piece] = []
    inserted, elided, done = "", False, 0
    for start, end in [*_marks(words), (len(words), len(words))]:
        between = words[done:start]
        if words_in(between).keys:
            pieces.append(Piece(between.strip(), inserted, elided))
            inserted, elided = "", False
        mark = _SIC.sub("", words[start:end])
        if _DOTS.fullmatch(mark):
            elided = True
        else:
            inserted = f"{inserted} {mark}".strip()
        done = end
    return [*pieces, Piece("", inserted, elided)] if inserted or elided else pieces


def without_sic(words: str) -> str:
    """The quotation without the editor's [sic]."""
    return _SIC.sub("", words)


def _marks(words: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _MARK.finditer(words) if not BRACKETED_INITIAL.match(words, match.start()))


def _mostly_inserted(pieces: list[Piece]) -> bool:
    inserted = sum(len(words_in(piece.inserted)) for piece in pieces)
    return inserted > sum(len(words_in(piece.words)) for piece in pieces)


def _chain(quoted: list[Piece], places: list[list[Span]], first: Span, text: str) -> tuple[Span, ...] | None:
    """One place for each piece, each the nearest after the one before, or None."""
    chain = [first]
    for piece, spans in zip(quoted[1:], places[1:], strict=True):
        at = bisect_left(spans, chain[-1].end, key=lambda span: span.start)
        if at == len(spans) or not _may_join(piece, Span(chain[-1].end, spans[at].start), text):
            return None
        chain.append(spans[at])
    return tuple(chain)


def _may_join(piece: Piece, gap: Span, text: str) -> bool:
    """May the mark before this piece stand for what the text has there?"""
    if len(gap) > _GAP_AT_MOST:
        return False
    between = gap.of(text)
    left_out = len(words_in(between))
    if not piece.elided and left_out > (_WORDS_REPLACED_AT_MOST if piece.inserted else 0):
        return False
    return not _NEW_PARAGRAPH.search(between) and _one_label(text, gap)


def _one_label(text: str, gap: Span) -> bool:
    """Does nobody else begin to speak in between? A label is a name and a colon at the start of a line."""
    # The last character before the gap belongs to a line that has begun: no label can begin within it.
    labels = {match.group(1) for match in _LABEL.finditer(text, gap.start, gap.end)}
    if not labels:
        return True
    before = [match.group(1) for match in _LABEL.finditer(text, max(0, gap.start - _LABEL_IS_WITHIN), gap.start)]
    return labels == set(before[-1:])


def _marked(pieces: list[Piece], parts: tuple[Span, ...], text: str) -> Marked:
    differences: list[Difference] = []
    changes_substance = False
    ends = [None, *parts]
    starts = [*parts, None]
    for piece, before, after in zip(pieces, ends, starts, strict=False):
        gap = text[before.end : after.start] if before and after else ""
        found = Difference(_bare(gap), piece.inserted or ("…" if piece.elided and _bare(gap) else ""))
        if found != Difference("", ""):
            differences.append(found)
            touched = text[before.start : before.end] if before else "", text[after.start : after.end] if after else ""
            changes_substance |= _changes_substance(piece, gap) or _adds_to_number(piece, gap, *touched)
    return Marked(parts, tuple(differences), changes_substance)


def _adds_to_number(piece: Piece, gap: str, before: str, after: str) -> bool:
    """ "[35] 350", "350 [thousand]": a number put in, in the place of nothing, where another one stands."""
    if not numbers(piece.inserted) or numbers(gap):
        return False
    neighbours = before.split()[-1:] + after.split()[:1]
    return any(numbers(word) for word in neighbours)


def _bare(gap: str) -> str:
    """The words of a gap, without the signs around them."""
    words = words_in(gap)
    return words.between(0, len(words))


def _changes_substance(piece: Piece, gap: str) -> bool:
    if not piece.inserted:
        # Whole sentences may go; a negation in a sentence that is quoted may not.
        sentences = _SENTENCE_END.split(gap)
        return bool(negations(sentences[0]) or negations(sentences[-1]))
    if len(negations(gap)) != len(negations(piece.inserted)):
        return True
    return not (numbers(gap) <= numbers(piece.inserted) and names(gap) <= names(piece.inserted))
