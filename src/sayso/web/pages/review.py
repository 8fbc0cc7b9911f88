"""Review: what is the question, what does sayso think, which key do I press?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request

from sayso.errors import NotInRecord
from sayso.export.phrases import day
from sayso.export.reader.excerpt import Excerpt, excerpt_of
from sayso.export.reader.sheet import sheet_of
from sayso.model import Act, Actor, ActorKind, Judgement, Reading, Reality, Statement
from sayso.record import Question, SaidLine
from sayso.web.page import Page
from sayso.web.site import Site

QUEUE = 50
"""Cases that are listed; the others come up as these are answered."""
CHOICES = 5
"""Likely speakers that are offered beside sayso's own reading."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A speaker to choose with a key; the first is sayso's reading, "" for nobody named."""

    key: str
    name: str
    is_reading: bool = False


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
    """The statement in question."""

    line: SaidLine
    question: str
    excerpt: Excerpt
    choices: tuple[Choice, ...]
    names: tuple[str, ...]
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

    @property
    def title(self) -> str:
        return "Review"


def review(site: Site, request: Request) -> ReviewPage:
    """The case that `at=` names, or the least sure; `kept=` is the judgement just added, which can be undone."""
    answer = site.record.said(Question(unsure=True, reality=None, limit=QUEUE, facets=False))
    lines = answer.lines
    here = next((line for line in lines if line.address == request.query_params.get("at")), next(iter(lines), None))
    place = lines.index(here) if here else 0
    after = lines[(place + 1) % len(lines)].address if len(lines) > 1 else ""
    return ReviewPage(
        total=answer.total,
        statements=site.record.summary().statements,
        case=_case(site, here) if here else None,
        queue=tuple(_waiting(line, here=line is here) for line in lines),
        following=after,
        kept=_kept(site, request.query_params.get("kept", "")),
    )


def _waiting(line: SaidLine, *, here: bool) -> Waiting:
    statement = line.statement
    return Waiting(line.address, statement.words, statement.confidence, "; ".join(statement.reasons), here)


def _kept(site: Site, id: str) -> Judgement | None:
    found = (judgement for judgement in reversed(site.record.judgements()) if judgement.id == id)
    return next((judgement for judgement in found if not judgement.withdrawn), None) if id else None


def _case(site: Site, line: SaidLine) -> Case:
    reading = site.record.reading(line.document.id)
    statement = next((s for s in reading.statements if s.id == line.id), None)
    if statement is None:
        raise NotInRecord(f"Statement {line.id} is no longer in the record.")
    card = next(card for card in sheet_of(reading).cards if card.id == line.id)
    reasons = ". ".join(reason[:1].upper() + reason[1:].rstrip(".") for reason in statement.reasons)
    return Case(
        line=line,
        question=_question(statement),
        excerpt=excerpt_of(reading, statement, card),
        choices=tuple(_choices(reading, statement, line)),
        names=tuple(sorted({actor.name for actor in reading.actors})),
        why=f"{reasons}." if reasons else "No reason was noted.",
        printed=day(line.document.published, long=True),
    )


def _question(statement: Statement) -> str:
    if statement.reality is not Reality.SAID:
        return "Whose words would these be?"
    verb = {Act.ASSERTS: "says", Act.OTHER: "says"}.get(statement.act, statement.act.value)
    return f"Who {verb} this?"


def _choices(reading: Reading, statement: Statement, line: SaidLine) -> list[Choice]:
    others = [actor for actor in reading.actors if actor.id != statement.speaker and actor.mentions]
    nearest = sorted(others, key=lambda actor: _distance(actor, statement))
    names = [name for name in dict.fromkeys(actor.name for actor in nearest) if name != line.speaker][:CHOICES]
    first = Choice("1", line.speaker or "", is_reading=True)
    return [first, *(Choice(str(key), name) for key, name in enumerate(names, start=2))]


def _distance(actor: Actor, statement: Statement) -> int:
    """Characters between the statement and the nearest mention of somebody who may have made it.

    A mention that comes after counts double; one within the words said, or of what is no person, is less likely still.
    """
    start, end = statement.content[0].start, statement.content[-1].end
    nearest = min(
        start - m.end if m.end <= start else 2 * (m.start - end) if m.start >= end else _UNLIKELY
        for m in actor.mentions
    )
    return nearest + (0 if actor.kind in _VOICES else _UNLIKELY)


_UNLIKELY = 300
_VOICES = frozenset({ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.GROUP})
