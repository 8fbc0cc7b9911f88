"""Review: what is the question, what does sayso think, which key do I press?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from starlette.requests import Request

from sayso.errors import NotInRecord
from sayso.export.phrases import day
from sayso.export.reader.excerpt import Excerpt, excerpt_of
from sayso.export.reader.printing import meant
from sayso.export.reader.sheet import sheet_of
from sayso.model import Channel, Judgement, Reading, Sameness
from sayso.record import Proposal, Question, SaidLine
from sayso.web.page import Page
from sayso.web.pages.merging import Merge, merge, sureness
from sayso.web.pages.parts import TYPED, Choice, Part, Way, choices, part_in_doubt, question, ways
from sayso.web.site import Site

QUEUE = 50
"""Cases that are listed; the others come up as these are answered."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the queue: a statement, or two names that may be one."""

    address: str
    words: str
    confidence: float
    reason: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """The statement in question, and the part of it that is asked about. `listed` are answers to type."""

    line: SaidLine
    part: Part
    ways: tuple[Way, ...]
    question: str
    excerpt: Excerpt
    choices: tuple[Choice, ...]
    typed: str
    listed: tuple[str, ...]
    why: str
    printed: str


@dataclass(frozen=True, slots=True)
class ReviewPage(Page):
    """The unsure statements, least sure first, and the one that is asked about now."""

    template: ClassVar[str] = "review.html"
    nav: ClassVar[str] = "review"
    total: int
    statements: int
    case: Case | None
    merge: Merge | None
    queue: tuple[Waiting, ...]
    following: str
    kept: Judgement | Sameness | None
    meant: str
    """What the judgement just added sets, in words."""

    @property
    def title(self) -> str:
        return "Review"


def review(site: Site, request: Request) -> ReviewPage:
    """The case that `at=` names, or the least sure; `ask=` names the part of a statement that is asked about.

    `kept=` is the judgement just added, which can be undone.
    """
    asked = request.query_params
    answer = site.record.said(Question(unsure=True, reality=None, limit=QUEUE, facets=False))
    proposals = site.record.proposals(limit=QUEUE, order="unsure")
    waiting = sorted([*map(_statement, answer.lines), *map(_proposal, proposals)], key=lambda one: one.confidence)
    at = asked.get("at", "") or next((one.address for one in waiting), "")
    merging = next((one for one in proposals if one.id == at), None) or site.record.proposal(at)
    line = None if merging else _line(site, answer.lines, at, waiting)
    here = merging.id if merging else line.address if line else ""
    kept = _kept(site, asked.get("kept", ""))
    return ReviewPage(
        total=answer.total + site.record.summary().proposals,
        statements=site.record.summary().statements,
        case=_case(site, line, asked.get("ask", "")) if line else None,
        merge=merge(site, merging) if merging else None,
        queue=tuple(replace(one, here=one.address == here) for one in waiting[:QUEUE]),
        following=_after(waiting, here),
        kept=kept,
        meant=_meant(kept),
    )


def _line(site: Site, lines: Sequence[SaidLine], at: str, waiting: Sequence[Waiting]) -> SaidLine | None:
    """The statement by that address, also one that waits for nobody; else the first that waits."""
    if found := next((line for line in lines if line.address == at), None):
        return found
    try:
        return site.record.statement(at) if "/" in at else next(iter(lines), None)
    except NotInRecord:
        return next(iter(lines), None)


def _after(waiting: Sequence[Waiting], here: str) -> str:
    """The address of the case after this one, round to the first; "" if there is no other."""
    addresses = [one.address for one in waiting]
    place = addresses.index(here) + 1 if here in addresses else 0
    return next((one for one in (*addresses[place:], *addresses[:place]) if one != here), "")


def _statement(line: SaidLine) -> Waiting:
    statement = line.statement
    return Waiting(line.address, statement.words, statement.confidence, "; ".join(statement.reasons))


def _proposal(proposal: Proposal) -> Waiting:
    names = f"{proposal.one.name} and {proposal.other.name}"
    reasons = next((reason.text for reason in proposal.reasons), "")
    return Waiting(proposal.id, f"{names}: the same?", sureness(proposal), reasons)


def _kept(site: Site, id: str) -> Judgement | Sameness | None:
    made: list[Judgement | Sameness] = [*site.record.judgements(), *site.record.merges()] if id else []
    return next((one for one in made if one.id == id and not one.withdrawn), None)


def _meant(kept: Judgement | Sameness | None) -> str:
    """What was just decided, in words."""
    if isinstance(kept, Sameness):
        return f"“{kept.one.words}” and “{kept.other.words}”"
    return meant(kept) if kept and kept.field else ""


def _case(site: Site, line: SaidLine, asked: str) -> Case:
    reading = site.record.reading(line.document.id)
    statement = next((s for s in reading.statements if s.id == line.id), None)
    if statement is None:
        raise NotInRecord(f"Statement {line.id} is no longer in the record.")
    card = next(card for card in sheet_of(reading).cards if card.id == line.id)
    reasons = ". ".join(reason[:1].upper() + reason[1:].rstrip(".") for reason in statement.reasons)
    part = Part(asked) if asked in list(Part) else part_in_doubt(statement, reading.document.text)
    return Case(
        line=line,
        part=part,
        ways=ways(part),
        question=question(part, statement, line.speaker),
        excerpt=excerpt_of(reading, statement, card),
        choices=choices(part, reading, statement, line),
        typed=TYPED[part],
        listed=_listed(part, reading),
        why=f"{reasons}." if reasons else "No reason was noted.",
        printed=day(line.document.published, long=True),
    )


def _listed(part: Part, reading: Reading) -> tuple[str, ...]:
    """What the box for any other answer offers."""
    if part is Part.CHANNEL:
        return tuple(Channel)
    return () if part is Part.WHEN else tuple(sorted({actor.name for actor in reading.actors}))
