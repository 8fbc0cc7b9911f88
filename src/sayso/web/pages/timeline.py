"""What happened when, and who talked to whom, with every uncertain date drawn as wide as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request

from sayso.errors import named
from sayso.export.extent import Extent, dated, extent, headline, whole
from sayso.export.network import edges, nodes
from sayso.export.phrases import capital, counted_in_words, day
from sayso.model import CommunicationKind
from sayso.record import Contacts, EventLine, Timeline
from sayso.web.page import Page
from sayso.web.paging import Leaf, leaf_of
from sayso.web.refusal import Refusal
from sayso.web.site import Site

PER_PAGE = 100
NETWORK = 14
"""Pairs that the network shows: more cannot be told apart in it."""
_LEAST = 1.2
_FADING = 14.0
"""Per cent of the width: of the shortest bar, and of one that no words limit on one side."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an event is drawn, in per cent of the width. `look` is day, days, later (fades to the right) or earlier."""

    left: float
    width: float
    look: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event: its date in words and as printed, and its mark; None without a date."""

    line: EventLine
    told: str
    day: str
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis."""

    left: float
    label: str


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the network. `person` is their id."""

    name: str
    person: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two who talked; `solid` where an event between them took place by all accounts."""

    x1: float
    y1: float
    x2: float
    y2: float
    solid: bool
    told: str


@dataclass(frozen=True, slots=True)
class TimelinePage(Page):
    """One leaf of the timeline, the network beside it."""

    template: ClassVar[str] = "timeline.html"
    nav: ClassVar[str] = "timeline"
    sentence: str
    who: str
    kind: str
    since: str
    until: str
    kinds: tuple[str, ...]
    asked: str
    rows: tuple[TimelineRow, ...]
    undated: tuple[TimelineRow, ...]
    undated_total: int
    ticks: tuple[Tick, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    pairs: tuple[str, ...]
    leaf: Leaf
    nothing_read: bool

    @property
    def title(self) -> str:
        return "Timeline"


def asked(site: Site, request: Request, *, limit: int | None = None, offset: int = 0) -> Timeline:
    """The timeline that `who=`, `kind=`, `since=` and `until=` of the address leave."""
    who, since, until = (_typed(request, name) for name in ("who", "since", "until"))
    return site.record.timeline(who, since=since, until=until, kind=_kind(request), limit=limit, offset=offset)


def contacts(site: Site, request: Request, *, limit: int | None = None) -> Contacts:
    """Who talked to whom, by the same address."""
    who, since, until = (_typed(request, name) for name in ("who", "since", "until"))
    return site.record.contacts(who, since=since, until=until, limit=limit)


def _typed(request: Request, name: str) -> str | None:
    return request.query_params.get(name, "").strip() or None


def timeline(site: Site, request: Request) -> TimelinePage:
    """The page of the address."""
    typed = {name: request.query_params.get(name, "").strip() for name in ("who", "kind", "since", "until")}
    first = asked(site, request, limit=0)
    leaf = leaf_of(request.url, first.total, PER_PAGE)
    found = asked(site, request, limit=PER_PAGE, offset=leaf.offset)
    places = [extent(entry.line) for entry in found.entries]
    span = whole(place for place in places if place)
    pairs = contacts(site, request, limit=NETWORK)
    drawn = _nodes(pairs)
    return TimelinePage(
        sentence=_sentence(found),
        **typed,
        kinds=tuple(CommunicationKind),
        asked=urlencode({name: value for name, value in typed.items() if value}),
        rows=tuple(_row(entry.line, place, span) for entry, place in zip(found.entries, places, strict=True)),
        undated=tuple(_row(line, None, span) for line in found.undated[:PER_PAGE]),
        undated_total=found.undated_total,
        ticks=_ticks(span) if any(places) else (),
        nodes=tuple(drawn.values()),
        links=_links(pairs, drawn),
        pairs=tuple(_pair(one.told, drawn[one.one].name, drawn[one.other].name) for one in edges(pairs)),
        leaf=leaf,
        nothing_read=not found.total and not found.undated_total and not site.record.summary().documents,
    )


def _kind(request: Request) -> CommunicationKind | None:
    typed = request.query_params.get("kind", "")
    if typed and typed not in set(CommunicationKind):
        raise Refusal(400, f"“{named(typed)}” is no kind of event.", f"There are: {', '.join(CommunicationKind)}.")
    return CommunicationKind(typed) if typed else None


def _sentence(found: Timeline) -> str:
    total = found.total + found.undated_total
    if not total:
        return "Nothing that fits happened between people, as far as the record tells."
    exact = sum(entry.line.days is not None and entry.line.days.exact for entry in found.entries)
    events = capital(counted_in_words(total, "event"))
    if total == 1:
        return f"{events}, {'with' if exact else 'without'} an exact day."
    days = counted_in_words(exact, "has", "have") if exact else "none has"
    return f"{events} between people. {capital(days)} an exact day."


def _row(line: EventLine, place: Extent | None, span: tuple[date, date]) -> TimelineRow:
    return TimelineRow(line, capital(headline(line)), dated(line), _mark(place, span) if place else None)


def _mark(place: Extent, span: tuple[date, date]) -> Mark:
    left = _per_cent(place.first or span[0], span)
    right = _per_cent(place.last or span[1], span)
    if place.exact:
        return Mark(left, 0, "day")
    if place.last is None:
        return Mark(left, min(_FADING, 100 - left + _LEAST), "later")
    if place.first is None:
        return Mark(max(0, right - _FADING), min(_FADING, right + _LEAST), "earlier")
    return Mark(left, max(right - left, _LEAST), "days")


def _per_cent(one: date, span: tuple[date, date]) -> float:
    days = max((span[1] - span[0]).days, 1)
    return round(2 + 94 * (one - span[0]).days / days, 2)


def _ticks(span: tuple[date, date]) -> tuple[Tick, ...]:
    ends = dict.fromkeys((span[0], span[0] + (span[1] - span[0]) / 2, span[1]))
    return tuple(Tick(_per_cent(one, span), day(one.isoformat())) for one in ends)


def _nodes(pairs: Contacts) -> dict[str, Node]:
    """Everybody on a circle, names turned outward."""
    there = nodes(pairs)
    placed: dict[str, Node] = {}
    for number, (id, party) in enumerate(there.items()):
        angle = 2 * pi * number / len(there) - pi / 2
        x, y = round(170 + 88 * cos(angle), 1), round(240 + 210 * sin(angle), 1)
        placed[id] = Node(party.name, party.person or party.name, x, y, "start" if x >= 170 else "end")
    return placed


def _links(pairs: Contacts, there: dict[str, Node]) -> tuple[Link, ...]:
    return tuple(
        Link(a.x, a.y, b.x, b.y, bool(edge.times), _told(edge.told))
        for edge in edges(pairs)
        for a, b in [(there[edge.one], there[edge.other])]
    )


def _told(told: dict[str, str]) -> str:
    return "; ".join(filter(None, (told["kinds"], told["not_counted"])))


def _pair(told: dict[str, str], one: str, other: str) -> str:
    return f"{one} and {other}: {_told(told)}"
