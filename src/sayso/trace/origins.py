"""A claim traced through reports: what each relies on, how many origins that leaves, and the sentence to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Document
from sayso.trace.borrowed import with_copies
from sayso.trace.chains import open_questions, sentence_of
from sayso.trace.graph import graphs
from sayso.trace.hands import Independence
from sayso.trace.independence import independence
from sayso.trace.near import near_copies
from sayso.trace.outlets import table
from sayso.trace.parts import Report, Stance
from sayso.trace.reliance import report_of
from sayso.trace.reliance_outlets import learned
from sayso.trace.sentences import Claim, sentences


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a claim comes from. `kappa` are the fewest and the most independent origins, `rho` all that are known."""

    claim: str
    sentence: str
    rho: int
    kappa: tuple[int, int]
    origins: tuple[str, ...]
    dominators: tuple[str, ...]
    circular: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[str, ...], ...]
    text_classes: tuple[tuple[str, ...], ...]
    reports: tuple[Report, ...]
    open_questions: tuple[str, ...] = ()


def trace_documents(claim: str, documents: Sequence[Document]) -> Trace:
    """The claim traced through these documents."""
    told = {one.source: sentences(one.text) for one in documents}
    asked = Claim(claim, told.values())
    names = {word for word in claim.lower().replace("'s", "").split()}
    outlets = {one.outlet for one in documents if one.outlet}
    known = table().learn(outlets | learned((one.text for one in documents), names))
    ordered = sorted(documents, key=lambda one: (one.published or "9", one.source))
    reports = tuple(report_of(one, asked, known) for one in ordered)
    carrying = {one.document: one.text for one in reports if one.stance is not Stance.UNRELATED}
    classes = tuple(near_copies(carrying))
    reports = with_copies(reports, classes)
    return _traced(claim, reports, classes)


def _traced(claim: str, reports: tuple[Report, ...], classes: tuple[tuple[str, ...], ...]) -> Trace:
    made = graphs(reports, classes)
    known, low, high = independence(made.known), independence(made.low), independence(made.high)
    kappa = (low.independent, max(low.independent, high.independent))
    return Trace(
        claim=claim,
        sentence=sentence_of(reports, made.low, low, kappa),
        rho=len(known.origins),
        kappa=kappa,
        origins=known.origins,
        dominators=_hands_only(low),
        circular=low.circular,
        merged=made.merged,
        text_classes=classes,
        reports=reports,
        open_questions=open_questions(reports, made.merged),
    )


def _hands_only(found: Independence) -> tuple[str, ...]:
    return tuple(name for name in found.dominators if not name.startswith("report "))
