"""Right of reply: whoever was asked or accused, and whether they answered, declined or denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from sayso.model import Act, CommunicationKind, Pin, Reply, Span
from sayso.record import asking, everybody
from sayso.record.answers import DocumentLine, Question, SaidLine
from sayso.record.histories import ReplyLine
from sayso.record.schema import actors, communication_actors, communication_spans, communications, documents, texts

_ACTS = {Act.DENIES: Reply.DENIED, Act.DECLINES: Reply.DECLINED}


def replies(connection: Connection, who: str | None) -> list[ReplyLine]:
    """Every reply, refusal and request that the documents tell of, the newest print first."""
    name = everybody.person(connection, who).name if who else None
    found = [*_of_communications(connection, name), *_of_statements(connection, name)]
    return sorted(_once(found), key=lambda one: (one.document.published or "", one.pin.span.start), reverse=True)


def _of_communications(connection: Connection, name: str | None) -> Iterator[ReplyLine]:
    place = communication_spans.c
    words = func.substr(texts.c.text, place.start + 1, place.stop - place.start)
    query = (
        select(communications, documents.c.digest, place.start, place.stop, words.label("words"))
        .join(documents, documents.c.id == communications.c.document_id)
        .join(texts, texts.c.digest == documents.c.digest)
        .join(
            communication_spans,
            (place.document_id == communications.c.document_id) & (place.communication_id == communications.c.id),
        )
        .where(communications.c.reply.is_not(None), place.position == 0)
    )
    if name is not None:
        query = query.where(communications.c.id.in_(_answered_by(name)))
    rows = connection.execute(query).all()
    parties = _parties(connection, rows)
    lines = _documents(connection, {row.document_id for row in rows})
    for row in rows:
        who = parties.get((row.document_id, row.id), [])
        if who:
            document = lines[row.document_id]
            pin = Pin(row.document_id, row.digest, Span(row.start, row.stop), row.words)
            asked_by = tuple(who[1:]) if row.kind == CommunicationKind.REQUEST else ()
            yield ReplyLine(who[0], Reply(row.reply), asked_by, document.title, row.when_edtf, document, pin)


def _answered_by(name: str) -> Select[tuple[str]]:
    """The communications in which they are named first: whoever is asked, or replies."""
    at = communication_actors.c
    theirs = (actors.c.document_id == at.document_id) & (actors.c.id == at.actor_id)
    first = select(at.communication_id).join(actors, theirs)
    return first.where(
        at.part == "participant", at.position == 0, func.coalesce(actors.c.person, actors.c.name) == name
    )


def _documents(connection: Connection, ids: set[str]) -> dict[str, DocumentLine]:
    return {one.id: one for one in asking.document_lines(connection, documents.c.id.in_(ids))}


def _parties(connection: Connection, rows: Sequence[Row[Any]]) -> dict[tuple[str, str], list[str]]:
    at = communication_actors.c
    query = (
        select(at.document_id, at.communication_id, func.coalesce(actors.c.person, actors.c.name))
        .join(actors, (actors.c.document_id == at.document_id) & (actors.c.id == at.actor_id))
        .where(at.part == "participant", at.communication_id.in_({row.id for row in rows}))
        .order_by(at.position)
    )
    parties: dict[tuple[str, str], list[str]] = {}
    for document, communication, name in connection.execute(query):
        parties.setdefault((document, communication), []).append(name)
    return parties


def _of_statements(connection: Connection, name: str | None) -> Iterator[ReplyLine]:
    for act, reply in _ACTS.items():
        question = Question(act=act, person=name, reality=None, limit=None, facets=False)
        for line in asking.said(connection, question).lines:
            if line.speaker is not None:
                yield _as_reply(line, reply)


def _as_reply(line: SaidLine, reply: Reply) -> ReplyLine:
    day = line.statement.when.edtf if line.statement.when else None
    pin = Pin(line.document.id, line.document.digest, line.place, line.words)
    return ReplyLine(str(line.speaker), reply, (), line.words, day, line.document, pin, line.id)


def _once(found: list[ReplyLine]) -> list[ReplyLine]:
    """ "declined to comment" is told as a statement and as a request: one reply, with whoever asked."""
    kept: list[ReplyLine] = []
    for one in found:
        at = next((i for i, other in enumerate(kept) if _is_one(other, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = replace(kept[at], statement=kept[at].statement or one.statement)
    return kept


def _is_one(one: ReplyLine, other: ReplyLine) -> bool:
    near = abs(one.pin.span.start - other.pin.span.start) < _NEAR
    return one.document.id == other.document.id and one.who == other.who and one.reply is other.reply and near


# Characters between the two tellings of one refusal: those of one sentence.
_NEAR = 60
