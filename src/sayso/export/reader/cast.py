"""Who speaks in a document: names as cards print them, and the hue each speaker keeps on the whole page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model import Actor, ActorKind, Reading, Reality, Statement

HUES = 5
"""Speakers with a colour of their own: the most frequent, and only those with two statements or more."""
_MEMBERS_SHOWN = 3
_LASTING = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OUTLET})


@dataclass(frozen=True, slots=True)
class Name:
    """An actor as a card prints it: `hue` is 1 to 5, or 0 for the grey that all others share."""

    id: str
    short: str
    full: str
    hue: int = 0
    named: bool = True
    lasting: bool = False
    """Is it one who may turn up in other documents: a person, an organisation, an outlet?"""

    @property
    def css(self) -> str:
        """The classes of its colour."""
        return f"sp sp-{self.hue}" if self.named else "sp un"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One line of the list of speakers: what they said, and apart from it what they did not say."""

    name: Name
    said: int
    unsaid: int


NOBODY = Name("", "nobody named", "Nobody named", named=False)


class Cast:
    """The actors of one reading, with the names and hues that its pages use."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._actors = {actor.id: actor for actor in reading.actors}
        self._said = _counts(self, (s for s in reading.statements if s.reality is Reality.SAID))
        self._unsaid = _counts(self, (s for s in reading.statements if s.reality is not Reality.SAID))
        self._hues = self._ranked()
        self._short = self._short_names()

    def voices(self, actor: str | None) -> tuple[str, ...]:
        """The ids behind an actor: the members of a small group, else the actor alone; none if nobody is named."""
        found = self._actors.get(actor or "")
        if found is None:
            return ()
        members = [member for member in found.members if member in self._actors]
        return tuple(members) if 0 < len(members) <= _MEMBERS_SHOWN else (found.id,)

    def names(self, actors: str | Iterable[str] | None) -> tuple[Name, ...]:
        """Names for an actor or several, groups taken apart."""
        ids = [actors] if isinstance(actors, str) else list(actors or ())
        return tuple(self.name(voice) for actor in ids for voice in self.voices(actor))

    def name(self, id: str) -> Name:
        """The name of one actor of this reading."""
        actor = self._actors[id]
        named = actor.kind is not ActorKind.UNNAMED
        return Name(
            id, self._short[id], actor.name, self._hues.get(id, 0) if named else 0, named, actor.kind in _LASTING
        )

    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who speaks, most statements first, and last the statements of nobody named."""
        ids = sorted(self._said | self._unsaid, key=lambda id: (id == "", -self._said[id], -self._unsaid[id]))
        return tuple(Speaker(self.name(id) if id else NOBODY, self._said[id], self._unsaid[id]) for id in ids)

    def _ranked(self) -> dict[str, int]:
        total = self._said + self._unsaid
        often = [id for id, count in total.most_common() if count > 1 and id and self._is_named(id)]
        return {id: hue for hue, id in enumerate(often[:HUES], start=1)}

    def _is_named(self, id: str) -> bool:
        return self._actors[id].kind is not ActorKind.UNNAMED

    def _short_names(self) -> dict[str, str]:
        wanted = {id: _usual_name(self._text, actor) for id, actor in self._actors.items()}
        shared = Counter(wanted.values())
        return {id: name if shared[name] == 1 else self._actors[id].name for id, name in wanted.items()}


def _counts(cast: Cast, statements: Iterable[Statement]) -> Counter[str]:
    return Counter(voice for s in statements for voice in cast.voices(s.speaker) or ("",))


def _usual_name(text: str, actor: Actor) -> str:
    """The part of a person's name by which the text mostly calls them; no part is guessed that it never uses."""
    if actor.kind is not ActorKind.PERSON:
        return actor.name
    words = actor.name.split()
    used = Counter(part for mention in actor.mentions if (part := _part_of(words, mention.of(text))))
    return used.most_common(1)[0][0] if used else actor.name


def _part_of(words: list[str], mention: str) -> str | None:
    """A proper part of the name that a mention repeats, whatever its case or genitive."""
    said = [word.casefold() for word in mention.removesuffix("’s").removesuffix("'s").split()]
    for start in range(len(words)):
        part = words[start : start + len(said)]
        if said and len(part) < len(words) and [word.casefold() for word in part] == said:
            return " ".join(part)
    return None
