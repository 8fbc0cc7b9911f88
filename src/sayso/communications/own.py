"""The call, meeting or letter that the document itself is the record of."""

from __future__ import annotations

from sayso.actors import Cast
from sayso.heading import Heading
from sayso.language.analysis import Analysis
from sayso.model import ActorKind, Communication, Span, TimeExpression, TimeType, digest_of
from sayso.places import Places
from sayso.times import when

_DATES = frozenset({TimeType.DATE, TimeType.TIME})
# So many characters below a title stand the place and date.
_DATELINE = 200


def own_communication(
    analysis: Analysis, cast: Cast, times: Places[TimeExpression], heading: Heading | None
) -> Communication | None:
    """The call, meeting or letter that the document itself is the record of."""
    if heading is None:
        return None
    parties = [id for place in heading.parties if (id := _party(cast, place)) is not None]
    dates = (t for t in times.begin_in(Span(0, heading.span.end + _DATELINE)) if t.type in _DATES and t.edtf)
    date = next(dates, None)
    return Communication(
        id="c" + digest_of(analysis.document.id, heading.kind, "own")[:12],
        kind=heading.kind,
        participants=tuple(dict.fromkeys(parties)),
        when=when(date) if date else None,
        spans=(heading.span,),
    )


def _party(cast: Cast, place: Span) -> str | None:
    """ "Piet Maas, Danish envoy": the name that stands there, else whoever is described."""
    named = [id for _, id in cast.named_within(place) if cast.actor(id).kind is ActorKind.PERSON]
    return named[0] if named else cast.who(place)
