"""The acts behind the statements: calls, meetings, interviews, posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.attribution.frames import VERBS
from sayso.language.analysis import Analysis, Paragraph
from sayso.language.words import sorted_into
from sayso.model import (
    ActorKind,
    Communication,
    CommunicationKind,
    Kind,
    Reply,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimeType,
    When,
    digest_of,
)
from sayso.occasions.setting import tells_aside
from sayso.places import Places
from sayso.times import when

if TYPE_CHECKING:
    from spacy.tokens import Token

_REQUESTS = frozenset({"request", "question", "query", "message", "email", "call", "letter"})
_PLANNED = frozenset({"planned", "upcoming", "scheduled", "forthcoming", "coming"})
_PROPOSED = frozenset({"proposed", "suggested", "possible", "potential"})
# One person alone makes these; the others need somebody at the other end.
_ALONE = frozenset(
    {"interview", "press conference", "speech", "remarks", "statement", "post", "letter", "testimony", "debate"}
)
# Two mentions of one act stand no further apart than so many other acts.
_RECALLED = 200
# No sentence is longer than so many characters.
_SENTENCE = 2_000
# "in a call", "during the hearing"; but "outside the hearing", "after the call", "about the letter".
_SETTING = frozenset({"in", "at", "during", "on", "via", "by", "through", "from", "with"})
_PARTNERS = frozenset({"with", "between", "to", "by", "from"})
# "Monday's debate" is held by nobody called Monday.
_TIMES = frozenset({"DATE", "TIME"})
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP})


@dataclass(frozen=True, slots=True)
class _Event:
    """One mention of an act of communication."""

    kind: CommunicationKind
    participants: tuple[str, ...]
    span: Span
    sentence: Span
    status: Status = Status.HAPPENED
    when: When | None = None
    duration: str | None = None
    place: str | None = None
    medium: str | None = None
    reply: Reply | None = None
    is_setting: bool = True


def communications_in(
    analysis: Analysis, cast: Cast, statements: Sequence[Statement], times: Places[TimeExpression]
) -> tuple[tuple[Communication, ...], tuple[Statement, ...]]:
    """The document's communications, and its statements attached to theirs."""
    # A date that is part of what somebody said does not tell when an act took place.
    said = Places([span for s in statements for span in s.content if s.kind is not Kind.INDIRECT], lambda span: span)
    dates = Places([t for t in times if not said.touching(t.span)], lambda time: time.span)
    events = [e for p in analysis.paragraphs for e in _events(p, cast, dates)]
    placed = Places(events, lambda event: event.span)
    contents = Places([span for s in statements for span in s.content], lambda span: span)
    settings = [_setting(analysis, s, placed, contents) for s in statements]
    events = _with_speakers(cast, events, statements, settings)
    known, home = _merged(analysis.document.id, events)
    attached = _attach(statements, settings, home)
    return known, attached


def _events(paragraph: Paragraph, cast: Cast, times: Places[TimeExpression]) -> Iterator[_Event]:
    for token in paragraph.doc:
        if token.pos_ == "NOUN" and token.dep_ != "compound" and (kind := _kind_of(token)):
            yield _event(paragraph, token, CommunicationKind(kind), cast, times)
        elif token.pos_ in VERBS and (kind := sorted_into("event_verbs").get(token.lemma_.lower())):
            yield _event(paragraph, token, CommunicationKind(kind), cast, times)
        elif token.lower_ == "comment" and (request := _request(paragraph, token, cast)):
            yield request
        elif token.lemma_.lower() == "reach" and (request := _not_reached(paragraph, token, cast)):
            yield request


def _kind_of(noun: Token) -> str | None:
    """The kind of act that the noun names; a "post" is one only where a medium stands by it, else it is an office."""
    kind = sorted_into("events").get(noun.lemma_.lower())
    if kind == CommunicationKind.POST and noun.lemma_.lower() == "post":
        by_medium = any(c.dep_ == "compound" or c.lower_ == "on" for c in noun.children)
        return kind if by_medium or noun.head.lower_ == "in" else None
    return kind


