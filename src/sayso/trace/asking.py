"""Trace a claim in a record: the reports that may carry it are looked up, then read sentence by sentence."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import DocumentKind
from sayso.record import Record
from sayso.trace.origins import Trace, trace_documents

PASSAGES = 150
"""How many passages are looked at for one claim."""

CUT_OFF = "Only the {count} reports that fit the claim best were looked at; more may carry it, and add or tie origins."


def trace(record: Record, claim: str, *, passages: int = PASSAGES) -> Trace:
    """Where a claim comes from, by the reports of the record; says so if there may be more than were looked at."""
    found = record.passages(claim, passages)
    ids = dict.fromkeys(id for passage in found for id in passage.documents)
    documents = [one for one in map(record.document, ids) if one.kind in (DocumentKind.REPORT, DocumentKind.POST)]
    traced = trace_documents(claim, documents)
    if len(found) < passages:
        return traced
    return replace(traced, open_questions=(*traced.open_questions, CUT_OFF.format(count=len(documents))))
