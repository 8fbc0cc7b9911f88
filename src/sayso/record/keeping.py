"""Keeping readings and judgements: what happens inside one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from sayso.errors import InvalidJudgement, named
from sayso.model import Decision, Document, Judgement, Reading, Statement, digest_of
from sayso.record import grouping, judgements, judging, lines, load, merging, passages, save
from sayso.record.anchors import Links, anchor, by_statement, follow, hull
from sayso.record.finding import statement_at
from sayso.record.judging import Base, base_of, machine_reading
from sayso.record.names import storable
from sayso.record.schema import DECIDED, documents, texts, unreadable


def add(connection: Connection, reading: Reading) -> bool:
    """Keep a reading; False where the very same is kept already."""
    worked(connection, reading.document.source)
    id, digest = reading.document.id, reading.document.digest
    before = load.judged(connection, id) if has(connection, id) else None
    if before is not None and machine_reading(before) == reading:
        return False
    _keep_text(connection, reading.document)
    made = judgements.of_text(connection, digest)
    old, links = _last_reading(connection, id, digest) if made else (None, {})
    found = anchor(reading, old, made, links)
    _keep(connection, found.base, made, found.links)
    return True


def _last_reading(connection: Connection, id: str, digest: str) -> tuple[Base | None, Links]:
    """What judgements stood at until now: this document, or another of the same text."""
    known = _documents_of(connection, digest)
    last = id if id in known else next(iter(known), None)
    if last is None:
        return None, {}
    return base_of(load.judged(connection, last)), judgements.links(connection, last)


def _keep(connection: Connection, base: Base, made: Sequence[Judgement], links: Links) -> None:
    id = base.reading.document.id
    before = connection.scalar(select(documents.c.added).where(documents.c.id == id))
    people = grouping.people_in(connection, id) if before else {}
    if before:
        save.erase(connection, id)
    judged = judging.judge(base, by_statement(made, links))
    save.save(connection, judged, before or judgements.now())
    grouping.forget(connection, set(people.values()))
    grouping.place(connection, judged.reading, before=people)
    lines.save(connection, judged, grouping.names_in(connection, id))
    judgements.save_links(connection, id, links)
    merging.settle(connection, base.reading.document.digest)


def _keep_text(connection: Connection, document: Document) -> None:
    digest = document.digest
    if connection.scalar(select(texts.c.digest).where(texts.c.digest == digest)) is None:
        connection.execute(insert(texts).values(digest=digest, text=document.text))
        passages.save(connection, digest, document.text)


def has(connection: Connection, document_id: str) -> bool:
    """Is there a document by that id?"""
    return connection.scalar(select(documents.c.id).where(documents.c.id == document_id)) is not None


def document_ids(connection: Connection) -> Sequence[str]:
    """All documents, in a lasting order."""
    return connection.scalars(select(documents.c.id).order_by(documents.c.id)).all()


def _documents_of(connection: Connection, digest: str) -> Sequence[str]:
    return connection.scalars(select(documents.c.id).where(documents.c.digest == digest).order_by(documents.c.id)).all()


# What could not be read


def failed(connection: Connection, source: str, message: str) -> None:
    """Remember the last failure of a source."""
    worked(connection, source)
    connection.execute(
        insert(unreadable).values(source=storable(source), message=storable(message), at=judgements.now())
    )


def worked(connection: Connection, source: str) -> None:
    """Forget that a source failed."""
    connection.execute(delete(unreadable).where(unreadable.c.source == storable(source)))


# Judgements


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decides, as given."""

    decision: Decision | str
    by: str
    field: str | None
    value: str | None
    note: str | None


def judge(connection: Connection, typed: str, decided: Decided) -> Judgement:
    """Add a judgement on the statement meant, and lay it over every document of the text."""
    document_id, statement_id = statement_at(connection, typed)
    base = base_of(load.judged(connection, document_id))
    statement = next(one for one in base.reading.statements if one.id == statement_id)
    judgement = _judgement(base.reading, statement, decided)
    judgements.save(connection, judgement)
    _lay_again(connection, judgement, base)
    return judgement


def undo(connection: Connection, judgement_id: str) -> Judgement:
    """Withdraw a judgement, and read its documents without it."""
    judgements.withdraw(connection, judgement_id)
    judgement = judgements.one(connection, judgement_id)
    made = judgements.of_text(connection, judgement.digest)
    for id in _documents_of(connection, judgement.digest):
        _keep(connection, base_of(load.judged(connection, id)), made, judgements.links(connection, id))
    return judgement


def _lay_again(connection: Connection, judgement: Judgement, judged_in: Base) -> None:
    made = judgements.of_text(connection, judgement.digest)
    for id in _documents_of(connection, judgement.digest):
        base = base_of(load.judged(connection, id))
        same = follow(judged_in.reading.statements, base.reading.statements)
        links = dict(judgements.links(connection, id))
        if judgement.statement in same:
            links[judgement.id] = same[judgement.statement]
        _keep(connection, base, made, links)


def _judgement(reading: Reading, statement: Statement, decided: Decided) -> Judgement:
    """The judgement as it will be kept. Raises InvalidJudgement."""
    decision = _decision(decided)
    if decision is Decision.CORRECT:
        judging.correct(reading, statement, decided.field, decided.value)
    digest, span, at = reading.document.digest, hull(statement.content), judgements.now()
    parts = (digest, f"{span.start}-{span.end}", statement.id, decision, decided.by, at)
    return Judgement(
        id="j" + digest_of(*parts, decided.field or "", decided.value or "")[:16],
        digest=digest,
        span=span,
        words=statement.words,
        decision=decision,
        by=decided.by.strip(),
        at=at,
        field=decided.field,
        value=decided.value,
        note=decided.note,
        statement=statement.id,
    )


def _decision(decided: Decided) -> Decision:
    if decided.decision not in DECIDED:
        raise InvalidJudgement(
            f"{named(decided.decision)!r} is no judgement on a statement; it is one of {', '.join(DECIDED)}."
        )
    decision = Decision(decided.decision)
    if decision is not Decision.CORRECT and (decided.field or decided.value is not None):
        raise InvalidJudgement(f"Only a correction sets a field; this is to {decision}.")
    if not decided.by.strip():
        raise InvalidJudgement("A judgement needs the name of the person who makes it.")
    return decision
