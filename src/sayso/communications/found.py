"""Analysis → the acts of communication that a text tells of, and the statements made in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.actors import Cast
from sayso.communications.hands import passed_on
from sayso.communications.merging import merged
from sayso.communications.nouns import told_by_noun
from sayso.communications.requests import request_told
from sayso.communications.told import Scene, Told
from sayso.communications.verbs import told_by_verb
from sayso.language.analysis import Analysis
from sayso.model import (
    Act,
    ActorKind,
    Communication,
    CommunicationKind,
    Kind,
    Reality,
    Span,
    Statement,
    Status,
    TimeExpression,
)
from sayso.occasions.setting import tells_aside
from sayso.places import Places

_NAMED = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OUTLET})
# No sentence is longer than so many characters.
_SENTENCE = 2_000
_AS_TOLD = {
    Reality.HYPOTHETICAL: Status.PROPOSED,
    Reality.ASKED_ONLY: Status.PROPOSED,
    Reality.PLANNED: Status.PLANNED,
    Reality.NOT_SAID: Status.DENIED,
}


def communications_in(
    analysis: Analysis, cast: Cast, statements: Sequence[Statement], times: Places[TimeExpression]
) -> tuple[tuple[Communication, ...], tuple[Statement, ...]]:
    """The document's communications, and its statements attached to theirs."""
    # A date that is part of what somebody said does not tell when an act took place.
    said = Places([span for s in statements for span in s.content if s.kind is not Kind.INDIRECT], lambda span: span)
    dates = Places([t for t in times if not said.touching(t.span)], lambda time: time.span)
    contents = Places([(span, s) for s in statements for span in s.content], lambda pair: pair[0])
    told = [_as_told(one, contents) for p in analysis.paragraphs for one in _told(Scene(cast, p, dates))]
    placed = Places(told, lambda one: one.span)
    settings = [_setting(analysis, s, placed, contents) for s in statements]
    told = _with_speakers(cast, told, statements, settings)
    known, home = merged(analysis.document.id, told, lambda id: cast.actor(id).kind in _NAMED)
    attached = tuple(
        replace(statement, communication=home.get(setting.span)) if setting is not None else statement
        for statement, setting in zip(statements, settings, strict=True)
    )
    return known, attached


def _told(scene: Scene) -> Iterator[Told]:
    for token in scene.paragraph.doc:
        one = request_told(scene, token) or passed_on(scene, token)
        one = one or told_by_noun(scene, token) or told_by_verb(scene, token)
        if one is not None:
            yield one


def _as_told(one: Told, contents: Places[tuple[Span, Statement]]) -> Told:
    """What stands in words that nobody said, or that were denied, did not take place for that."""
    for span, statement in contents.touching(one.span):
        status = Status.DENIED if statement.act is Act.DENIES else _AS_TOLD.get(statement.reality)
        if status is not None and span.covers(one.span) and one.status is Status.HAPPENED:
            return replace(one, status=status)
    return one


def _setting(
    analysis: Analysis, statement: Statement, told: Places[Told], contents: Places[tuple[Span, Statement]]
) -> Told | None:
    """The act named in the statement's own sentence, outside of what anybody there says, nearest to its cue."""
    if not statement.cue:
        return None
    cue = statement.cue[0]
    near = [
        one
        for one in told.near(cue, _SENTENCE)
        if one.kind is not CommunicationKind.REQUEST
        and one.status is Status.HAPPENED
        and one.is_setting
        and one.sentence.touches(cue)
        and not any(span.touches(one.span) for span in statement.source)
        and all(span.covers(cue) for span, _ in contents.touching(one.span))
        and all(span.covers(one.span) for span, _ in contents.touching(cue) if span.covers(cue))
    ]
    own = [one for one in near if not _is_aside(analysis, one.span, cue)]
    return min(own, key=lambda one: abs(one.span.start - cue.start), default=None)


def _is_aside(analysis: Analysis, act: Span, cue: Span) -> bool:
    """ "During the call, he thanked Maas, who had hoped for it": nobody hoped in the call."""
    named, says = analysis.head(act), analysis.head(cue)
    return named is None or says is None or tells_aside(named[1], says[1])


def _with_speakers(
    cast: Cast, told: Sequence[Told], statements: Sequence[Statement], settings: Sequence[Told | None]
) -> list[Told]:
    """Whoever speaks in an act, or is spoken to, takes part in it."""
    voices: dict[Span, list[str]] = {}
    for statement, setting in zip(statements, settings, strict=True):
        if setting is not None:
            heard = (who for who in (statement.speaker, *statement.addressees) if who is not None)
            voices.setdefault(setting.span, []).extend(m for who in heard for m in cast.actor(who).members or (who,))
    return [
        replace(one, participants=tuple(dict.fromkeys((*one.participants, *voices.get(one.span, ()))))) for one in told
    ]
