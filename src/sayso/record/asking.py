"""Questions about statements and documents, put to the lines of a record."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, func, or_, select

from sayso.errors import RecordError, named
from sayso.model import DocumentKind, Reality, Span, Spans, Statement
from sayso.record import decided, involved, judgements, load, schema, search
from sayso.record.anchors import overlap
from sayso.record.answers import NOBODY, Answer, DocumentLine, Facet, Question, SaidLine, Summary, Unreadable
from sayso.record.judging import Mark
from sayso.record.names import storable
from sayso.record.schema import documents, lines
from sayso.record.when import is_iso_prefix

RANKED = 10_000
"""Where more lines fit, the words are so common that they rank nothing: the newest come first."""


# What was said


def said(connection: Connection, question: Question) -> Answer:
    """The lines that fit a question, a page of them in full, and how they divide."""
    match = search.match(question)
    conditions = list(_conditions(question))
    fitting = [*conditions, *([search.matching(match)] if match else [])]
    facets = _facets(connection, question, fitting) if question.facets else {}
    total = sum(count for _, count in facets["channel"]) if facets else _total(connection, question, fitting)
    page = select(lines.c.number).where(*conditions, *_reality(question))
    if match and (question.words or question.about) and total <= RANKED and not question.unsure:
        page = search.by_relevance(page, match)
    else:
        least_sure = [lines.c.confidence] if question.unsure else []
        page = page.order_by(*least_sure, lines.c.latest.desc(), lines.c.document_id, lines.c.position)
        page = page.where(search.matching(match)) if match else page
    numbers = connection.scalars(page.limit(question.limit).offset(question.offset)).all()
    return Answer(total, tuple(_in_full(connection, numbers, match)), facets)


def _total(connection: Connection, question: Question, conditions: Sequence[ColumnElement[bool]]) -> int:
    return _count(connection, select(func.count()).select_from(lines).where(*conditions, *_reality(question)))


def _reality(question: Question) -> list[ColumnElement[bool]]:
    return [] if question.reality is None else [lines.c.reality == question.reality]


def _conditions(question: Question) -> Iterator[ColumnElement[bool]]:
    """All that must hold, but the words and the reality."""
    if not question.rejected:
        yield lines.c.rejected.is_(False)
    if question.unsure:
        yield lines.c.unsure.is_(True)
    yield from _equal(question)
    if question.addressee is not None:
        yield involved.holds(lines.c.addressees, question.addressee)
    yield from _with_people(question)
    if since := _date(question.since):
        yield lines.c.latest >= since
    if until := _date(question.until):
        # "~" comes after every digit: a whole month or year is meant.
        yield or_(lines.c.earliest <= until + "~", lines.c.earliest.is_(None) & lines.c.latest.is_not(None))


def _equal(question: Question) -> Iterator[ColumnElement[bool]]:
    for column, value in (
        (lines.c.channel, question.channel),
        (lines.c.kind, question.kind),
        (lines.c.act, question.act),
        (lines.c.document_id, question.document),
        (lines.c.speaker, question.speaker),
        (lines.c.outlet, question.outlet),
        (lines.c.month, question.month),
    ):
        if value is not None:
            yield column.is_(None) if value == NOBODY else column == storable(value)


def _with_people(question: Question) -> Iterator[ColumnElement[bool]]:
    for id, fits in (
        (question.person, involved.said_by),
        (question.to_person, involved.said_to),
        (question.about_person, involved.said_about),
    ):
        if id is not None:
            yield fits(storable(id))


def _date(typed: str | None) -> str | None:
    if typed and not is_iso_prefix(typed):
        raise RecordError(f"“{named(typed)}” is no date; write it as 2025-10-14, 2025-10 or 2025.")
    return typed or None


_FACETS = {
    "speaker": lines.c.speaker,
    "to": lines.c.addressees,
    "channel": lines.c.channel,
    "kind": lines.c.kind,
    "outlet": lines.c.outlet,
    "month": lines.c.month,
}


def _facets(
    connection: Connection, question: Question, conditions: Sequence[ColumnElement[bool]]
) -> Mapping[str, Facet]:
    # Where nothing else is asked for, each facet is counted in an index of its own; else one look counts all.
    if len(conditions) <= 1:
        here = [*conditions, *_reality(question)]
        counts = {name: _counted(connection, column, here) for name, column in _FACETS.items()}
        counts["reality"] = _counted(connection, lines.c.reality, conditions)
    else:
        counts = _counted_together(connection, question, conditions)
    counts["to"] = _each_name(counts["to"])
    return {name: _ordered(count) for name, count in counts.items()}


def _counted_together(
    connection: Connection, question: Question, conditions: Sequence[ColumnElement[bool]]
) -> dict[str, Counter[str | None]]:
    rows = connection.execute(select(lines.c.reality, *_FACETS.values()).where(*conditions)).all()
    wanted = question.reality
    here = rows if wanted is None else [row for row in rows if row[0] == wanted]
    columns: Iterable[tuple[Any, ...]] = zip(*here, strict=True) if here else [()] * (len(_FACETS) + 1)
    counts = dict(zip(("reality", *_FACETS), map(Counter, columns), strict=True))
    # What another reality would leave, as a question has one already when nobody chose it.
    return counts | {"reality": Counter(row[0] for row in rows)}


def _counted(
    connection: Connection, column: Column[Any], conditions: Sequence[ColumnElement[bool]]
) -> Counter[str | None]:
    rows = connection.execute(select(column, func.count()).where(*conditions).group_by(column))
    return Counter({value: count for value, count in rows})


def _each_name(counts: Counter[str | None]) -> Counter[str | None]:
    """Counts of lists of names, as counts of names."""
    names: Counter[str | None] = Counter()
    for listed, count in counts.items():
        for name in json.loads(listed or "[]") or [None]:
            names[name] += count
    return names


def _ordered(counts: Counter[str | None]) -> Facet:
    return tuple(sorted(counts.items(), key=lambda one: (one[0] is None, -one[1], one[0] or "")))


def _in_full(connection: Connection, numbers: Sequence[int], match: str | None = None) -> list[SaidLine]:
    """The lines by these numbers, in this order."""
    rows = {row.number: row for row in connection.execute(select(lines).where(lines.c.number.in_(numbers)))}
    hits = search.hits(connection, match, {n: row.words for n, row in rows.items()}) if match else {}
    loaded = load.statements(connection, load.of_lines(numbers))
    statements = {(id, statement.id): (statement, mark) for id, statement, mark in loaded}
    named = {row.document_id for row in rows.values()}
    about = {line.id: line for line in document_lines(connection, documents.c.id.in_(named))}
    found = [
        _line(row, about[row.document_id], *statements[row.document_id, row.statement_id], hits.get(row.number, ()))
        for row in (rows[number] for number in numbers)
    ]
    return _with_ids(connection, found)


def _with_ids(connection: Connection, found: Sequence[SaidLine]) -> list[SaidLine]:
    """The lines, told which of their names lead to a page of their own."""
    at = {(line.document.id, id) for line in found for id in (line.statement.speaker, *line.statement.addressees) if id}
    known = involved.names_of(connection, at)
    return [
        replace(
            line,
            person=known.get((line.document.id, line.statement.speaker or "")),
            to_people=tuple(known.get((line.document.id, id)) for id in line.statement.addressees),
        )
        for line in found
    ]


def _line(row: Row[Any], document: DocumentLine, statement: Statement, mark: Mark, hits: Spans) -> SaidLine:
    return SaidLine(
        document=document,
        statement=statement,
        speaker=row.speaker,
        addressees=tuple(json.loads(row.addressees)),
        via=tuple(json.loads(row.via)),
        when_words=row.when_words,
        hits=hits,
        decision=mark.decision,
        machine=mark.machine,
        kept=mark.kept,
    )


AROUND = 240
"""Characters of the text shown before and after a statement."""


def statement(connection: Connection, document_id: str, statement_id: str) -> SaidLine:
    """One statement's line, with the words around it and what people judged."""
    at = (lines.c.document_id == document_id) & (lines.c.statement_id == statement_id)
    line = _in_full(connection, connection.scalars(select(lines.c.number).where(at)).all())[0]
    text = load.document(connection, document_id).text
    before, after = text[: line.place.start][-AROUND:], text[line.place.end :][:AROUND]
    made = judgements.at_statement(connection, document_id, statement_id)
    # Whole words only: the first may be the rest of one.
    before = before if len(before) < AROUND else before.partition(" ")[2]
    after = after if len(after) < AROUND else after.rpartition(" ")[0]
    return replace(line, before=before, after=after, judgements=tuple(made))


