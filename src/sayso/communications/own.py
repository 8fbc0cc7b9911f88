"""The call, meeting or letter that the document itself is the record of."""

from __future__ import annotations

import re

from sayso.actors import Cast
from sayso.heading import Heading
from sayso.language.analysis import Analysis
from sayso.model import ActorKind, Communication, Span, TimeExpression, TimeType, digest_of
from sayso.places import Places
from sayso.times import when

_DATES = frozenset({TimeType.DATE, TimeType.TIME})
# So many characters below a title stand the place and date.
_DATELINE = 200
# An office with its bearer: "the Envoy in Lund (Vento)".
_BEARER = re.compile(r"\((?P<name>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'.-]+){0,3})\)$")


def own_communication(
    analysis: Analysis, cast: Cast, times: Places[TimeExpression], heading: Heading | None
) -> Communication | None:
    """The call, meeting or letter that the document itself is the record of."""
    if heading is None:
        return None
    parties = [id for place in _parties(heading) if (id := _party(cast, heading, analysis.text, place)) is not None]
    dates = (t for t in times.begin_in(Span(0, heading.span.end + _DATELINE)) if t.type in _DATES and t.edtf)
    date = next(dates, None)
    return Communication(
        id="c" + digest_of(analysis.document.id, heading.kind, "own")[:12],
        kind=heading.kind,
        participants=tuple(dict.fromkeys(parties)),
        when=when(date) if date else None,
        place=heading.place.of(analysis.text) if heading.place else None,
        spans=(heading.span,),
    )


def _parties(heading: Heading) -> tuple[Span, ...]:
    """Who signs is the sender: an embassy writes nothing itself."""
    if heading.signature is None:
        return heading.parties
    return tuple(heading.signature if place == heading.sender else place for place in heading.parties)


def _party(cast: Cast, heading: Heading, text: str, place: Span) -> str | None:
    """ "Piet Maas, Danish envoy": the name that stands there, else whoever is described."""
    bearer = _BEARER.search(text, place.start, place.end)
    if bearer:
        place = Span(*bearer.span("name"))
    named = [id for _, id in cast.named_within(place) if cast.actor(id).kind is ActorKind.PERSON]
    if named:
        return named[0]
    if bearer or place == heading.signature:
        return _of_surname(cast, place.of(text)) or cast.add(place.of(text), ActorKind.PERSON, [place])
    who = cast.who(place)
    return who if who and _is_meant(cast, who, place) else cast.add(place.of(text), ActorKind.UNNAMED, [place])


def _of_surname(cast: Cast, name: str) -> str | None:
    """The one person of that surname in the text; none where two bear it."""
    bearers = [a.id for a in cast.actors if a.kind is ActorKind.PERSON and a.name.split()[-1:] == name.split()[-1:]]
    return bearers[0] if len(bearers) == 1 else None


def _is_meant(cast: Cast, id: str, place: Span) -> bool:
    """A body or place that is named elsewhere only is not who these words describe."""
    actor = cast.actor(id)
    is_other = actor.kind in (ActorKind.ORGANISATION, ActorKind.OUTLET)
    return not is_other or any(span.touches(place) for span in actor.mentions)
