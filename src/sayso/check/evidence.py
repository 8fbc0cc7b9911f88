"""Where the record holds the words of a quotation, and whose words they are there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.check.names import name_parts
from sayso.check.retelling import Retelling, retellings
from sayso.check.seams import joined
from sayso.check.who import is_name
from sayso.model import Act, Document, DocumentKind, Kind, Reality, Span, Verdict
from sayso.pins import Found, find_all, find_altered, find_faithful
from sayso.record import DocumentLine, Passage, Record, SaidLine

PASSAGES = 24
"""How many passages of the record are looked at for one quotation."""
_ALTERED_PASSAGES = 8
_SEAM_PASSAGES = 4
_RETELLINGS = 8
_WIDENED = 4
_PASSAGE_IS_LONGER = 3
_PLACES_WITH_OWNERS = 12
_PLAIN_WORD = re.compile("[0-9a-zà-ÿ]{2,}")

Finder = Callable[[str, str], Found | None]


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a quotation in one document of the record, and the statements that hold them, the closest fit first.

    `is_clear` marks a place that a claim beyond doubt retells.
    """

    document: DocumentLine
    found: Found
    said: tuple[SaidLine, ...] = ()
    is_clear: bool = False

    @property
    def is_primary(self) -> bool:
        """Did the words reach us without a reporter in between?"""
        return self.document.kind is not DocumentKind.REPORT

    @property
    def speakers(self) -> tuple[str, ...]:
        """The people by name who say these words here, or whose words are reported here."""
        return tuple(line.speaker for line in self.said if line.speaker and is_name(line.speaker))

    @property
    def owner(self) -> str | None:
        """Who says them here by the reading that fits best, if it is a sure one."""
        named = (line for line in self.said if line.speaker and is_name(line.speaker) and not line.unsure)
        return next((line.speaker for line in named), None)

    @property
    def not_said(self) -> bool:
        """Does the document print these words only to say that they were not said?"""
        return bool(self.said) and all(line.statement.reality is not Reality.SAID for line in self.said)

    @property
    def denied_by(self) -> str | None:
        """Who denies these words here, where nothing else is said with them."""
        # What a denial reports in turn was not said, and takes nothing from the denial.
        said = [line for line in self.said if line.statement.reality is Reality.SAID]
        denials = [line for line in said if line.statement.act is Act.DENIES]
        own = denials and len(denials) == len(said) and denials[0].statement.kind is Kind.INDIRECT
        return (denials[0].speaker or "somebody") if own else None

    @property
    def is_told(self) -> bool:
        """Does a report print these words outside of quotation marks, so that they are the reporter's?"""
        return not self.is_primary and all(line.statement.kind is Kind.INDIRECT for line in self.said)


