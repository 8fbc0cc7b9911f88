"""Everything that a reader's page shows of one reading, ready to print."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from sayso.attribution.quotes import pair
from sayso.export.phrases import counted, joined, unread
from sayso.export.reader.cards import Card, Dealer, last_decision
from sayso.export.reader.cast import Cast, Speaker
from sayso.export.reader.lead import lead
from sayso.export.reader.marks import Mark, marked, shared_out
from sayso.export.reader.minimap import Bar, minimap
from sayso.export.reader.numbers import in_order, numbered
from sayso.export.reader.wording import Wording
from sayso.model import Decision, Document, DocumentKind, Judgement, Reading, Span, Statement
from sayso.paragraphs import paragraphs

_OPENING_LIMIT = 220
"""A first paragraph of at most this many characters is set larger, as a paper sets it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its statements marked, and the cards of those that begin in it."""

    span: Span
    html: Markup
    cards: tuple[Card, ...]
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of one document. `unread` says what was not read of it, where that is much."""

    document: Document
    lead: str
    brief: str
    unread: str
    statements: int
    unsure: int
    speakers: tuple[Speaker, ...]
    paragraphs: tuple[Paragraph, ...]
    bars: tuple[Bar, ...]
    hued: int

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards in the order of the text."""
        return tuple(card for paragraph in self.paragraphs for card in paragraph.cards)


def sheet_of(
    reading: Reading, judged: Mapping[str, tuple[Judgement, ...]] | None = None, mark: Span | None = None
) -> Sheet:
    """Lay out a reading; `judged` holds the judgements on its statements by their ids, oldest first.

    What a person rejected keeps its card and counts nowhere. `mark` are words in question, to be found at `#here`.
    """
    standing = _standing(reading, judged or {})
    statements = in_order(reading.statements)
    cast = Cast(standing)
    cards = {card.id: card for card in Dealer(reading, cast, numbered(statements), judged or {}).deal(statements)}
    speakers = cast.speakers()
    return Sheet(
        document=reading.document,
        lead=lead(standing, cast),
        brief=_brief(speakers),
        unread=unread(reading.read_by),
        statements=len(standing.statements),
        unsure=sum(card.unsure for card in cards.values()),
        speakers=speakers,
        paragraphs=_paragraphs(reading.document, statements, cards, [Mark(mark, "hit", id="here")] if mark else []),
        bars=minimap(statements, cards, len(reading.document.text)),
        hued=sum(speaker.name.hue > 0 for speaker in speakers),
    )


def _standing(reading: Reading, judged: Mapping[str, tuple[Judgement, ...]]) -> Reading:
    kept = (s for s in reading.statements if last_decision(judged.get(s.id, ())) is not Decision.REJECT)
    return replace(reading, statements=tuple(kept))


def _brief(speakers: tuple[Speaker, ...]) -> str:
    named = sum(bool(speaker.name.id and speaker.said) for speaker in speakers)
    nobody = sum(speaker.said for speaker in speakers if not speaker.name.id)
    unsaid = sum(speaker.unsaid for speaker in speakers)
    parts = [counted(named, "speaker")] if named else []
    parts += [f"{counted(nobody, 'statement')} by nobody named"] if nobody else []
    never = f" {counted(unsaid, 'more is', 'more are')} recorded, but not as said." if unsaid else ""
    return (joined(parts) + "." if parts else "") + never


def _paragraphs(
    document: Document, statements: Sequence[Statement], cards: dict[str, Card], more: list[Mark]
) -> tuple[Paragraph, ...]:
    places = paragraphs(document.text)
    quoted = tuple(quotation.span for quotation in pair(document.text, places))
    marks = Wording(cards, quoted).marks(statements) + more
    beginning = _by_paragraph(places, statements, cards)
    return tuple(
        Paragraph(
            place, marked(document.text, place, share), tuple(beginning[place]), _is_opening(document, place, index)
        )
        for index, (place, share) in enumerate(zip(places, shared_out(marks, places), strict=True))
    )


def _by_paragraph(
    places: Sequence[Span], statements: Sequence[Statement], cards: dict[str, Card]
) -> dict[Span, list[Card]]:
    """Each card with the paragraph in which its words begin."""
    starts = [place.start for place in places]
    begun: dict[Span, list[Card]] = {place: [] for place in places}
    for statement in statements:
        begun[places[max(bisect(starts, statement.start) - 1, 0)]].append(cards[statement.id])
    return begun


def _is_opening(document: Document, place: Span, index: int) -> bool:
    printed = document.kind in (DocumentKind.REPORT, DocumentKind.STATEMENT, DocumentKind.POST)
    return index == 0 and printed and len(place) <= _OPENING_LIMIT
