"""Small readings by hand: a text, and who says what in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from sayso.model import Actor, ActorKind, Document, Kind, Reading, Span, Statement, digest_of


@dataclass(frozen=True)
class Said:
    """These words of the text are a statement of that person; `more` are further fields of the statement."""

    speaker: str | None
    words: str
    to: tuple[str, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)


def said(speaker: str | None, words: str, *, to: tuple[str, ...] = (), **more: Any) -> Said:
    """Somebody says words that stand in the text."""
    return Said(speaker, words, to, more)


def reading(text: str, *statements: Said, **document: Any) -> Reading:
    """A reading of a text in which these statements were found; `document` are further fields of the document."""
    made = Document(text, **({"source": "story.txt"} | document))
    names = dict.fromkeys(name for s in statements for name in (s.speaker, *s.to) if name)
    ids = {name: f"a{number}" for number, name in enumerate(names, 1)}
    actors = tuple(Actor(id, name, ActorKind.PERSON, places(text, name)) for name, id in ids.items())
    return Reading(made, actors, tuple(_statement(made, one, ids) for one in statements))


def _statement(document: Document, one: Said, ids: dict[str, str]) -> Statement:
    start = document.text.index(one.words)
    content = (Span(start, start + len(one.words)),)
    statement = Statement(
        id="s" + digest_of(document.id, f"{start}-{one.words}")[:14],
        kind=Kind.DIRECT,
        content=content,
        words=one.words,
        speaker=ids[one.speaker] if one.speaker else None,
        addressees=tuple(ids[name] for name in one.to),
        confidence=0.9,
        found_by="by hand",
    )
    return replace(statement, **one.more)


def places(text: str, words: str) -> tuple[Span, ...]:
    """Everywhere that words stand in a text."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return tuple(found)
