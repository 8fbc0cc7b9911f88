"""Text taken over without credit: one text of which another copy says whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Span
from sayso.trace.near import shared
from sayso.trace.parts import Relation, Reliance, Report
from sayso.trace.sentences import sentences

_THE_SAME = 0.7


def with_copies(reports: Sequence[Report], classes: Sequence[Sequence[str]]) -> tuple[Report, ...]:
    """The reports, those that print a credited text without the credit relying on whose text it is."""
    by_source = {one.document: one for one in reports}
    for together in classes:
        credited = [(by_source[source], credit) for source in together if (credit := _credit(by_source[source]))]
        for source in together if credited else ():
            by_source[source] = _copied(by_source[source], *credited[0])
    return tuple(by_source[one.document] for one in reports)


def _credit(report: Report) -> Reliance | None:
    return next((one for one in report.relies_on if one.relation is Relation.SYNDICATES), None)


def _copied(report: Report, original: Report, credit: Reliance) -> Report:
    words = _passage(report.text, original.text)
    if _credit(report) or words is None:
        return report
    copied = replace(credit, words=words, relation=Relation.COPIES, inferred=True)
    return replace(report, relies_on=(*report.relies_on, copied), unattributed=False)


def _passage(text: str, original: str) -> Span | None:
    """From the first to the last sentence that stands in the original too."""
    same = [one for one in sentences(text) if shared(one.words, original) >= _THE_SAME]
    return Span(same[0].start, same[-1].end) if same else None
