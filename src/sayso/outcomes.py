"""Advice, and what was later reported that is consistent with it. Never "caused".

Advice asks somebody for an act; an outcome is a later statement or communication in which the one advised, or the one
whom they serve, did the same. The words of both are what the record shows for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.attribution.frames import VERBS
from sayso.communications.told import TABLE, subjects_of
from sayso.language.words import sorted_into, words
from sayso.model import (
    Act,
    ActorKind,
    Communication,
    CommunicationKind,
    Kind,
    Outcome,
    Reality,
    Span,
    Statement,
    Status,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Paragraph

_URGING = frozenset({"should", "ought"})
_RECOMMENDING = frozenset({"recommendation", "advice", "suggestion"})
_MODALS = frozenset({"will", "would", "could", "should", "may", "might", "can", "must", "’ll", "'ll", "’d", "'d", "to"})


@dataclass(frozen=True)
class _Advice:
    """One piece of advice: the acts that it asks for, by the lemma of their verb, and who can do them."""

    statement: Statement
    acts: frozenset[str]
    doers: frozenset[str]

    @cached_property
    def ends(self) -> int:
        return max(span.end for span in self.statement.content)


def with_advice(cast: Cast, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements; "told him that he should phone her" is advice, whatever the verb of saying."""
    return tuple(
        replace(s, act=Act.ADVISES) if s.act is Act.ASSERTS and s.addressees and _urges(cast, s) else s
        for s in statements
    )


def _urges(cast: Cast, statement: Statement) -> bool:
    """ "should", "ought to", "my recommendation"; "I would" from one who speaks to another is what he recommends."""
    tokens = [token for _, token in _words(cast, statement.content)]
    if any(t.lower_ in _RECOMMENDING for t in tokens):
        return True
    return any(t.lower_ in _URGING and t.dep_ == "aux" and _is_for_others(t.head) for t in tokens)


def _is_for_others(verb: Token) -> bool:
    """Not what "I" or "it" should do, and not what should not be done."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    return not negated and not any(s.lower_ in ("i", "it", "that", "this") for s in subjects_of(verb))


def _words(cast: Cast, spans: Sequence[Span]) -> Iterator[tuple[Paragraph, Token]]:
    for span in spans:
        paragraph = cast.analysis.paragraph_of(span)
        if paragraph is not None:
            inside = (t for t in paragraph.doc if span.start <= paragraph.start + t.idx < span.end)
            yield from ((paragraph, token) for token in inside)


def outcomes_in(
    cast: Cast, statements: Sequence[Statement], communications: Sequence[Communication]
) -> tuple[Outcome, ...]:
    """For each act that was advised, the first later report of it: one link for one adviser, doer and act."""
    advised = [_advice(cast, s) for s in statements if s.act is Act.ADVISES and s.reality is Reality.SAID]
    linked: dict[tuple[str | None, str], Outcome] = {}
    for one in sorted(advised, key=lambda a: a.statement.start):
        for act, outcome, reason in _followed(cast, one, statements, communications):
            reasons = (reason, *_against(one, act, advised))
            linked.setdefault((one.statement.speaker, outcome), Outcome(one.statement.id, outcome, reasons))
    return tuple(linked.values())


def _advice(cast: Cast, statement: Statement) -> _Advice:
    verbs = [(p, t) for p, t in _words(cast, _asking(cast, statement)) if _is_asked_for(t)]
    named = {id for p, t in verbs for s in subjects_of(t) if (id := cast.who(p.span_of(s))) is not None}
    heard = [m for id in statement.addressees for m in (id, *cast.actor(id).members)]
    doers = {*named, *heard, *(id for one in heard for id in _served_by(cast, one))} - {statement.speaker}
    return _Advice(statement, frozenset(t.lemma_.lower() for _, t in verbs), frozenset(d for d in doers if d))


def _asking(cast: Cast, statement: Statement) -> tuple[Span, ...]:
    """What was said; told in the reporter's words, it goes on to the end of its sentence, past any clause between."""
    head = cast.analysis.head(statement.content[-1])
    if statement.kind is not Kind.INDIRECT or head is None:
        return statement.content
    end = head[0].span_of(head[1].sent).end
    last = statement.content[-1]
    return (*statement.content[:-1], Span(last.start, max(end, last.end)))


