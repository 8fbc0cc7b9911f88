"""A case of the review about two names: are these the same person?"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.export.phrases import counted
from sayso.model import ActorKind, Pin
from sayso.record import DocumentLine, Person, PersonLine, PrintedRole, Proposal, Reason
from sayso.web.site import Site

ROLES = 3
PASSAGES = 2
AROUND = 140
"""What is shown of each side; all of it stands on their own pages."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Words that name somebody, what stands around them, and the document that prints them."""

    pin: Pin
    document: DocumentLine
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two."""

    line: PersonLine
    roles: tuple[PrintedRole, ...]
    passages: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two that may be one; `matters` says how many statements change hands."""

    proposal: Proposal
    question: str
    one: Side
    other: Side
    reasons: tuple[Reason, ...]
    matters: str


def sureness(proposal: Proposal) -> float:
    """How sure sayso is either way; a score of one half is the least."""
    return max(proposal.score, 1 - proposal.score)


def merge(site: Site, proposal: Proposal) -> Merge:
    """The case of a proposal."""
    return Merge(
        proposal=proposal,
        question=f"Are these the same {_WHAT.get(proposal.one.kind, 'person')}?",
        one=_side(site, proposal.one),
        other=_side(site, proposal.other),
        reasons=tuple(sorted(proposal.reasons, key=lambda reason: reason.against)),
        matters=f"{counted(proposal.statements, 'statement changes', 'statements change')} hands if they are one.",
    )


_WHAT = {ActorKind.ORGANISATION: "organisation", ActorKind.OUTLET: "outlet"}


def _side(site: Site, line: PersonLine) -> Side:
    found = site.record.person(line.id)
    return Side(line, found.roles[:ROLES], _passages(site, found))


def _passages(site: Site, found: Person) -> tuple[Printed, ...]:
    """Where the names stand, in different documents if there are several."""
    pins = {name.pin.document: name.pin for name in reversed(found.names)}
    return tuple(_printed(site, pin) for pin in list(pins.values())[-PASSAGES:])


def _printed(site: Site, pin: Pin) -> Printed:
    text = site.record.document(pin.document).text
    before, after = text[: pin.span.start][-AROUND:], text[pin.span.end :][:AROUND]
    # Whole words only, of the same paragraph.
    before = before.rpartition("\n")[2] if "\n" in before else f"… {before.partition(' ')[2]}"
    after = after.partition("\n")[0] if "\n" in after else f"{after.rpartition(' ')[0]} …"
    return Printed(pin, site.record.document_line(pin.document), before, after)
