"""What a search asks for: every state of it is an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from sayso.errors import named
from sayso.export.phrases import date
from sayso.export.reader.cards import NEVER_SAID
from sayso.model import Channel, Kind, Reality
from sayso.record import Question
from sayso.web.refusal import Refusal

ALL = "all"
"""As `reality`: what was said, and what was not."""


@dataclass(frozen=True, slots=True)
class Search:
    """The fields of an address. None asks nothing; "" asks for those where nothing is stated."""

    words: str | None = None
    by: str | None = None
    to: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    unsure: str | None = None
    speaker: str | None = None
    addressee: str | None = None
    channel: str | None = None
    kind: str | None = None
    outlet: str | None = None
    month: str | None = None
    reality: str | None = None

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> Search:
        """The search that an address asks for; "" in a box that was left empty asks nothing."""
        given = {field.name: query[field.name].strip() for field in fields(cls) if field.name in query}
        return cls(**{name: value for name, value in given.items() if value or name in _MAY_BE_EMPTY})

    def address(self) -> str:
        """The address of the page that shows it."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        query = urlencode({name: value for name, value in given.items() if value is not None})
        return f"/statements?{query}" if query else "/statements"

    def question(self, *, limit: int = 0, offset: int = 0) -> Question:
        """The same, as the record is asked. Raises Refusal for a value that is in no list."""
        return Question(
            words=self.words,
            by=self.by,
            to=self.to,
            since=self.since,
            until=self.until,
            document=self.document,
            unsure=self.unsure is not None,
            speaker=self.speaker,
            addressee=self.addressee,
            channel=_listed(Channel, self.channel),
            kind=_listed(Kind, self.kind),
            outlet=self.outlet,
            month=self.month,
            reality=None if self.reality == ALL else _listed(Reality, self.reality) or Reality.SAID,
            limit=limit,
            offset=offset,
        )

    @property
    def narrows(self) -> bool:
        """Does it ask anything at all?"""
        return self != Search()


@dataclass(frozen=True, slots=True)
class Facet:
    """A field by which a search can be narrowed: its name in `Answer.facets`, its heading, and its word for None."""

    field: str
    name: str
    heading: str
    none: str = "not stated"

    def label(self, value: str | None) -> str:
        """A value as it is printed."""
        if value is None or (self.field == "channel" and value == Channel.UNSPECIFIED):
            return self.none
        if self.field == "month":
            return date(value)
        if self.field == "reality":
            return NEVER_SAID.get(Reality(value), value)
        return value

    def chosen(self, search: Search) -> str | None:
        """The value that a search asks for, None for any."""
        asked: str | None = getattr(search, self.field)
        if self.field == "reality":
            return None if asked == ALL else asked or Reality.SAID
        return asked

    def without(self, search: Search) -> Search:
        """The search with this field let go."""
        return replace(search, **{self.field: ALL if self.field == "reality" else None})

    def choose(self, search: Search, value: str | None) -> Search:
        """The search with this value chosen."""
        return replace(search, **{self.field: value or ""})


FACETS = (
    Facet("speaker", "speaker", "Speaker", "nobody named"),
    Facet("addressee", "to", "Spoken to"),
    Facet("channel", "channel", "Channel"),
    Facet("kind", "kind", "Kind"),
    Facet("outlet", "outlet", "Printed by", "outlet not stated"),
    Facet("month", "month", "When", "no date"),
    Facet("reality", "reality", "Said or not"),
)
_MAY_BE_EMPTY = frozenset({"speaker", "addressee", "outlet", "month"})

Listed = TypeVar("Listed", bound=StrEnum)


def _listed(kind: type[Listed], value: str | None) -> Listed | None:
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(kind)
        raise Refusal(400, f"There is no {kind.__name__.lower()} “{named(value)}”.", f"There are: {known}.") from None
