"""Which words of a text are marked, and how: content, source, cue, hedge, and the speaker's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sayso.export.reader.cards import Card
from sayso.export.reader.marks import Mark
from sayso.model import Kind, Span, Spans, Statement

_OUTSIDE, _INSIDE = 0, 90
_NUMBER = Markup('<a class="num {}" href="#card-{}" aria-label="Statement {}">{}</a>')


@dataclass(frozen=True, slots=True)
class Wording:
    """Marks the words of statements that have cards. `quoted` are the places in quotation marks, in order."""

    cards: Mapping[str, Card]
    quoted: Spans = ()

    def marks(self, statements: Iterable[Statement]) -> list[Mark]:
        """Every mark, in no particular order."""
        ordered = list(statements)
        outer = _around_others(ordered)
        found = [mark for s in ordered for mark in self._content(s, is_outer=s.id in outer)]
        found += [mark for s in ordered for mark in _hedges(s)]
        found += [*_pointers(ordered, "source"), *_pointers(ordered, "cue"), *_dates(ordered)]
        return found + self._antecedents(ordered)

    def _antecedents(self, statements: list[Statement]) -> list[Mark]:
        """Words that say who is meant elsewhere, to be led to at `#w` and their place."""
        of: dict[Span, list[str]] = {}
        for statement in statements:
            for one in self.cards[statement.id].antecedents:
                of.setdefault(one.span, []).append(statement.id)
        return [_pointer(span, "ante", ids, id=f"w{span.start}") for span, ids in of.items()]

    def _content(self, statement: Statement, *, is_outer: bool) -> Iterator[Mark]:
        card = self.cards[statement.id]
        css = f"st {statement.kind} {card.css}{' outer' if is_outer else ''}"
        rank = _OUTSIDE + card.depth
        last = statement.content[-1]
        lead = card.speakers[0].css if card.speakers else "sp un"
        for place, span in enumerate(statement.content):
            number = _NUMBER.format(lead, card.id, card.number, card.number) if span is last else Markup()
            yield Mark(span, css, (("s", card.id),), rank, id="" if place else card.id, tail=number)
            if statement.kind is Kind.MIXED:
                yield from (Mark(own, "own", rank=rank) for own in _within(span, self.quoted))


def _around_others(statements: list[Statement]) -> set[str]:
    """The statements with words of another inside theirs: their line is drawn lower."""
    outer: set[str] = set()
    around: list[tuple[Span, str]] = []
    for span, id in sorted(((span, s.id) for s in statements for span in s.content), key=_outermost_first):
        around = [(wide, other) for wide, other in around if wide.end > span.start]
        outer.update(other for wide, other in around if wide.covers(span) and other != id)
        around.append((span, id))
    return outer


def _outermost_first(placed: tuple[Span, str]) -> tuple[int, int]:
    return placed[0].start, -placed[0].end


def _hedges(statement: Statement) -> Iterator[Mark]:
    return (Mark(span, "hedge", rank=_INSIDE) for span in statement.hedges)


def _pointers(statements: list[Statement], part: str) -> Iterator[Mark]:
    """Words that name a speaker or say that they spoke; one element serves all statements that share them."""
    of: dict[Span, list[str]] = {}
    for statement in statements:
        spans: Spans = getattr(statement, part)
        for span in spans:
            of.setdefault(span, []).append(statement.id)
    return (_pointer(span, part, ids) for span, ids in of.items())


def _dates(statements: list[Statement]) -> Iterator[Mark]:
    """Words that say when."""
    of: dict[Span, list[str]] = {}
    for statement in statements:
        if statement.when and len(statement.when.words):
            of.setdefault(statement.when.words, []).append(statement.id)
    return (_pointer(span, "when", ids) for span, ids in of.items())


def _pointer(span: Span, css: str, statements: list[str], id: str = "") -> Mark:
    return Mark(span, css, (("of", " ".join(statements)),), _INSIDE, id)


def _within(span: Span, places: Spans) -> Iterator[Span]:
    for place in places:
        if span.touches(place):
            yield Span(max(span.start, place.start), min(span.end, place.end))
