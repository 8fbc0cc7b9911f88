"""One statement where it stands: its paragraph with its words marked, and the paragraphs around it."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass

from markupsafe import Markup

from sayso.attribution.quotes import pair
from sayso.export.reader.cards import Card
from sayso.export.reader.marks import marked, printable
from sayso.export.reader.wording import Wording
from sayso.model import Reading, Span, Statement
from sayso.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The paragraphs that hold a statement's words, and one before and after; `start` is where they begin."""

    before: str
    here: Markup
    after: str
    start: int


def excerpt_of(reading: Reading, statement: Statement, card: Card) -> Excerpt:
    """The surroundings of a statement in its document."""
    text = reading.document.text
    places = paragraphs(text)
    starts = [place.start for place in places]
    first = max(bisect(starts, statement.content[0].start) - 1, 0)
    last = max(bisect(starts, max(statement.content[-1].end - 1, 0)) - 1, first)
    here = Span(places[first].start, max(places[last].end, statement.content[-1].end))
    quoted = tuple(quotation.span for quotation in pair(text, places[first : last + 1]))
    marks = Wording({statement.id: card}, quoted).marks([statement])
    return Excerpt(
        before=printable(places[first - 1].of(text)) if first else "",
        here=marked(text, here, marks),
        after=printable(places[last + 1].of(text)) if last + 1 < len(places) else "",
        start=here.start,
    )
