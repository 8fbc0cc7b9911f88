"""The front page: what is in the record, and what needs a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sayso.export.phrases import capital, counted, number
from sayso.model import Reality
from sayso.record import DocumentLine, Question, Summary, Unreadable
from sayso.web.page import Page
from sayso.web.site import Site

RECENT = 8
_LOOKED_AT = 200
"""Up to so many unsure statements are told apart by reason."""
_SECONDS_EACH = 13
"""What an answer on the review page takes, by the mock-up's nine in two minutes."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What waits for a person: how many unsure statements, why, and how long they will take."""

    unsure: int
    reasons: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class FrontPage(Page):
    """What the record holds, what needs you, what was added last."""

    template: ClassVar[str] = "front.html"
    nav: ClassVar[str] = "record"
    record: str
    sentence: str
    summary: Summary
    needs: Needs
    outlets: int
    said: int
    not_said: int
    recent: tuple[DocumentLine, ...]

    @property
    def title(self) -> str:
        return self.record

    @property
    def empty(self) -> bool:
        """Is there nothing to show yet, not even a file that could not be read?"""
        return not self.summary.documents and not self.summary.unreadable

    @property
    def unreadable(self) -> tuple[Unreadable, ...]:
        """The files that could not be read, the latest first."""
        return tuple(sorted(self.summary.unreadable, key=lambda one: one.at, reverse=True))


def front(site: Site) -> FrontPage:
    """The front page as it is now."""
    record = site.record
    summary = record.summary()
    facets = record.said(Question(reality=None, limit=0)).facets
    said = dict(facets["reality"]).get(Reality.SAID, 0)
    return FrontPage(
        record=site.name,
        sentence=_sentence(summary),
        summary=summary,
        needs=_needs(site, summary.unsure),
        outlets=sum(outlet is not None for outlet, _ in facets["outlet"]),
        said=said,
        not_said=summary.statements - said,
        recent=tuple(record.documents(limit=RECENT, order="added")),
    )


def _sentence(summary: Summary) -> str:
    held = f"{counted(summary.documents, 'document')} {'holds' if summary.documents == 1 else 'hold'} "
    held += f"{counted(summary.statements, 'statement')}."
    if not summary.unsure:
        return f"{held} None of them needs you." if summary.statements else held
    return f"{held} {capital(number(summary.unsure))} of them {'needs' if summary.unsure == 1 else 'need'} you."


def _needs(site: Site, unsure: int) -> Needs:
    minutes = max(round(unsure * _SECONDS_EACH / 60), 1) if unsure else 0
    return Needs(unsure, _reasons(site) if 0 < unsure <= _LOOKED_AT else (), minutes)


def _reasons(site: Site) -> tuple[str, ...]:
    lines = site.record.said(Question(unsure=True, reality=None, limit=_LOOKED_AT, facets=False)).lines
    nobody = sum(line.speaker is None for line in lines)
    uncued = sum(line.speaker is not None and not line.statement.cue for line in lines)
    others = len(lines) - nobody - uncued
    parts = [f"{nobody} by nobody named"] if nobody else []
    parts += [counted(uncued, "quotation without a cue", "quotations without a cue")] if uncued else []
    parts += [counted(others, "other")] if others and parts else []
    return tuple(parts)