def _event(
    paragraph: Paragraph, token: Token, kind: CommunicationKind, cast: Cast, times: Places[TimeExpression]
) -> _Event:
    phrase = paragraph.between(token.left_edge.i, token.i)
    sentence = paragraph.span_of(token.sent)
    near = times.begin_in(sentence)
    dates = [t for t in near if t.type in (TimeType.DATE, TimeType.TIME) and t.edtf]
    nearest = min(dates, key=lambda t: abs(t.span.start - phrase.start), default=None)
    lengths = [t.value for t in near if t.type is TimeType.DURATION and phrase.covers(t.span)]
    return _Event(
        kind=kind,
        participants=_participants(paragraph, token, cast),
        span=phrase,
        sentence=sentence,
        status=_status(token),
        is_setting=token.dep_ != "pobj" or token.head.lower_ in _SETTING,
        when=when(nearest) if nearest else None,
        duration=lengths[0] if lengths else None,
        place=_place(token),
        medium=_medium(token) if kind is CommunicationKind.POST else None,
    )


def _participants(paragraph: Paragraph, token: Token, cast: Cast) -> tuple[str, ...]:
    """Owner or subject, and whoever stands behind "with", "between" or "to"."""
    phrases = [c for c in token.children if c.dep_ in ("poss", "nsubj", "nsubjpass")]
    if token.pos_ in VERBS:
        phrases += [c for c in token.children if c.dep_ == "dobj"]
    for prep in (c for c in token.children if c.dep_ == "prep" and c.lower_ in _PARTNERS):
        for whom in (c for c in prep.children if c.dep_ == "pobj"):
            phrases += [whom, *whom.conjuncts]
    found = (cast.who(_own(paragraph, p)) for p in phrases if p.ent_type_ not in _TIMES)
    known = (id for id in found if id is not None and cast.actor(id).kind in _PEOPLE)
    members = (m for id in known for m in (cast.actor(id).members or (id,)))
    return tuple(dict.fromkeys(members))


def _own(paragraph: Paragraph, head: Token) -> Span:
    """The phrase of `head` without what hangs behind it."""
    return paragraph.between(head.left_edge.i if head.left_edge.i <= head.i else head.i, head.i)


def _status(token: Token) -> Status:
    words = {c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "aux", "neg")}
    if words & _PLANNED or "will" in words:
        return Status.PLANNED
    if words & _PROPOSED or words & {"could", "should", "would", "might"}:
        return Status.PROPOSED
    return Status.DENIED if words & {"never", "not", "n’t", "n't"} else Status.HAPPENED


def _place(token: Token) -> str | None:
    for prep in (c for c in token.children if c.dep_ == "prep" and c.lower_ in ("in", "at", "aboard")):
        for where in (c for c in prep.children if c.dep_ == "pobj" and c.ent_type_ in ("GPE", "FAC", "LOC")):
            return str(where.doc[where.left_edge.i : where.i + 1].text)
    return None