def spoken(connection: Connection, document_id: str, span: Span) -> list[SaidLine]:
    """The lines whose content touches a place of a document, the closest fit first."""
    spans = schema.statement_spans
    touching = select(spans.c.statement_id).where(
        spans.c.document_id == document_id,
        spans.c.part == "content",
        spans.c.start < span.end,
        spans.c.stop > span.start,
    )
    found = select(lines.c.number).where(
        lines.c.document_id == document_id, lines.c.rejected.is_(False), lines.c.statement_id.in_(touching)
    )
    there = _in_full(connection, connection.scalars(found.order_by(lines.c.position)).all())
    return sorted(there, key=lambda said: -overlap(said.statement.content, (span,)))


def said_in(connection: Connection, document_id: str, communication_id: str) -> list[SaidLine]:
    """The lines that belong to a communication of a document, in the order of its text."""
    of = schema.statements.c
    there = select(of.id).where(of.document_id == document_id, of.communication_id == communication_id)
    found = select(lines.c.number).where(
        lines.c.document_id == document_id, lines.c.rejected.is_(False), lines.c.statement_id.in_(there)
    )
    return _in_full(connection, connection.scalars(found.order_by(lines.c.position)).all())


def speakers(connection: Connection) -> list[tuple[str, int]]:
    """Names and numbers of statements that count as said."""
    counts = _counted(
        connection,
        lines.c.speaker,
        [lines.c.rejected.is_(False), lines.c.reality == Reality.SAID, lines.c.speaker.is_not(None)],
    )
    return [(name, count) for name, count in _ordered(counts) if name is not None]


