"""What the frame of one statement says of its own act of speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.language.words import sorted_into
from sayso.model import ActorKind, Channel, Span, Statement
from sayso.occasions.hands import hands_of, outlets_of
from sayso.occasions.listeners import are_a_crowd, are_reporters, listeners_of
from sayso.occasions.occasion import Occasion
from sayso.occasions.setting import TABLE, Frame, channel_named

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHANNEL_OF_VOICE = {ActorKind.OUTLET: Channel.ARTICLE, ActorKind.DOCUMENT: Channel.REPORT}
_DEFINITE = frozenset({"the", "that", "this", "same"})
_ON_AIR = frozenset({"on", "with", "to"})


def own_occasion(cast: Cast, frame: Frame) -> Occasion:
    """Channel, listeners and hands as the statement's own sentence and source tell them."""
    statement = frame.statement
    noun = next(((token, named) for token in frame.near() if (named := channel_named(token))), None)
    channel = (
        _by_verb([frame.cue]) or (noun[1] if noun else None) or _by_verb(_above(frame)) or _by_source(cast, statement)
    )
    listeners = statement.addressees or (listeners_of(cast, frame, noun[0]) if noun else ())
    if channel is Channel.UNSPECIFIED:
        channel = _by_listeners(cast, listeners) or _by_medium(cast, frame)
    return Occasion(
        channel=channel,
        when=statement.when,
        addressees=tuple(one for one in listeners if one != statement.speaker),
        via=(*(outlets_of(cast, frame, noun[0]) if noun else ()), *hands_of(cast, statement)),
        communication=statement.communication,
        is_known=noun is not None and any(c.lower_ in _DEFINITE for c in noun[0].children),
    )


def _above(frame: Frame) -> Iterator[Token]:
    """The reporter's verbs that the cue hangs from: "posted on Monday, saying"."""
    return (token for token in frame.cue.ancestors if frame.is_outside(token))


def _by_verb(verbs: Iterable[Token]) -> Channel | None:
    """ "tweeted", "testified"."""
    named = (sorted_into("verbs", TABLE).get(verb.lemma_.lower()) for verb in verbs if verb.pos_ == "VERB")
    return next((Channel(one) for one in named if one), None)


def _by_source(cast: Cast, statement: Statement) -> Channel:
    """ "the letter said", "The Courier reported"."""
    head = cast.analysis.head(statement.source[0]) if statement.source else None
    if head is None:
        return Channel.UNSPECIFIED
    named = sorted_into("sources", TABLE).get(head[1].lemma_.lower())
    if named:
        return Channel(named)
    kind = cast.actor(statement.speaker).kind if statement.speaker else None
    return _CHANNEL_OF_VOICE.get(kind, Channel.UNSPECIFIED) if kind else Channel.UNSPECIFIED


def _by_listeners(cast: Cast, listeners: tuple[str, ...]) -> Channel | None:
    """Whoever speaks to one outlet or one reporter gives an interview; whoever speaks to a crowd, a speech."""
    if any(cast.actor(one).kind is ActorKind.OUTLET for one in listeners) or are_reporters(cast, listeners):
        return Channel.INTERVIEW
    return Channel.SPEECH if are_a_crowd(cast, listeners) else None


def _by_medium(cast: Cast, frame: Frame) -> Channel:
    """ "on Twitter", "on CNN"."""
    for token in frame.near():
        if token.dep_ != "pobj" or token.head.lower_ not in _ON_AIR:
            continue
        medium = sorted_into("media", TABLE).get(token.lower_)
        if medium and token.head.lower_ == "on" and token.text[:1].isupper():
            return Channel(medium)
        if token.pos_ == "PROPN" and _is_outlet(cast, frame.paragraph.span_of(token)):
            return Channel.INTERVIEW
    return Channel.UNSPECIFIED


def _is_outlet(cast: Cast, place: Span) -> bool:
    named = cast.who(place)
    return named is not None and cast.actor(named).kind is ActorKind.OUTLET
