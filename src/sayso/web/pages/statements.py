"""Statements: who said these words, to whom, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup
from starlette.requests import Request

from sayso.errors import named
from sayso.export.phrases import counted, date
from sayso.export.reader.cast import HUES
from sayso.export.reader.marks import Mark, marked
from sayso.model import Span
from sayso.record import Answer, SaidLine
from sayso.web.page import Page
from sayso.web.paging import Leaf, leaf_of, offset_of
from sayso.web.search import FACETS, Facet, Search
from sayso.web.site import Site

PER_PAGE = 50
SHOWN = 10
"""Values of a facet that are shown before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet: how many statements it would leave, and the address that chooses it or lets it go."""

    label: str
    count: int
    chosen: bool
    stated: bool
    address: str


@dataclass(frozen=True, slots=True)
class FacetList:
    """A facet with its values, the most frequent first, what is not stated last."""

    label: str
    options: tuple[Option, ...]

    @property
    def shown(self) -> tuple[Option, ...]:
        """The first few, and whatever is chosen."""
        return tuple(option for place, option in enumerate(self.options) if place < SHOWN or option.chosen)

    @property
    def folded(self) -> tuple[Option, ...]:
        """The rest."""
        return tuple(option for place, option in enumerate(self.options) if place >= SHOWN and not option.chosen)


@dataclass(frozen=True, slots=True)
class Row:
    """One statement in the list; `hue` is its speaker's, 0 for the grey that all others share."""

    line: SaidLine
    words: Markup
    hue: int
    when: str


@dataclass(frozen=True, slots=True)
class StatementsPage(Page):
    """What fits the search, and what would narrow it down."""

    template: ClassVar[str] = "statements.html"
    nav: ClassVar[str] = "statements"
    search: Search
    sentence: str
    sub: str
    total: int
    rows: tuple[Row, ...]
    facets: tuple[FacetList, ...]
    leaf: Leaf
    nothing_read: bool

    @property
    def title(self) -> str:
        return "Statements"


def statements(site: Site, request: Request) -> StatementsPage:
    """The statements that the address asks for."""
    search = Search.asked(request.query_params)
    answer, leaf = _asked(site, search, request)
    hues = _hues(site)
    return StatementsPage(
        search=search,
        sentence=_sentence(search, answer.total),
        sub=_sub(search, answer),
        total=answer.total,
        rows=tuple(_row(line, hues) for line in answer.lines),
        facets=tuple(_facets(site, search, answer)),
        leaf=leaf,
        nothing_read=not answer.total and not site.record.summary().documents,
    )


def _asked(site: Site, search: Search, request: Request) -> tuple[Answer, Leaf]:
    """The leaf asked for, or the last one if there are not so many."""
    offset = offset_of(request.url, PER_PAGE)
    answer = site.record.said(search.question(limit=PER_PAGE, offset=offset))
    leaf = leaf_of(request.url, answer.total, PER_PAGE)
    if leaf.offset != offset:
        answer = site.record.said(search.question(limit=PER_PAGE, offset=leaf.offset))
    return answer, leaf


def _sentence(search: Search, total: int) -> str:
    if not total:
        return "No statement has these words." if search.words else "No statement fits."
    return counted(total, "statement") + (f" with “{named(search.words)}”" if search.words else "")


def _sub(search: Search, answer: Answer) -> str:
    if not answer.total:
        return ""
    outlets = sum(outlet is not None for outlet, _ in answer.facets["outlet"])
    order = "The least sure first." if search.unsure is not None else _BEST if search.words else _NEWEST
    return (f"Printed by {counted(outlets, 'outlet')}. " if outlets > 1 else "") + order


_BEST, _NEWEST = "Best match first.", "The newest first, in the order of the text."


def _hues(site: Site) -> dict[str, int]:
    """Hues for the speakers with most statements, two or more, the same whatever is searched."""
    often = [name for name, count in site.record.speakers()[:HUES] if count > 1]
    return {name: hue for hue, name in enumerate(often, start=1)}


def _row(line: SaidLine, hues: dict[str, int]) -> Row:
    marks = [Mark(hit, "hit") for hit in line.hits]
    words = marked(line.words, Span(0, len(line.words)), marks)
    when = date(line.statement.when.edtf if line.statement.when else None)
    return Row(line, words, hues.get(line.speaker or "", 0), when)


def _facets(site: Site, search: Search, answer: Answer) -> Iterator[FacetList]:
    for facet in FACETS:
        # A facet counts what its values would leave, so its own choice must not count against them.
        asks_itself = facet.chosen(search) is not None and facet.field != "reality"
        found = site.record.said(facet.without(search).question()) if asks_itself else answer
        options = tuple(_option(search, facet, value, count) for value, count in found.facets[facet.name])
        if len(options) > 1 or (asks_itself and options):
            yield FacetList(facet.heading, tuple(sorted(options, key=lambda option: not option.stated)))


def _option(search: Search, facet: Facet, value: str | None, count: int) -> Option:
    label, chosen = facet.label(value), facet.chosen(search) == (value or "")
    wanted = facet.without(search) if chosen else facet.choose(search, value)
    return Option(label, count, chosen, label != facet.none, wanted.address())
