"""The reader: one document, who speaks in it and on whose say-so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from starlette.requests import Request

from sayso.contract import as_json
from sayso.export.phrases import day
from sayso.export.reader.sheet import Sheet, sheet_of
from sayso.model import Channel, Judgement, Reading, Span
from sayso.web.page import Page
from sayso.web.site import Site


@dataclass(frozen=True, slots=True)
class ReaderPage(Page):
    """One document; its JSON is what `sayso read --json` prints."""

    template: ClassVar[str] = "reader.html"
    nav: ClassVar[str] = "documents"
    channels: ClassVar[tuple[str, ...]] = tuple(Channel)
    reading: Reading
    sheet: Sheet
    names: tuple[str, ...] = field(default=())

    @property
    def title(self) -> str:
        document = self.reading.document
        return f"{document.outlet or document.title or document.source}, {day(document.published, long=True)}"

    def as_json(self) -> Any:
        """The contract of DESIGN, `read --json`, as people judged it."""
        return as_json(self.reading)


def reader(site: Site, request: Request) -> ReaderPage:
    """The document of the address; `mark=10-20` in it marks those characters."""
    id = request.path_params["id"]
    reading = site.record.reading(id, rejected=True)
    judged = by_statement(site.record.judgements(document=reading.document.id))
    sheet = sheet_of(reading, judged, mark=_marked(request.query_params.get("mark", ""), reading.document.text))
    names = tuple(actor.name for actor in reading.actors)
    return ReaderPage(site.record.reading(id) if _asks_json(request) else reading, sheet, names)


def by_statement(judgements: Iterable[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """Judgements by the statement they are on, in their order."""
    found: dict[str, tuple[Judgement, ...]] = {}
    for judgement in judgements:
        if judgement.statement:
            found[judgement.statement] = (*found.get(judgement.statement, ()), judgement)
    return found


def _asks_json(request: Request) -> bool:
    return request.url.path.endswith(".json")


def _marked(asked: str, text: str) -> Span | None:
    start, _, end = asked.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    return Span(int(start), int(end)) if int(start) < int(end) <= len(text) else None
