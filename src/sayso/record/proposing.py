"""Two names that may be one, for a person to decide."""

from __future__ import annotations

import json
from collections import Counter

from sqlalchemy import Connection, func, or_, select

from sayso.model import Sameness
from sayso.record import decided, everybody, schema
from sayso.record.answers import PersonLine, Proposal, Reason, proposal_id
from sayso.record.schema import proposals


def find(
    connection: Connection, page: tuple[int | None, int], order: str = "consequence", person: str | None = None
) -> list[Proposal]:
    """Open proposals: those that move most statements first, or those that are least sure."""
    query = select(proposals)
    if person is not None:
        query = query.where(or_(proposals.c.one == person, proposals.c.other == person))
    settled = decided.pairs(connection)
    rows = [row for row in connection.execute(query) if frozenset((row.one, row.other)) not in settled]
    said = _said(connection) if rows else Counter[str]()
    moved = {row: min(said[row.one], said[row.other]) for row in rows}
    if order == "unsure":
        rows.sort(key=lambda row: (abs(row.score - 0.5), -moved[row], row.one, row.other))
    else:
        rows.sort(key=lambda row: (-moved[row], -row.score, row.one, row.other))
    shown = rows[page[1] :][: page[0]]
    known = everybody.by_name(connection, {name for row in shown for name in (row.one, row.other)})
    return [_proposal(row.score, row.reasons, known[row.one], known[row.other], moved[row]) for row in shown]


def one(connection: Connection, id: str) -> Proposal | None:
    """The open proposal of that id."""
    rows = connection.execute(select(proposals.c.one, proposals.c.other))
    pair = next((row for row in rows if proposal_id(row.one, row.other) == id), None)
    if pair is None:
        return None
    return next((found for found in find(connection, (None, 0), person=pair.one) if found.id == id), None)


def _said(connection: Connection) -> Counter[str]:
    query = select(schema.lines.c.speaker, func.count()).where(
        schema.lines.c.rejected.is_(False), schema.lines.c.speaker.is_not(None)
    )
    return Counter({name: count for name, count in connection.execute(query.group_by(schema.lines.c.speaker))})


def _proposal(score: float, reasons: str, one: PersonLine, other: PersonLine, moved: int) -> Proposal:
    told = tuple(Reason(text, against) for text, against in json.loads(reasons))
    return Proposal(one, other, score, told, moved)


def merges(connection: Connection, person: str | None = None) -> list[Sameness]:
    """All judgements about names, oldest first, or those about one."""
    made = decided.load(connection)
    if person is None:
        return made
    return [
        one
        for one in made
        if person in (*decided.names_at(connection, one.one), *decided.names_at(connection, one.other))
    ]
