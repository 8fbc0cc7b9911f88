"""One document's account of a communication, as far as it can be compared with another document's."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.events.days import Days
from sayso.model import CommunicationKind, Status


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Somebody who took part: `name` is theirs among all people of the record."""

    name: str
    is_person: bool = True


@dataclass(frozen=True, slots=True)
class Telling:
    """One account. `parties` are those whom other documents may know too; `published` is an ISO day.

    `quotes` are runs of words said in it; `text` is the digest of the text and the place in it: two outlets that print
    one text tell one thing.
    """

    document: str
    communication: str
    kind: CommunicationKind
    parties: frozenset[Party] = frozenset()
    days: Days | None = None
    published: str | None = None
    place: str | None = None
    medium: str | None = None
    duration: str | None = None
    status: Status = Status.HAPPENED
    quotes: frozenset[str] = frozenset()
    text: tuple[str, int] | None = None

    @property
    def address(self) -> tuple[str, str]:
        """Where it is kept."""
        return self.document, self.communication
