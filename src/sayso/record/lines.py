"""The lines that questions are answered from: one a statement, names in place of ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, insert

from sayso.model import UNSURE_BELOW, Actor, Decision, Document, Statement
from sayso.record import schema
from sayso.record.judging import Judged, Mark


def save(connection: Connection, judged: Judged) -> None:
    """Write the lines of a document; those it had are gone with its rows."""
    actors = {actor.id: actor for actor in judged.reading.actors}
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


def _line(statement: Statement, actors: dict[str, Actor]) -> dict[str, Any]:
    speaker = [actors[statement.speaker]] if statement.speaker else []
    addressees = [actors[id] for id in statement.addressees]
    return {
        "statement_id": statement.id,
        "words": statement.words,
        "speaker": speaker[0].name if speaker else None,
        "addressees": _json(actor.name for actor in addressees),
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


def _names(actors: Iterable[Actor], known: dict[str, Actor]) -> Iterator[str]:
    for actor in actors:
        yield actor.name
        yield from (known[id].name for id in actor.members)


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
