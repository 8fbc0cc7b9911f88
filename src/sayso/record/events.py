"""What one can ask a record about calls, meetings and posts, and what it answers: nouns only, no work."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.events import Days
from sayso.model import ActorKind, Communication, CommunicationKind, Pin, Reply, Status
from sayso.record.answers import DocumentLine, Reason, SaidLine


@dataclass(frozen=True, slots=True)
class EventQuestion:
    """Which events to show. Everything given must hold at once; nothing given means all.

    `who` is as in `Record.person`, `also` a second one who took part as well. `since` and `until` are ISO dates, also
    shortened ("2025", "2025-10"): an event counts if it may have been in that time; one without a date does not.
    `status` is one that somebody gives it. `document` is a document's id. `limit=None` means all.
    """

    who: str | None = None
    also: str | None = None
    since: str | None = None
    until: str | None = None
    kind: CommunicationKind | None = None
    status: Status | None = None
    document: str | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Party:
    """Who took part. `person` is their id among all people, None where they are known in one document alone."""

    name: str
    kind: ActorKind
    person: str | None = None


@dataclass(frozen=True, slots=True)
class EventLine:
    """A call, meeting, post … of all documents, as a list shows it.

    `days` are those that all accounts allow, `dates` the dates as printed. `statuses` are all that documents give it:
    `status` first, which is "happened" where anybody says so. `printed` is the day on which it was first told of.
    `documents` and `statements` count the accounts of it, and what was said in it.
    """

    id: str
    kind: CommunicationKind
    status: Status
    statuses: tuple[Status, ...]
    parties: tuple[Party, ...]
    days: Days | None
    dates: tuple[str, ...]
    place: str | None
    medium: str | None
    duration: str | None
    reply: Reply | None
    printed: str | None
    documents: int
    statements: int

    @property
    def disputed(self) -> bool:
        """Does one say that it happened, and another that it did not?"""
        return {Status.HAPPENED, Status.DENIED} <= set(self.statuses)

    @property
    def took_place(self) -> bool:
        """Does somebody say that it happened, and nobody that it did not?"""
        return self.status is Status.HAPPENED and not self.disputed


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """`total` counts all that fit the question; `lines` are those of the page asked for, in the order of time."""

    total: int
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of an event.

    `pins` are the words that tell of it, `object` those for what was handed over or leaked, `dated` those that tell
    when. `according_to` names those who say so in the document; nobody means that the document says it itself.
    `statements` were made in it, in the order of the text.
    """

    document: DocumentLine
    communication: Communication
    parties: tuple[Party, ...]
    pins: tuple[Pin, ...]
    object: Pin | None
    dated: Pin | None
    according_to: tuple[Party, ...]
    statements: tuple[SaidLine, ...]

    @property
    def address(self) -> str:
        """Document id, slash, communication id: leads to the event like its id."""
        return f"{self.document.id}/{self.communication.id}"

    @property
    def said_by(self) -> tuple[str, ...]:
        """The names of those who say so: the sources, or else the document."""
        return tuple(party.name for party in self.according_to) or (self.document.name,)


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Another event that may be the same, and what speaks for it and against it."""

    line: EventLine
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event with every account of it, the first printed first.

    `reasons` say why the accounts are of one event. `perhaps` are others that may be the same.
    """

    line: EventLine
    accounts: tuple[Account, ...]
    reasons: tuple[Reason, ...]
    perhaps: tuple[Perhaps, ...]

    @property
    def id(self) -> str:
        """The event's id."""
        return self.line.id

    def who_says(self, status: Status) -> tuple[str, ...]:
        """The names of those who say that it happened, is planned …"""
        said = [name for one in self.accounts if one.communication.status is status for name in one.said_by]
        return tuple(dict.fromkeys(said))


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """`follows`: whatever their dates turn out to be, it was after all entries above it."""

    line: EventLine
    follows: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the order of time. `total` and `undated_total` count all; those without a date stand apart."""

    entries: tuple[TimelineEntry, ...]
    undated: tuple[EventLine, ...]
    total: int
    undated_total: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Two who talked or wrote to each other.

    `times` counts events that took place by all accounts, `kinds` divides them. `apart` counts what does not count as
    talking: planned, proposed, denied, disputed, or a request for comment ("asked"). `first` and `last` are the dates
    of the earliest and the latest that have one; `undated` counts those without. `events` are the ids of all, those
    that took place first; `pins` are words of the documents that tell of them.
    """

    one: Party
    other: Party
    times: int
    kinds: tuple[tuple[CommunicationKind, int], ...]
    apart: tuple[tuple[str, int], ...]
    first: Days | None
    last: Days | None
    undated: int
    events: tuple[str, ...]
    pins: tuple[Pin, ...] = ()


@dataclass(frozen=True, slots=True)
class Contacts:
    """Pairs, those who talked most first; `total` counts all pairs."""

    total: int
    contacts: tuple[Contact, ...]
