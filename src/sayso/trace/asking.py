"""Trace a claim in a record: the reports that may carry it are looked up, then read sentence by sentence."""

from __future__ import annotations

from sayso.model import Document, DocumentKind
from sayso.record import Record
from sayso.trace.origins import Trace, trace_documents

PASSAGES = 400
"""How many passages are looked at for one claim."""


def trace(record: Record, claim: str) -> Trace:
    """Where a claim comes from, by the reports of the record."""
    return trace_documents(claim, _reports(record, claim))


def _reports(record: Record, claim: str) -> list[Document]:
    ids = dict.fromkeys(id for passage in record.passages(claim, PASSAGES) for id in passage.documents)
    found = map(record.document, ids)
    return [one for one in found if one.kind in (DocumentKind.REPORT, DocumentKind.POST)]
