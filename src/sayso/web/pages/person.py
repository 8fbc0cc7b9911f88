"""One person or organisation: under which names, in which roles, and all that was said by, to and about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar
from urllib.parse import quote

from starlette.requests import Request

from sayso.errors import named
from sayso.export.phrases import capital, counted_in_words, date, day
from sayso.record import DocumentLine, Outcomes, Person, Question, ReplyLine, SaidLine
from sayso.web.page import Page
from sayso.web.paging import Leaf, leaf_of
from sayso.web.refusal import Refusal
from sayso.web.site import Site

PER_PAGE = 50
AT_FIRST = 10
"""Statements of each sort on the page that shows all three sorts; a few more are shown at once."""
_FEW = 4
LISTED = 12
"""Names, roles and documents that are shown before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with the day it was said and the day it was printed."""

    line: SaidLine
    said: str
    printed: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one month."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """What was said by, to or about them. `all` is where the whole of it stands, "" if that is here."""

    name: str
    heading: str
    empty: str
    total: int
    groups: tuple[Group, ...]
    all: str


@dataclass(frozen=True, slots=True)
class PersonPage(Page):
    """The page of an actor; `show` is the one list that is shown, "" for the beginning of each."""

    template: ClassVar[str] = "person.html"
    nav: ClassVar[str] = "people"
    shown: ClassVar[int] = LISTED
    person: Person
    sentence: str
    show: str
    sorts: tuple[Sort, ...]
    documents: tuple[DocumentLine, ...]
    leaf: Leaf | None
    replies: tuple[ReplyLine, ...] = ()
    outcomes: Outcomes | None = None

    @property
    def title(self) -> str:
        return self.person.name


def person(site: Site, request: Request) -> PersonPage:
    """The actor of the address: an id, a name, or an actor of one document; `show=` is by, to, about or documents."""
    found = site.record.person(request.path_params["id"])
    show = request.query_params.get("show", "")
    counts = {"by": found.by, "to": found.to, "about": found.about, "documents": len(found.documents)}
    if show and show not in counts:
        raise Refusal(400, f"“{named(show)}” cannot be shown.", f"There are: {', '.join(counts)}.")
    leaf = leaf_of(request.url, counts[show], PER_PAGE) if show else None
    return PersonPage(
        person=found,
        sentence=_sentence(found),
        show=show,
        sorts=tuple(_sort(site, found, name, counts[name], leaf) for name in _SORTS if not show or name == show),
        documents=_documents(found, show, leaf),
        leaf=leaf,
        replies=() if show else tuple(site.record.replies(found.id)),
        outcomes=None if show else site.record.outcomes(found.id),
    )


_SORTS = {
    "by": ("Said by", "Nothing {} said is on record."),
    "to": ("Said to", "Nothing said to {} is on record."),
    "about": ("Said about", "Nothing said about {} is on record."),
}


def _documents(who: Person, show: str, leaf: Leaf | None) -> tuple[DocumentLine, ...]:
    if show == "documents" and leaf:
        return who.documents[leaf.offset : leaf.last]
    return () if show else who.documents[:LISTED]


def _question(name: str, id: str, total: int, leaf: Leaf | None) -> Question:
    limit, offset = (PER_PAGE, leaf.offset) if leaf else (AT_FIRST if total > AT_FIRST + _FEW else total, 0)
    return replace(_ASKED[name](id), limit=limit, offset=offset, facets=False)


_ASKED: dict[str, Callable[[str], Question]] = {
    "by": lambda id: Question(person=id),
    "to": lambda id: Question(to_person=id),
    "about": lambda id: Question(about_person=id),
}


def _sort(site: Site, who: Person, name: str, total: int, leaf: Leaf | None) -> Sort:
    heading, empty = _SORTS[name]
    lines = site.record.said(_question(name, who.id, total, leaf)).lines if total else ()
    rest = "" if leaf or total <= AT_FIRST + _FEW else f"/people/{quote(who.id, safe='')}?show={name}"
    return Sort(name, f"{heading} {who.name}", empty.format(who.name), total, tuple(_groups(lines)), rest)


def _groups(lines: Sequence[SaidLine]) -> Iterator[Group]:
    """By the month of speaking or else of printing, as the record has put them in order."""
    for month, here in groupby(lines, key=_month):
        yield Group(date(month) if month else "no date", tuple(_row(line) for line in here))


def _month(line: SaidLine) -> str:
    when = line.statement.when
    return ((when.latest if when else None) or line.document.published or "")[:7]


def _row(line: SaidLine) -> Row:
    when = line.statement.when
    return Row(line, date(when.edtf) if when else "", day(line.document.published))


def _sentence(who: Person) -> str:
    """What there is of them, in one sentence."""
    where = f"is named in {counted_in_words(len(who.documents), 'document')}"
    if not who.by:
        return f"{capital(who.name)} {where}, and nothing they said is on record."
    return f"{capital(who.name)} is recorded as having said {counted_in_words(who.by, 'thing')}, and {where}."
