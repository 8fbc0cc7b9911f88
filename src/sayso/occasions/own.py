"""What the frame of one statement says of its own act of speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.attribution.frames import VERBS
from sayso.language.words import sorted_into
from sayso.model import ActorKind, Basis, Channel, Span, Statement, TimeExpression
from sayso.occasions.dating import date_in_source
from sayso.occasions.hands import hands_of, outlet_at, outlets_of
from sayso.occasions.listeners import are_a_crowd, are_reporters, listeners_of
from sayso.occasions.occasion import Occasion
from sayso.occasions.setting import TABLE, Frame, channel_named, listed
from sayso.occasions.where import medium_of, place_of, printed_medium, printed_place
from sayso.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHANNEL_OF_VOICE = {ActorKind.OUTLET: Channel.ARTICLE, ActorKind.DOCUMENT: Channel.REPORT}
_DEFINITE = frozenset({"the", "that", "this", "same"})
_ON_AIR = frozenset({"on", "with", "to"})
# What is written for nobody in particular is a document, not an act between people.
_NO_ACTS = frozenset({Channel.ARTICLE, Channel.REPORT})


@dataclass(frozen=True, slots=True)
class _Named:
    """A channel and the word that names it; that word may be a setting ("in an interview"), with parties of its own."""

    channel: Channel
    word: Token
    is_setting: bool = False


def own_occasion(cast: Cast, frame: Frame, times: Places[TimeExpression]) -> Occasion:
    """Channel, place, listeners and hands as the statement's own sentence and source tell them."""
    statement = frame.statement
    named = _named(cast, frame)
    noun = named.word if named and named.is_setting else None
    listeners = statement.addressees or (listeners_of(cast, frame, noun) if noun is not None else ())
    named = named or _unnamed(cast, frame, listeners)
    where = next((place for word in (frame.cue, noun) if word is not None and (place := place_of(word))), None)
    words = _naming(frame, named, where)
    return Occasion(
        channel=named.channel if named else Channel.UNSPECIFIED,
        when=statement.when or date_in_source(cast, statement, times),
        addressees=tuple(one for one in listeners if one != statement.speaker),
        via=(
            *statement.via,
            *(outlets_of(cast, frame.paragraph, noun) if noun is not None else ()),
            *hands_of(cast, statement),
        ),
        basis=_lasting_basis(cast, statement),
        communication=statement.communication,
        is_known=noun is not None and any(c.lower_ in _DEFINITE for c in noun.children),
        named=words,
        medium=_medium(frame, named),
        place=printed_place(where) if words is not None else None,
    )


def _naming(frame: Frame, named: _Named | None, where: Token | None) -> Span | None:
    """The words that tell through what or where it was said: "in an interview", "wrote on Tally", "said in Vessary"."""
    word = named.word if named else where
    if word is None or (named and named.channel in _NO_ACTS):
        return None
    if named and named.is_setting:
        return frame.paragraph.between(word.left_edge.i, word.i)
    verb = next((a for a in (word, *word.ancestors) if a.pos_ in VERBS), frame.cue)
    return frame.paragraph.between(min(verb.i, word.i), max(verb.i, word.i))


def _medium(frame: Frame, named: _Named | None) -> str | None:
    """Where a post was put up; the outlet that an interview was given to."""
    if named is None or named.channel not in (Channel.POST, Channel.INTERVIEW):
        return None
    if named.word.pos_ == "PROPN" and named.word.dep_ == "pobj":
        return printed_medium(named.word)
    on = medium_of(named.word) or medium_of(frame.cue)
    return printed_medium(on)


def _lasting_basis(cast: Cast, statement: Statement) -> Basis:
    """ "two people briefed on the call" know it from the same in all that they say; "I saw it" is of one thing."""
    unnamed = statement.speaker is not None and cast.actor(statement.speaker).kind is ActorKind.UNNAMED
    return statement.basis if unnamed else Basis.NOT_STATED


def _named(cast: Cast, frame: Frame) -> _Named | None:
    """The cue itself, else the setting nearest to it, else what it hangs from ("posted, saying"), else the source."""
    setting = (_Named(named, token, True) for token in frame.near() if (named := channel_named(token)))
    above = (one for token in frame.cue.ancestors if frame.is_outside(token) and (one := _act(token)))
    return _act(frame.cue) or next(setting, None) or next(above, None) or _document(cast, frame.statement)


