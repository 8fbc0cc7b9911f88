"""Reading ↔ JSON: the `read --json` contract of DESIGN, in both directions and without loss."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import Any

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Channel,
    Communication,
    CommunicationKind,
    Document,
    DocumentKind,
    DraftMention,
    DraftRelation,
    Kind,
    Outcome,
    Reading,
    Reality,
    Reply,
    Role,
    Span,
    Statement,
    Status,
    Timecode,
    TimeExpression,
    TimeType,
    When,
)

Json = dict[str, Any]


def as_json(reading: Reading) -> Json:
    """The reading as DESIGN's contract prints it: spans are `[start, end]` in code points of `document.text`."""
    plain: Json = _plain(reading)
    document = reading.document
    plain["document"] = {"id": document.id, "digest": document.digest, **plain["document"]}
    for relation in plain["draft_relations"]:
        relation["from"] = relation.pop("from_")
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def from_json(plain: Json) -> Reading:
    """The reading that `as_json` printed. Raises KeyError or ValueError where the contract is not kept."""
    return Reading(
        document=_document(plain["document"]),
        actors=tuple(_actor(a) for a in plain["actors"]),
        statements=tuple(_statement(s) for s in plain["statements"]),
        communications=tuple(_communication(c) for c in plain["communications"]),
        times=tuple(
            TimeExpression(Span(*t["span"]), TimeType(t["type"]), t["value"], t["edtf"]) for t in plain["times"]
        ),
        drafts=tuple(DraftMention(**_with(d, spans=_spans, authors=tuple)) for d in plain["drafts"]),
        draft_relations=tuple(_relation(r) for r in plain["draft_relations"]),
        outcomes=tuple(Outcome(**_with(o, reasons=tuple)) for o in plain["outcomes"]),
        read_by=plain.get("read_by", ""),
    )


def _with(plain: Json, **made: Any) -> Json:
    """The mapping with some values put through a function; null stays null."""
    return plain | {name: make(plain[name]) for name, make in made.items() if plain.get(name) is not None}


def _span(plain: list[int]) -> Span:
    return Span(*plain)


def _spans(plain: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in plain)


def _when(plain: Json) -> When:
    return When(**_with(plain, words=lambda words: Span(*words)))


def _document(plain: Json) -> Document:
    known = {name: value for name, value in plain.items() if name not in ("id", "digest")}
    codes = tuple(Timecode(**code) for code in known.get("timecodes", ()))
    return Document(**known | {"timecodes": codes, "kind": DocumentKind(known["kind"])})


def _actor(plain: Json) -> Actor:
    roles = tuple(Role(role["text"], Span(*role["span"])) for role in plain["roles"])
    return Actor(**_with(plain, kind=ActorKind, mentions=_spans, members=tuple) | {"roles": roles})


def _statement(plain: Json) -> Statement:
    spans = dict.fromkeys(("content", "cue", "source", "hedges"), _spans)
    lists = dict.fromkeys(("addressees", "via", "reasons"), tuple)
    closed = {"kind": Kind, "act": Act, "reality": Reality, "basis": Basis, "channel": Channel}
    return Statement(**_with(plain, **spans, **lists, **closed, when=_when))


def _communication(plain: Json) -> Communication:
    lists = dict.fromkeys(("participants", "according_to"), tuple)
    closed = {"kind": CommunicationKind, "status": Status, "reply": Reply}
    return Communication(**_with(plain, **lists, **closed, spans=_spans, when=_when, object=_span))


def _relation(plain: Json) -> DraftRelation:
    known = {("from_" if name == "from" else name): value for name, value in plain.items()}
    return DraftRelation(**_with(known, according_to=tuple, spans=_spans))
