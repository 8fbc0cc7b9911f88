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
from sayso.trace.outlets import Outlets, table
from sayso.trace.parts import Report
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
    told = {one.id: sentences(one.text) for one in documents}
    asked = Claim(claim, told.values())
    carrying = [one for one in documents if asked.is_in(told[one.id])]
    known = _known(claim, carrying)
    ordered = sorted(documents, key=lambda one: (one.published or "9", one.source))
    reports = tuple(report_of(one, told[one.id], asked, known) for one in ordered)
    classes = tuple(near_copies({one.source: one.text for one in carrying}))
    return _traced(claim, with_copies(reports, classes), classes)


def _known(claim: str, documents: Sequence[Document]) -> Outlets:
    """The table with the outlets that these documents are of, and those they speak of."""
    claimed = set(claim.lower().replace("'s", "").split())
    outlets = {one.outlet for one in documents if one.outlet}
    return table().learn(outlets | learned((one.text for one in documents), claimed))


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
