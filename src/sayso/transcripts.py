"""Transcript → Reading: whose turn it is, to whom, in what kind of exchange."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.actors import names
from sayso.actors.grouping import grouped
from sayso.attribution.found import Found, as_statement
from sayso.attribution.turns import Turn, turns
from sayso.chats import read_chat
from sayso.language.words import sorted_into
from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Channel,
    Communication,
    CommunicationKind,
    Document,
    Kind,
    Reading,
    Span,
    Statement,
    digest_of,
)
from sayso.occasions.occasion import channel_of
from sayso.text.chat import chat_in
from sayso.times import times_in

_INITIALS = frozenset({"q", "a"})
# What machines call whom they tell apart by the voice.
_NUMBERED = re.compile(r"speaker[ _-]?(?:\d+|[a-z])", re.IGNORECASE)


def read_transcript(document: Document) -> Reading:
    """Every turn is a direct statement of whoever its label names; every message of a chat, of its sender."""
    if chat := chat_in(document.text):
        return read_chat(document, chat)
    spoken = turns(document.text, frozenset(code.start for code in document.timecodes))
    actors = _actors(document, spoken)
    of_label = {span: actor for actor in actors for span in actor.mentions}
    exchange = _exchange(document, actors)
    statements = tuple(_statement(document, turn, of_label, actors, exchange) for turn in spoken)
    return Reading(document, actors, statements, (exchange,) if exchange else (), times_in(document))


def _actors(document: Document, spoken: Sequence[Turn]) -> tuple[Actor, ...]:
    listed = [name for turn in spoken for name in _label_name(document, turn.label)]
    return tuple(
        Actor("a" + digest_of(document.id, named.kind, named.name.lower())[:12], named.name, named.kind, named.spans)
        for named in grouped(listed)
    )


def _label_name(document: Document, label: Span) -> list[names.Name]:
    """The name on the label; capitals made a name ("ROSSI" → "Rossi"), an aside in brackets left off."""
    printed = re.sub(r"\s*[(\[].*", "", label.of(document.text)).strip(" .,")
    kind = ActorKind.UNNAMED if printed.lower() in _INITIALS or _NUMBERED.fullmatch(printed) else ActorKind.PERSON
    bare = next((n.text for n in names.as_name(label, printed, kind)), printed)
    named = bare.title() if bare.isupper() and len(bare) > 2 else bare
    return [names.Name(label, named, kind)]


def _statement(
    document: Document, turn: Turn, of_label: dict[Span, Actor], actors: Sequence[Actor], exchange: Communication | None
) -> Statement:
    speaker = of_label[turn.label]
    found = Found((turn.words,), source=(turn.label,), confidence=0.97, found_by="turns")
    bare = as_statement(found, document.id, document.text, Kind.DIRECT)
    parties = _parties(actors)
    others = tuple(a.id for a in parties if a.id != speaker.id) if speaker in parties else ()
    return Statement(
        **{
            name: getattr(bare, name) for name in ("id", "kind", "content", "words", "source", "confidence", "found_by")
        },
        speaker=speaker.id,
        addressees=others if len(parties) == 2 else (),
        act=Act.ASKS if bare.words.rstrip().endswith("?") else Act.ASSERTS,
        channel=channel_of(exchange.kind) if exchange else Channel.UNSPECIFIED,
        communication=exchange.id if exchange else None,
    )


def _parties(actors: Sequence[Actor]) -> list[Actor]:
    """Who takes part: whoever speaks once among two who speak often only calls in."""
    often = [a for a in actors if len(a.mentions) > 1]
    return often if len(often) == 2 else list(actors)


def _exchange(document: Document, actors: Sequence[Actor]) -> Communication | None:
    """The call, interview or meeting that was written down, where title or name says which it was."""
    said = re.findall(r"[a-z]+", f"{document.title or ''} {document.source}".lower())
    kind = next((kind for word in said if (kind := sorted_into("events").get(word))), None)
    if kind is None and {a.name.lower() for a in actors} <= _INITIALS and actors:
        kind = CommunicationKind.INTERVIEW.value
    if kind is None or not actors:
        return None
    id = "c" + digest_of(document.id, kind, "transcript")[:12]
    return Communication(id, CommunicationKind(kind), tuple(a.id for a in actors), spans=(actors[0].mentions[0],))
