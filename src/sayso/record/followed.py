"""Advice, and what was later reported that is consistent with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.model import Act, Pin, Span
from sayso.record import asking, everybody
from sayso.record.answers import Question, SaidLine
from sayso.record.histories import Adviser, Followed, Outcomes
from sayso.record.schema import communication_spans, documents, outcome_reasons, outcomes, texts


def of(connection: Connection, who: str | None) -> Outcomes:
    """What was followed, and how much of each one's advice was not; only of one adviser, where one is asked for."""
    name = everybody.person(connection, who).name if who else None
    advised = asking.said(connection, Question(act=Act.ADVISES, limit=None, facets=False, person=name)).lines
    by_address = {line.address: line for line in advised}
    followed = [
        _followed(connection, link, by_address[link.advice]) for link in _links(connection) if link.advice in by_address
    ]
    pieces = Counter(line.speaker for line in advised if line.speaker)
    done = Counter(link.advice.speaker for link in followed)
    advisers = (Adviser(one, count, count - min(count, done[one])) for one, count in pieces.most_common())
    return Outcomes(tuple(followed), tuple(advisers))


@dataclass(frozen=True, slots=True)
class _Link:
    document: str
    advice: str
    outcome: str
    reasons: tuple[str, ...]


def _links(connection: Connection) -> list[_Link]:
    """The links of all documents, each with its reasons, in the order of the text."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for row in connection.execute(select(outcome_reasons).order_by(outcome_reasons.c.position)):
        reasons.setdefault((row.document_id, row.outcome_id), []).append(row.reason)
    rows = connection.execute(select(outcomes).order_by(outcomes.c.document_id, outcomes.c.position))
    return [
        _Link(
            row.document_id,
            f"{row.document_id}/{row.advice_id}",
            row.outcome_id,
            tuple(reasons.get((row.document_id, row.id), ())),
        )
        for row in rows
    ]


def _followed(connection: Connection, link: _Link, advice: SaidLine) -> Followed:
    place = communication_spans.c
    query = (
        select(
            documents.c.digest,
            place.start,
            place.stop,
            func.substr(texts.c.text, place.start + 1, place.stop - place.start),
        )
        .join(documents, documents.c.id == place.document_id)
        .join(texts, texts.c.digest == documents.c.digest)
        .where(place.document_id == link.document, place.communication_id == link.outcome, place.position == 0)
    )
    row = connection.execute(query).first()
    if row is None:
        return Followed(advice, asking.statement(connection, link.document, link.outcome), None, link.reasons)
    digest, start, stop, words = row
    return Followed(advice, None, Pin(link.document, digest, Span(start, stop), words), link.reasons)