class Evidence:
    """Looks for quotations in a record, leaving some texts out."""

    def __init__(self, record: Record, exclude: Collection[str]) -> None:
        self._record = record
        self._exclude = exclude
        self._lines: dict[str, DocumentLine] = {}
        self._documents: dict[str, Document] = {}
        self._names: list[str] | None = None
        self._in_two: dict[tuple[str, Span], list[SaidLine]] = {}

    def passages(self, words: str) -> list[Passage]:
        """Where the words may stand, those that share most of them, side by side, first."""
        plain = _PLAIN_WORD.findall(words.lower())
        wanted = {*plain, *(f"{one} {other}" for one, other in pairwise(plain))}
        found = self._record.passages(words, PASSAGES, exclude=self._exclude)
        best = sorted(found, key=lambda passage: -_shared(wanted, passage.text))
        return [*(self._widened(passage, len(words)) for passage in best[:_WIDENED]), *best[_WIDENED:]]

    def faithful(self, words: str, passages: list[Passage]) -> list[Place]:
        """Places where the words stand verbatim or typographically, the best evidence first, with their owners."""
        wanted = set(_PLAIN_WORD.findall(words.lower()))
        places = [
            Place(self._line(passage), _moved(found, passage.span.start))
            for passage in passages
            if 2 * _shared(wanted, passage.text) >= len(wanted)
            for found in find_all(words, passage.text)
        ]
        if not places:
            places = list(self._across_seams(words, passages, find_faithful))
        return [self._with_owners(place) for place in sorted(places, key=_weight)[:_PLACES_WITH_OWNERS]]

    def altered(self, words: str, passages: list[Passage]) -> Place | None:
        """The place where most of the words stand in order, or None; primary documents first among equals."""
        places = [*self._altered(words, passages), *self._across_seams(words, passages, find_altered)]
        place = max(places, key=_nearness, default=None)
        return self._with_owners(place) if place else None

    def primary(self, passages: list[Passage]) -> list[Passage]:
        """The likeliest passages of transcripts, statements, posts and drafts."""
        likely = passages[:_ALTERED_PASSAGES]
        return [passage for passage in likely if self._line(passage).kind is not DocumentKind.REPORT]

    def said(self, document_id: str, span: Span) -> tuple[SaidLine, ...]:
        """The statements that hold at least half of a place."""
        lines = self._record.spoken(document_id, span)
        return tuple(line for line in lines if 2 * _covered(line, span) >= len(span))

    def retold(self, words: str, passages: list[Passage]) -> list[Place]:
        """Sentences that the words may retell, the nearest first; primary documents first among equals."""
        found = [
            (passage, retelling)
            for passage in passages[:_ALTERED_PASSAGES]
            for retelling in retellings(words, passage.text)
        ]
        found.sort(
            key=lambda pair: (pair[1].closeness, self._line(pair[0]).kind is not DocumentKind.REPORT), reverse=True
        )
        return [self._retold(*pair) for pair in found[:_RETELLINGS]]

    def knows(self, label: str) -> bool:
        """Is it the name, or a part of the name, of somebody who speaks in the record?"""
        if self._names is None:
            self._names = [name for name, _ in self._record.speakers()]
        parts = set(name_parts(label))
        return bool(parts) and any(parts <= set(name_parts(name)) for name in self._names)

    def _retold(self, passage: Passage, retelling: Retelling) -> Place:
        span = retelling.span if retelling.is_clear else retelling.sentence
        found = _moved(Found(span, Verdict.ALTERED, retelling.differences), passage.span.start)
        place = Place(self._line(passage), found, is_clear=retelling.is_clear)
        return self._with_owners(place)

    def _with_owners(self, place: Place) -> Place:
        if place.said:
            return place
        return replace(place, said=self.said(place.document.id, place.found.span))

    def _altered(self, words: str, passages: list[Passage]) -> Iterator[Place]:
        for passage in passages[:_ALTERED_PASSAGES]:
            found = find_altered(words, passage.text)
            if found is not None and found.verdict is Verdict.ALTERED:
                yield Place(self._line(passage), _moved(found, passage.span.start))

    def _across_seams(self, words: str, passages: list[Passage], find: Finder) -> Iterator[Place]:
        """Places in statements that a report prints in parts."""
        wanted = set(_PLAIN_WORD.findall(words.lower()))
        for passage in passages[:_SEAM_PASSAGES]:
            if 2 * _shared(wanted, passage.text) < len(wanted):
                continue
            for line in self._split(passage):
                yield from self._in_parts(words, passage, line, find)

    def _split(self, passage: Passage) -> list[SaidLine]:
        """The statements of a passage that are printed in parts."""
        place = passage.document_id, passage.span
        if place not in self._in_two:
            lines = self._record.spoken(*place) if self._line(passage).kind is DocumentKind.REPORT else []
            self._in_two[place] = [line for line in lines if len(line.statement.content) > 1]
        return self._in_two[place]

    def _widened(self, passage: Passage, length: int) -> Passage:
        """A passage with as much around it as a quotation of that length may need."""
        if length * _PASSAGE_IS_LONGER <= len(passage.text):
            return passage
        text = self._text(passage.document_id)
        start, end = max(0, passage.span.start - 2 * length), min(len(text), passage.span.end + 2 * length)
        start = max(text.rfind("\n", 0, start), 0)
        end = text.find("\n", end) if text.find("\n", end) > 0 else len(text)
        return replace(passage, span=Span(start, end), text=text[start:end])

    def _in_parts(self, words: str, passage: Passage, line: SaidLine, find: Finder) -> Iterator[Place]:
        for one in joined(self._text(passage.document_id), line.statement.content):
            found = find(words, one.text)
            if found is not None:
                verdict = Verdict.ALTERED if found.verdict is Verdict.ALTERED else Verdict.TYPOGRAPHIC
                yield Place(self._line(passage), replace(one.in_document(found), verdict=verdict), (line,))

    def document(self, id: str) -> Document:
        """A document of the record, looked up once."""
        if id not in self._documents:
            self._documents[id] = self._record.document(id)
        return self._documents[id]

    def _text(self, document_id: str) -> str:
        return self.document(document_id).text

    def _line(self, passage: Passage) -> DocumentLine:
        id = passage.document_id
        if id not in self._lines:
            self._lines[id] = self._record.document_line(id)
        return self._lines[id]


def _weight(place: Place) -> tuple[bool, bool, str, Span]:
    is_verbatim = place.found.verdict is Verdict.VERBATIM
    return not is_verbatim, not place.is_primary, place.document.published or "9999", place.found.span


def _nearness(place: Place) -> tuple[float, bool, int]:
    differing = sum(len(one.original) + len(one.printed) for one in place.found.differences)
    return place.found.standing, place.is_primary, -differing


def _shared(wanted: set[str], text: str) -> int:
    lower = text.lower()
    return sum(word in lower for word in wanted)


def _covered(line: SaidLine, span: Span) -> int:
    """How many characters of the span the statement's content holds."""
    return sum(
        max(0, min(content.end, span.end) - max(content.start, span.start)) for content in line.statement.content
    )


def _moved(found: Found, by: int) -> Found:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return replace(found, span=moved(found.span), parts=tuple(map(moved, found.parts)))
