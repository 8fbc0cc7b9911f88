"""A trace as DESIGN's `trace --json` prints it."""

from __future__ import annotations

from typing import Any

from sayso.trace.origins import Trace
from sayso.trace.parts import Reliance, Report


def as_json(trace: Trace) -> dict[str, Any]:
    """The trace as one JSON object; `words` are offsets into the document's text."""
    return {
        "claim": trace.claim,
        "sentence": trace.sentence,
        "rho": trace.rho,
        "kappa": list(trace.kappa),
        "origins": list(trace.origins),
        "dominators": list(trace.dominators),
        "circular": [list(hands) for hands in trace.circular],
        "merged": [list(names) for names in trace.merged],
        "text_classes": [list(together) for together in trace.text_classes],
        "what_would_change_this": list(trace.open_questions),
        "reports": [_report(one) for one in trace.reports],
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "document": report.document,
        "stance": report.stance.value,
        "own_reporting": report.own_reporting,
        "unattributed": report.unattributed,
        "relies_on": [_reliance(one) for one in report.relies_on],
    }


def _reliance(one: Reliance) -> dict[str, Any]:
    return {
        "origin": one.origin,
        "kind": one.kind.value,
        "relation": one.relation.value,
        "through": one.through,
        "side": one.side.value,
        "words": [one.words.start, one.words.end],
        "inferred": one.inferred,
    }
