"""What a report relies on for a claim, each with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model import Span


class Origin(StrEnum):
    """What sort of hand somebody relies on."""

    OUTLET = "outlet"
    WIRE = "wire"
    PERSON = "person"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    POST = "post"
    VAGUE = "vague"


class Relation(StrEnum):
    """How somebody relies on it."""

    CITES = "cites"
    QUOTES = "quotes"
    SYNDICATES = "syndicates"
    COPIES = "copies"


class Side(StrEnum):
    """Does the origin bear the claim out, deny it, or neither?"""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class Stance(StrEnum):
    """What the report itself makes of the claim."""

    ASSERTS = "asserts"
    REPORTS = "reports"
    DENIES = "denies"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Reliance:
    """One origin or hand that a report relies on; `through` is the next hand towards the report.

    `told_others` marks somebody described as having told others (investigators), not the one who reports it.
    """

    origin: str
    kind: Origin
    words: Span
    relation: Relation = Relation.CITES
    through: str | None = None
    side: Side = Side.FOR
    inferred: bool = False
    told_others: bool = False

    @property
    def shows_nobody(self) -> bool:
        """Rumours, and posts of nobody in particular, show no origin."""
        return self.kind is Origin.VAGUE or (self.kind is Origin.POST and not self.origin.startswith("@"))


@dataclass(frozen=True, slots=True)
class Report:
    """What one document relies on for the claim."""

    document: str
    stance: Stance
    own_reporting: bool = False
    unattributed: bool = False
    relies_on: tuple[Reliance, ...] = ()
    outlet: str | None = None
    published: str | None = None
    text: str = ""


def meet(one: Span, other: Span) -> bool:
    """Do two spans share a character?"""
    return one.start < other.end and other.start < one.end
