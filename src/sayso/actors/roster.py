"""The actors of one document while they are put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.actors.nouns import Sort, sort_of_kind
from sayso.model import Actor, ActorKind, Role, Span, digest_of

_LAST = Span(10**9, 10**9)


@dataclass(slots=True)
class Entry:
    """An actor while the cast is put together."""

    id: str
    name: str
    kind: ActorKind
    mentions: set[Span] = field(default_factory=set)
    roles: dict[Span, Role] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    sort: Sort = Sort.THING
    gender: str = ""


class Roster:
    """Everybody in one document, by id."""

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id
        self.entries: dict[str, Entry] = {}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors in the order of their first mention."""
        entries = sorted(self.entries.values(), key=lambda e: min(e.mentions, default=_LAST))
        return tuple(
            Actor(
                e.id, e.name, e.kind, tuple(sorted(e.mentions)), e.members, tuple(r for _, r in sorted(e.roles.items()))
            )
            for e in entries
        )

    def add(self, name: str, kind: ActorKind, spans: Iterable[Span] = (), members: tuple[str, ...] = ()) -> str:
        """The id of the actor by that name and kind, made if need be."""
        id = "a" + digest_of(self._document_id, kind, name.lower())[:12]
        entry = self.entries.setdefault(id, Entry(id, name, kind, members=members, sort=sort_of_kind(kind)))
        entry.mentions.update(spans)
        return id

    def group(self, members: Iterable[str], spans: Iterable[Span] = ()) -> str:
        """Several named actors as one."""
        ids = tuple(dict.fromkeys(members))
        return self.add(" and ".join(self.entries[m].name for m in ids), ActorKind.GROUP, spans, ids)
