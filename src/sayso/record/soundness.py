"""A reading that contradicts itself never gets into a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sayso.errors import RecordError
from sayso.model import Reading, Spans, Statement


def refuse_unsound(reading: Reading) -> None:
    """Raise RecordError where an id is used twice or leads nowhere, a span leaves the text, or nothing was said."""
    for complaint in _complaints(reading):
        raise RecordError(f"The reading of {reading.document.source} cannot be kept: {complaint}.")


def _complaints(reading: Reading) -> Iterator[str]:
    yield from _broken_text(reading.document.text)
    yield from _twice(reading)
    yield from _leading_nowhere(reading)
    yield from _outside(reading)
    for statement in reading.statements:
        if not statement.content:
            yield f"statement {statement.id} has no words"


def _broken_text(text: str) -> Iterator[str]:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        yield f"character {error.start} of its text is half a character (a lone surrogate)"


def _twice(reading: Reading) -> Iterator[str]:
    for family in (reading.actors, reading.statements, reading.communications, reading.drafts):
        counts = Counter(one.id for one in family)
        yield from (f"the id {id} is used {count} times" for id, count in counts.items() if count > 1)


def _leading_nowhere(reading: Reading) -> Iterator[str]:
    actors = {actor.id for actor in reading.actors}
    statements = {statement.id for statement in reading.statements}
    communications = {communication.id for communication in reading.communications}
    drafts = {draft.id for draft in reading.drafts}
    for what, named, known in (
        ("actor", set(_actors_named(reading)), actors),
        ("statement", {s.within for s in reading.statements} | {o.advice for o in reading.outcomes}, statements),
        ("communication", {s.communication for s in reading.statements}, communications),
        ("draft", {id for r in reading.draft_relations for id in (r.from_, r.to)}, drafts),
        ("statement or communication", {o.outcome for o in reading.outcomes}, statements | communications),
    ):
        yield from (f"it names {what} {id}, which it does not hold" for id in named - known - {None})


def _actors_named(reading: Reading) -> Iterator[str | None]:
    for actor in reading.actors:
        yield from actor.members
    for statement in reading.statements:
        yield from (statement.speaker, *statement.addressees, *statement.via)
    for communication in reading.communications:
        yield from (*communication.participants, *communication.according_to)
    for draft in reading.drafts:
        yield from draft.authors
    for relation in reading.draft_relations:
        yield from relation.according_to


def _outside(reading: Reading) -> Iterator[str]:
    length = len(reading.document.text)
    for what, spans in _spans(reading):
        yield from (f"{what} ends at {s.end}, but the text at {length}" for s in spans if s.end > length)


def _spans(reading: Reading) -> Iterator[tuple[str, Spans]]:
    for actor in reading.actors:
        yield f"actor {actor.id}", (*actor.mentions, *(role.span for role in actor.roles))
    for statement in reading.statements:
        yield f"statement {statement.id}", spans_of(statement)
    for communication in reading.communications:
        when = (communication.when.words,) if communication.when else ()
        handed = (communication.object,) if communication.object else ()
        yield f"communication {communication.id}", (*communication.spans, *when, *handed)
    yield "a time", tuple(time.span for time in reading.times)
    yield "a draft", tuple(span for draft in reading.drafts for span in draft.spans)
    yield "a relation of drafts", tuple(span for relation in reading.draft_relations for span in relation.spans)


def spans_of(statement: Statement) -> Spans:
    """All places that a statement names."""
    when = (statement.when.words,) if statement.when else ()
    return (*statement.content, *statement.cue, *statement.source, *statement.hedges, *when)
