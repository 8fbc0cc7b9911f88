"""The lines that questions are answered from: one a statement, names in place of ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, update

from sayso.model import UNSURE_BELOW, Actor, Decision, Document, Statement
from sayso.record import schema
from sayso.record.judging import Judged, Mark


def save(connection: Connection, judged: Judged, people: Mapping[str, str]) -> None:
    """Write the lines of a document; those it had are gone. `people`: actor id → name among all people."""
    actors = {actor.id: _Named(people.get(actor.id, actor.name), actor) for actor in judged.reading.actors}
    document = judged.reading.document
    of_all = {"document_id": document.id, "outlet": document.outlet}
    rows = [
        {
            **of_all,
            "position": position,
            **_line(statement, actors),
            **_dates(document, statement),
            **_standing(statement, judged.mark(statement.id)),
        }
        for position, statement in enumerate(judged.reading.statements)
    ]
    if rows:
        connection.execute(insert(schema.lines), rows)


@dataclass(frozen=True, slots=True)
class _Named:
    """An actor and the name that all documents know it by."""

    name: str
    actor: Actor


def _line(statement: Statement, actors: dict[str, _Named]) -> dict[str, Any]:
    speaker = [actors[statement.speaker]] if statement.speaker else []
    addressees = [actors[id] for id in statement.addressees]
    return {
        "statement_id": statement.id,
        "words": statement.words,
        "speaker": speaker[0].name if speaker else None,
        "addressees": _json(dict.fromkeys(one.name for one in addressees)),
        "via": _json(actors[id].name for id in statement.via),
        "speaker_names": _json(_names(speaker, actors)),
        "addressee_names": _json(_names(addressees, actors)),
        "act": statement.act,
        "kind": statement.kind,
        "channel": statement.channel,
        "reality": statement.reality,
    }


def _standing(statement: Statement, mark: Mark) -> dict[str, Any]:
    return {
        "confidence": statement.confidence,
        "rejected": mark.decision is Decision.REJECT,
        "unsure": mark.decision is None and statement.confidence < UNSURE_BELOW,
    }


def _names(actors: Iterable[_Named], known: dict[str, _Named]) -> Iterator[str]:
    """All names to find them by: of all documents and of this one."""
    for one in actors:
        for each in (one, *(known[id] for id in one.actor.members)):
            yield from dict.fromkeys((each.name, each.actor.name))


def rename(connection: Connection, old: str, new: str) -> None:
    """Somebody is known by another name now; who looks for the old one still finds the lines."""
    lines = schema.lines
    connection.execute(update(lines).where(lines.c.speaker == old).values(speaker=new))
    was, now = _json([old])[1:-1], _json([new])[1:-1]
    for column, put in (
        (lines.c.addressees, now),
        (lines.c.via, now),
        (lines.c.speaker_names, f"{now}, {was}"),
        (lines.c.addressee_names, f"{now}, {was}"),
    ):
        holding = column.contains(was, autoescape=True)
        connection.execute(update(lines).where(holding).values({column: func.replace(column, was, put)}))


def _dates(document: Document, statement: Statement) -> dict[str, str | None]:
    """When it was said, or else when it was printed: as limits that can be compared."""
    when = statement.when
    published = document.published[:10] if document.published else None
    bounded = when if when and (when.earliest or when.latest) else None
    earliest = bounded.earliest if bounded else published
    # What a document reports was said by the day it was printed.
    latest = (bounded.latest if bounded else None) or published
    return {
        "when_words": when.words.of(document.text) if when and len(when.words) else None,
        "when_edtf": when.edtf if when else None,
        "earliest": earliest,
        "latest": latest,
        "month": (earliest or latest or "")[:7] or None,
    }


def _json(names: Iterable[str]) -> str:
    return json.dumps(list(names), ensure_ascii=False)
