"""Everybody in the record: people, organisations, outlets, most spoken first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request

from sayso.errors import named as quotable
from sayso.export.phrases import counted
from sayso.model import ActorKind
from sayso.record import PersonLine
from sayso.web.page import Page
from sayso.web.paging import Leaf, leaf_of
from sayso.web.refusal import Refusal
from sayso.web.site import Site

PER_PAGE = 50
PLURAL = {
    ActorKind.PERSON: "people",
    ActorKind.ORGANISATION: "organisations",
    ActorKind.OUTLET: "outlets",
}


@dataclass(frozen=True, slots=True)
class KindLink:
    """A kind of actor to show alone; choosing it again lets it go."""

    label: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PeoplePage(Page):
    """One leaf of the list."""

    template: ClassVar[str] = "people.html"
    nav: ClassVar[str] = "people"
    sentence: str
    named: str
    kind: str
    kinds: tuple[KindLink, ...]
    people: tuple[PersonLine, ...]
    leaf: Leaf
    nothing_read: bool

    @property
    def title(self) -> str:
        return "People"


def people(site: Site, request: Request) -> PeoplePage:
    """Those that `named=` and `kind=` of the address leave."""
    typed = request.query_params.get("named", "").strip()
    kind = _kind(request.query_params.get("kind", ""))
    # Who is looked for by name is found, also where nothing but the name is known.
    total = site.record.count_people(named=typed or None, kind=kind, mentioned=bool(typed))
    leaf = leaf_of(request.url, total, PER_PAGE)
    found = site.record.people(
        named=typed or None, kind=kind, mentioned=bool(typed), limit=PER_PAGE, offset=leaf.offset
    )
    return PeoplePage(
        sentence=_sentence(total, kind, typed),
        named=typed,
        kind=kind or "",
        kinds=tuple(_link(one, kind, typed) for one in PLURAL),
        people=tuple(found),
        leaf=leaf,
        nothing_read=not total and not site.record.summary().documents,
    )


def _kind(asked: str) -> ActorKind | None:
    if not asked:
        return None
    if asked not in PLURAL:
        raise Refusal(400, f"There is no kind “{quotable(asked)}” here.", f"There are: {', '.join(PLURAL)}.")
    return ActorKind(asked)


def _link(kind: ActorKind, now: ActorKind | None, typed: str) -> KindLink:
    asked = {"named": typed, "kind": "" if kind is now else kind.value}
    query = urlencode({name: value for name, value in asked.items() if value})
    return KindLink(PLURAL[kind], f"/people?{query}" if query else "/people", kind is now)


def _sentence(total: int, kind: ActorKind | None, typed: str) -> str:
    if not total:
        return f"Nobody here is called “{quotable(typed)}”." if typed else "Nobody is named yet."
    many = PLURAL.get(kind, "people and organisations") if kind else "people and organisations"
    one = kind.value if kind else "person or organisation"
    return f"{counted(total, one, many)}{f' called “{quotable(typed)}”' if typed else ', the most spoken first'}."
