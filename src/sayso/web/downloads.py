"""The timeline and the network as files."""

from __future__ import annotations

import json
from collections.abc import Callable

from starlette.requests import Request

from sayso.errors import named
from sayso.export.contacts_csv import contacts_csv
from sayso.export.gexf import gexf
from sayso.export.graphml import graphml
from sayso.export.network_svg import network_svg
from sayso.export.timeline_csv import timeline_csv
from sayso.export.timeline_svg import timeline_svg
from sayso.export.timelinejs import timelinejs
from sayso.record import Contacts, Timeline
from sayso.web.pages.timeline import asked, contacts
from sayso.web.refusal import Refusal
from sayso.web.site import Site

_OF_TIME: dict[str, tuple[Callable[[Timeline], str], str]] = {
    "timeline.csv": (timeline_csv, "text/csv"),
    "timeline.svg": (timeline_svg, "image/svg+xml"),
    "timelinejs.json": (lambda told: json.dumps(timelinejs(told), ensure_ascii=False), "application/json"),
}
_OF_PEOPLE: dict[str, tuple[Callable[[Contacts], str], str]] = {
    "contacts.csv": (contacts_csv, "text/csv"),
    "contacts.gexf": (gexf, "application/gexf+xml"),
    "contacts.graphml": (graphml, "application/graphml+xml"),
    "contacts.svg": (network_svg, "image/svg+xml"),
}


def made(site: Site, request: Request, name: str) -> tuple[str, str]:
    """What the file of that name holds, and its media type; the address limits it as it limits the page."""
    if name in _OF_TIME:
        print_time, kind = _OF_TIME[name]
        return print_time(asked(site, request)), kind
    if name in _OF_PEOPLE:
        print_people, kind = _OF_PEOPLE[name]
        return print_people(contacts(site, request)), kind
    raise Refusal(
        404, f"There is no “{named(name)}” to download.", f"There are: {', '.join((*_OF_TIME, *_OF_PEOPLE))}."
    )
