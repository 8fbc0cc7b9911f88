"""Dates that are no part of the clause of saying: that of the document which speaks, that of the scene before it."""

from __future__ import annotations

from sayso.actors import Cast
from sayso.language.words import sorted_into
from sayso.model import Statement, TimeExpression, TimeType, When
from sayso.occasions.setting import TABLE
from sayso.places import Places
from sayso.times import when

_DAYS = frozenset({TimeType.DATE, TimeType.TIME})


def date_in_source(cast: Cast, statement: Statement, times: Places[TimeExpression]) -> When | None:
    """ "A 2014 study found": the date of a document that speaks stands among the words that name it."""
    head = cast.analysis.head(statement.source[0]) if statement.source else None
    if head is None or head[1].lemma_.lower() not in sorted_into("sources", TABLE):
        return None
    inside = (t for t in times.touching(statement.source[0]) if t.type in _DAYS and t.edtf)
    first = next(inside, None)
    return when(first) if first else None