# Documents


def document_lines(
    connection: Connection, *conditions: ColumnElement[bool], page: tuple[int | None, int] = (None, 0), order: str = ""
) -> list[DocumentLine]:
    """Documents with their counts. `page` is limit and offset."""
    query = _with_counts().where(*conditions)
    newest = [documents.c.added.desc()] if order == "added" else [documents.c.published.desc().nulls_last()]
    query = query.order_by(*newest, documents.c.source, documents.c.id).limit(page[0]).offset(page[1])
    return [
        DocumentLine(
            id=row.id,
            digest=row.digest,
            source=row.source,
            title=row.title,
            outlet=row.outlet,
            published=row.published,
            kind=DocumentKind(row.kind),
            author=row.author,
            wire=row.wire,
            first_words=row.first_words,
            statements=row.statements,
            unsure=row.unsure,
            added=row.added,
        )
        for row in connection.execute(query)
    ]


def _with_counts() -> Select[Any]:
    standing = (lines.c.document_id == documents.c.id) & lines.c.rejected.is_(False)
    counted = select(func.count()).select_from(lines)
    return select(
        documents,
        counted.where(standing).scalar_subquery().label("statements"),
        counted.where(standing, lines.c.unsure.is_(True)).scalar_subquery().label("unsure"),
    )


def summary(connection: Connection) -> Summary:
    """Counts of what is there."""
    standing = select(func.count()).select_from(lines).where(lines.c.rejected.is_(False))
    failed = connection.execute(select(schema.unreadable).order_by(schema.unreadable.c.at))
    return Summary(
        documents=_count(connection, select(func.count()).select_from(documents)),
        statements=_count(connection, standing),
        actors=_count(connection, select(func.count(schema.actors.c.name.distinct()))),
        communications=_count(connection, select(func.count()).select_from(schema.communications)),
        unsure=_count(connection, standing.where(lines.c.unsure.is_(True))),
        unreadable=tuple(Unreadable(row.source, row.message, row.at) for row in failed),
        proposals=decided.waiting(connection),
    )


def _count(connection: Connection, query: Select[Any]) -> int:
    return connection.scalar(query) or 0