def _act(word: Token) -> _Named | None:
    """ "tweeted", "testified", "his letter"."""
    table = {"VERB": "verbs", "NOUN": "sources"}.get(word.pos_)
    channel = sorted_into(table, TABLE).get(word.lemma_.lower()) if table else None
    return _Named(Channel(channel), word) if channel else None


def _document(cast: Cast, statement: Statement) -> _Named | None:
    """ "the letter said"."""
    head = cast.analysis.head(statement.source[0]) if statement.source else None
    channel = sorted_into("sources", TABLE).get(head[1].lemma_.lower()) if head else None
    return _Named(Channel(channel), head[1]) if head and channel else None


def _unnamed(cast: Cast, frame: Frame, listeners: tuple[str, ...]) -> _Named | None:
    """Where no word names the channel, the speaker, the listeners or the medium may tell it."""
    speaker = frame.statement.speaker
    kind = cast.actor(speaker).kind if speaker else None
    by_voice = _CHANNEL_OF_VOICE.get(kind) if kind and not _speaks(frame.cue) else None
    if by_voice:
        return _Named(by_voice, frame.cue)
    by_listeners = _by_listeners(cast, listeners)
    if by_listeners:
        return _Named(by_listeners, _listener(cast, frame, listeners) or frame.cue)
    return next(_media(cast, frame), None)


def _listener(cast: Cast, frame: Frame, listeners: tuple[str, ...]) -> Token | None:
    """The word outside of what was said that points at whoever listened."""
    places = [place for one in listeners for place in cast.actor(one).mentions]
    near = (t for t in frame.words() if any(place.covers(frame.paragraph.span_of(t)) for place in places))
    return min(near, key=lambda t: abs(t.i - frame.cue.i), default=None)


def _speaks(cue: Token) -> bool:
    """A paper that "reports" does so in print; one that "declined" or "said" speaks for itself."""
    return cue.lemma_.lower() in listed("spoken", "by bodies")


def _by_listeners(cast: Cast, listeners: tuple[str, ...]) -> Channel | None:
    """Whoever speaks to one outlet or one reporter gives an interview; whoever speaks to a crowd, a speech."""
    if any(cast.actor(one).kind is ActorKind.OUTLET for one in listeners) or are_reporters(cast, listeners):
        return Channel.INTERVIEW
    return Channel.SPEECH if are_a_crowd(cast, listeners) else None


def _media(cast: Cast, frame: Frame) -> Iterator[_Named]:
    """ "on Twitter", "on CNN", "told CNN's “Morning Tide”"."""
    for token in frame.near():
        if token.head.head.i == frame.cue.i and _is_of_the_press(cast, frame, token):
            yield _Named(Channel.INTERVIEW, token)
        if token.dep_ != "pobj" or token.head.lower_ not in _ON_AIR or not token.text[:1].isupper():
            continue
        medium = sorted_into("media", TABLE).get(token.lower_)
        if token.head.lower_ == "on" and (medium or _is_written_on(frame, token)):
            yield _Named(Channel(medium or Channel.POST), token)
        elif token.pos_ == "PROPN" and outlet_at(cast, frame.paragraph, token):
            yield _Named(Channel.INTERVIEW, token)


def _is_written_on(frame: Frame, token: Token) -> bool:
    """ "wrote on Tally": whoever writes on something with a name puts it up there."""
    writes = frame.cue.lemma_.lower() in ("write", "post") and token.head.head.i == frame.cue.i
    return writes and token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME", "EVENT")


def _is_of_the_press(cast: Cast, frame: Frame, token: Token) -> bool:
    """ "told [CNN]'s “Morning Tide”", "told co-[host] Piet Maas": beside whoever is spoken to."""
    if token.dep_ == "poss":
        return outlet_at(cast, frame.paragraph, token) is not None
    beside = token.dep_ in ("compound", "appos", "nmod") and token.head.dep_ in ("dobj", "dative")
    return beside and token.lemma_.lower() in listed("listeners", "reporters")