def _medium(token: Token) -> str | None:
    for prep in (c for c in token.children if c.dep_ == "prep" and c.lower_ in ("on", "via")):
        for on in (c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN"):
            return str(on.doc[on.left_edge.i : on.i + 1].text)
    return None


def _request(paragraph: Paragraph, token: Token, cast: Cast) -> _Event | None:
    """ "has reached out to X for comment", "X declined to comment", "X did not respond to a request for comment"."""
    verb = next((a for a in (token, *token.ancestors) if a.pos_ in VERBS and a != token), None)
    if verb is None:
        return None
    replies = {
        "decline": Reply.DECLINED,
        "refuse": Reply.DECLINED,
        "respond": Reply.NOT_REACHED,
        "reply": Reply.NOT_REACHED,
    }
    reply = replies.get(verb.lemma_.lower())
    if reply is Reply.NOT_REACHED and not any(c.dep_ == "neg" for c in verb.children):
        reply = Reply.ANSWERED
    if reply is None and not (verb.lemma_.lower() == "reach" or token.head.lower_ == "for"):
        return None
    asked = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    asked += [w for p in verb.children if p.dep_ == "prep" and p.lower_ == "to" for w in p.children if w.dep_ == "pobj"]
    span = paragraph.between(min(verb.i, token.i), max(verb.i, token.i))
    return _asked(paragraph, verb, asked, span, reply or Reply.PENDING, cast)


def _not_reached(paragraph: Paragraph, verb: Token, cast: Cast) -> _Event | None:
    """ "X could not be reached"."""
    asked = [c for c in verb.children if c.dep_ == "nsubjpass"]
    if not any(c.dep_ == "neg" for c in verb.children):
        return None
    return _asked(paragraph, verb, asked, paragraph.span_of(verb), Reply.NOT_REACHED, cast)


def _asked(
    paragraph: Paragraph, verb: Token, asked: list[Token], span: Span, reply: Reply, cast: Cast
) -> _Event | None:
    asked = [a for a in asked if a.lemma_.lower() not in _REQUESTS]
    who = [id for a in asked if (id := cast.who(_whole(paragraph, a))) is not None]
    if not who:
        return None
    sentence = paragraph.span_of(verb.sent)
    return _Event(CommunicationKind.REQUEST, tuple(dict.fromkeys(who)), span, sentence, reply=reply)


def _whole(paragraph: Paragraph, head: Token) -> Span:
    return paragraph.between(head.left_edge.i, head.right_edge.i)


def _setting(analysis: Analysis, statement: Statement, events: Places[_Event], contents: Places[Span]) -> _Event | None:
    """The act named in the statement's own sentence, outside of what anybody there says, nearest to its cue."""
    if not statement.cue:
        return None
    cue = statement.cue[0]
    near = [
        event
        for event in events.near(cue, _SENTENCE)
        if event.kind is not CommunicationKind.REQUEST
        and event.status is Status.HAPPENED
        and event.is_setting
        and event.sentence.touches(cue)
        and not any(span.touches(event.span) for span in statement.source)
        and all(span.covers(cue) for span in contents.touching(event.span))
        and all(span.covers(event.span) for span in contents.touching(cue) if span.covers(cue))
    ]
    own = [event for event in near if not _is_aside(analysis, event.span, cue)]
    return min(own, key=lambda e: abs(e.span.start - cue.start), default=None)


def _is_aside(analysis: Analysis, act: Span, cue: Span) -> bool:
    """ "During the call, he thanked Maas, who had hoped for it": nobody hoped in the call."""
    named, says = analysis.head(act), analysis.head(cue)
    return named is None or says is None or tells_aside(named[1], says[1])


def _with_speakers(
    cast: Cast, events: Sequence[_Event], statements: Sequence[Statement], settings: Sequence[_Event | None]
) -> list[_Event]:
    """Whoever speaks in an act, or is spoken to, takes part in it."""
    voices: dict[Span, list[str]] = {}
    for statement, setting in zip(statements, settings, strict=True):
        if setting is not None:
            heard = (who for who in (statement.speaker, *statement.addressees) if who is not None)
            voices.setdefault(setting.span, []).extend(m for who in heard for m in cast.actor(who).members or (who,))
    return [replace(e, participants=tuple(dict.fromkeys((*e.participants, *voices.get(e.span, ()))))) for e in events]


def _merged(document_id: str, events: Sequence[_Event]) -> tuple[tuple[Communication, ...], dict[Span, str]]:
    """Mentions of one act made one communication; and which mention went where."""
    known: list[Communication] = []
    home: dict[Span, str] = {}
    for event in events:
        if len(event.participants) < (1 if event.kind in _ALONE or event.kind is CommunicationKind.REQUEST else 2):
            continue
        at = next(
            (i for i in range(len(known) - 1, max(-1, len(known) - _RECALLED), -1) if _same(known[i], event)), None
        )
        if at is None:
            known.append(_new(document_id, event))
            at = len(known) - 1
        else:
            known[at] = _grown(known[at], event)
        home[event.span] = known[at].id
    return tuple(known), home


def _same(known: Communication, event: _Event) -> bool:
    if known.kind is not event.kind or known.status is not event.status:
        return False
    if known.when and event.when and known.when.edtf != event.when.edtf:
        return False
    if event.kind is CommunicationKind.REQUEST and known.reply is not event.reply:
        return False
    mine, theirs = set(known.participants), set(event.participants)
    return mine <= theirs or theirs <= mine


def _new(document_id: str, event: _Event) -> Communication:
    return Communication(
        id="c" + digest_of(document_id, event.kind, str(event.span.start))[:12],
        kind=event.kind,
        participants=event.participants,
        when=event.when,
        place=event.place,
        medium=event.medium,
        duration=event.duration,
        status=event.status,
        reply=event.reply,
        spans=(event.span,),
    )


def _grown(known: Communication, event: _Event) -> Communication:
    return replace(
        known,
        participants=tuple(dict.fromkeys((*known.participants, *event.participants))),
        when=known.when or event.when,
        place=known.place or event.place,
        medium=known.medium or event.medium,
        duration=known.duration or event.duration,
        reply=known.reply or event.reply,
        spans=(*known.spans, event.span),
    )


def _attach(
    statements: Sequence[Statement], settings: Sequence[_Event | None], home: dict[Span, str]
) -> tuple[Statement, ...]:
    return tuple(
        replace(statement, communication=home.get(setting.span)) if setting is not None else statement
        for statement, setting in zip(statements, settings, strict=True)
    )
