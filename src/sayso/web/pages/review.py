"""Review: what is the question, what does sayso think, which key do I press?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request

from sayso.errors import NotInRecord
from sayso.export.phrases import day
from sayso.export.reader.excerpt import Excerpt, excerpt_of
from sayso.export.reader.printing import meant
from sayso.export.reader.sheet import sheet_of
from sayso.model import Channel, Judgement, Reading
from sayso.record import Question, SaidLine
from sayso.web.page import Page
from sayso.web.pages.parts import TYPED, Choice, Part, Way, choices, part_in_doubt, question, ways
from sayso.web.site import Site

QUEUE = 50
"""Cases that are listed; the others come up as these are answered."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the queue."""

    address: str
    words: str
    confidence: float
    reason: str
    here: bool


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
    queue: tuple[Waiting, ...]
    following: str
    kept: Judgement | None
    meant: str
    """What the judgement just added sets, in words."""

    @property
    def title(self) -> str:
        return "Review"


def review(site: Site, request: Request) -> ReviewPage:
    """The case that `at=` names, or the least sure; `ask=` names the part of it that is asked about.

    `kept=` is the judgement just added, which can be undone.
    """
    answer = site.record.said(Question(unsure=True, reality=None, limit=QUEUE, facets=False))
    lines = answer.lines
    here = _asked_for(site, lines, request.query_params.get("at", ""))
    place = lines.index(here) + 1 if here in lines else 0
    after = [line.address for line in (*lines[place:], *lines[:place]) if line is not here]
    kept = _kept(site, request.query_params.get("kept", ""))
    return ReviewPage(
        total=answer.total,
        statements=site.record.summary().statements,
        case=_case(site, here, request.query_params.get("ask", "")) if here else None,
        queue=tuple(_waiting(line, here=line is here) for line in lines),
        following=after[0] if after else "",
        kept=kept,
        meant=meant(kept) if kept and kept.field else "",
    )


def _asked_for(site: Site, lines: Sequence[SaidLine], address: str) -> SaidLine | None:
    """The statement by that address, also one that waits for nobody; else the first that waits."""
    first = next(iter(lines), None)
    waiting = next((line for line in lines if line.address == address), None)
    if waiting or not address:
        return waiting or first
    try:
        return site.record.statement(address)
    except NotInRecord:
        return first


def _waiting(line: SaidLine, *, here: bool) -> Waiting:
    statement = line.statement
    return Waiting(line.address, statement.words, statement.confidence, "; ".join(statement.reasons), here)


def _kept(site: Site, id: str) -> Judgement | None:
    found = (judgement for judgement in reversed(site.record.judgements()) if judgement.id == id)
    return next((judgement for judgement in found if not judgement.withdrawn), None) if id else None


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
