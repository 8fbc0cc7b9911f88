"""When it was said: the date in the clause of saying, or that of the document which speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.attribution.found import Found
from sayso.language.words import sorted_into
from sayso.model import Reality, Statement, TimeExpression, TimeType, When
from sayso.occasions.setting import TABLE, tells_aside
from sayso.places import Places
from sayso.times import when

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Analysis

_DAYS = frozenset({TimeType.DATE, TimeType.TIME})
# "the filings for 2015", "until Thursday": no day on which anything was said.
_NOT_ON = frozenset({"for", "of", "since", "until", "till", "by", "than", "from", "through"})


def date_of_saying(
    analysis: Analysis, one: Found, outer: Statement | None, times: Places[TimeExpression]
) -> When | None:
    """The date nearest to the cue in its own clause, outside of content and source."""
    head = analysis.head(one.cue[0]) if one.cue else None
    if head is None:
        return None
    sentence = head[0].span_of(head[1].sent)
    near = [t for t in times.begin_in(sentence) if _stands_outside(t, one, outer) and _tells_when(analysis, t, head[1])]
    dates = [date for t in sorted(near, key=lambda t: abs(t.span.start - one.cue[0].start)) if (date := when(t))]
    said = one.reality in (Reality.SAID, Reality.NOT_SAID)
    return next((date for date in dates if not (said and _is_to_come(date, analysis.document.published))), None)


def _stands_outside(time: TimeExpression, one: Found, outer: Statement | None) -> bool:
    """Not in what was said nor among the words on who said it, and within the report that this one stands in."""
    if time.type not in _DAYS or time.edtf is None or any(s.touches(time.span) for s in (*one.content, *one.source)):
        return False
    return outer is None or any(span.covers(time.span) for span in outer.content)


def _tells_when(analysis: Analysis, time: TimeExpression, cue: Token) -> bool:
    head = analysis.head(time.span)
    if head is None or tells_aside(head[1], cue):
        return False
    return head[1].head.lower_ not in _NOT_ON or head[1].dep_ != "pobj"


def _is_to_come(date: When, published: str | None) -> bool:
    """What has been said was said before it was printed."""
    return bool(published and date.earliest and date.earliest > published[:10])


def date_in_source(cast: Cast, statement: Statement, times: Places[TimeExpression]) -> When | None:
    """ "A 2014 study found": the date of a document that speaks stands among the words that name it."""
    head = cast.analysis.head(statement.source[0]) if statement.source else None
    if head is None or head[1].lemma_.lower() not in sorted_into("sources", TABLE):
        return None
    inside = (t for t in times.touching(statement.source[0]) if t.type in _DAYS and t.edtf)
    first = next(inside, None)
    return when(first) if first else None
