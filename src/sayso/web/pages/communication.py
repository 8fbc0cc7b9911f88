"""One call, meeting or post: what each document tells of it, side by side, and what was said in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request

from sayso.export.extent import dated, headline
from sayso.export.phrases import capital, counted_in_words, duration
from sayso.record import Event
from sayso.web.page import Page
from sayso.web.site import Site


@dataclass(frozen=True, slots=True)
class CommunicationPage(Page):
    """An event with every account of it."""

    template: ClassVar[str] = "communication.html"
    nav: ClassVar[str] = "timeline"
    event: Event
    sentence: str
    headline: str
    day: str
    lasted: str

    @property
    def handed_over(self) -> tuple[str, ...]:
        """What was handed over or leaked, in the words of each account."""
        return tuple(dict.fromkeys(pin.words for one in self.event.accounts if (pin := one.object)))

    @property
    def title(self) -> str:
        return self.headline


def communication(site: Site, request: Request) -> CommunicationPage:
    """The event of the address: its id, or "document id/communication id"."""
    found = site.record.event(request.path_params["id"])
    line = found.line
    told = capital(headline(line))
    reports = counted_in_words(line.documents, "document tells", "documents tell")
    said = f", with {counted_in_words(line.statements, 'statement')} made in it" if line.statements else ""
    return CommunicationPage(
        event=found,
        sentence=f"{told}. {capital(reports)} of it{said}.",
        headline=told,
        day=dated(line),
        lasted=duration(line.duration) if line.duration else "",
    )