def _is_asked_for(token: Token) -> bool:
    """A verb that says something, in its bare form, not denied."""
    plain = token.lemma_.lower() in words("plain_acts", TABLE)
    return token.tag_ in ("VB", "VBP") and not plain and not any(c.dep_ == "neg" for c in token.children)


def _served_by(cast: Cast, id: str) -> Iterator[str]:
    """ "Vento's aide, Piet Maas": whom the one advised serves, as the words of his office tell."""
    for role in cast.actor(id).roles.values():
        for _, named in cast.named_within(role.span):
            if named != id and cast.actor(named).kind is ActorKind.PERSON:
                yield named


def _followed(
    cast: Cast, advice: _Advice, statements: Sequence[Statement], communications: Sequence[Communication]
) -> Iterator[tuple[str, str, str]]:
    """The act, what reports that it was done, and why we say so."""
    for later in sorted(statements, key=lambda s: (s.start, -s.content[-1].end)):
        if later.start < advice.ends or not _may_follow(advice.statement, later):
            continue
        for paragraph, token in _words(cast, (*later.content, *later.cue)):
            if token.lemma_.lower() in advice.acts and _was_done(token) and _by(cast, paragraph, token, later, advice):
                yield token.lemma_.lower(), later.id, f"the same act is reported later: “{token.text}”"
                return
    for one in communications:
        act = next((a for a in sorted(advice.acts) if _is_act(a, one.kind)), None)
        if act and _took_place_after(one, advice) and _is_between(cast, advice, one):
            yield act, one.id, f"a {one.kind.value} of theirs is reported later"
            return


def _may_follow(advice: Statement, later: Statement) -> bool:
    """Said by somebody else, and not on an earlier day."""
    if later.speaker == advice.speaker or later.reality is not Reality.SAID or later.act is Act.ADVISES:
        return False
    if advice.communication is not None and later.communication == advice.communication:
        return False
    return not (advice.when and later.when and (later.when.latest or "9") < (advice.when.earliest or ""))


def _was_done(token: Token) -> bool:
    if token.pos_ not in VERBS or token.tag_ == "VBG":
        return False
    return not any((c.dep_ == "aux" and c.lower_ in _MODALS) or c.dep_ == "neg" for c in token.children)


def _by(cast: Cast, paragraph: Paragraph, token: Token, later: Statement, advice: _Advice) -> bool:
    """Is it one of those advised who did it?"""
    place = paragraph.span_of(token)
    if any(cue.covers(place) for cue in later.cue):
        return later.speaker in advice.doers
    subjects = (cast.who(paragraph.between(min(s.left_edge.i, s.i), s.i)) for s in subjects_of(token))
    return any(id in advice.doers for id in subjects if id is not None)


def _is_act(lemma: str, kind: CommunicationKind) -> bool:
    return kind.value in (sorted_into("verbs", TABLE).get(lemma), sorted_into("to_somebody", TABLE).get(lemma))


def _took_place_after(one: Communication, advice: _Advice) -> bool:
    return one.status is Status.HAPPENED and bool(one.spans) and one.spans[0].start >= advice.ends


def _is_between(cast: Cast, advice: _Advice, one: Communication) -> bool:
    """One of those advised, and somebody else whom the advice names."""
    named = {id for span in advice.statement.content for _, id in cast.named_within(span)} - advice.doers
    parties = set(one.participants)
    return bool(named & parties) and bool(advice.doers & parties)


def _against(one: _Advice, act: str, advised: Sequence[_Advice]) -> Iterator[str]:
    """What argues against a link: others advised the same."""
    if any(act in other.acts and other.statement.speaker != one.statement.speaker for other in advised):
        yield "others advised the same"
