"""What a person decided, as a sentence and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sayso.cli.printing import safe
from sayso.cli.statements import PAST
from sayso.model import Judgement


def judgement_as_json(judgement: Judgement) -> dict[str, Any]:
    """The judgement with its span as `[start, end]`."""
    return asdict(judgement) | {"span": [judgement.span.start, judgement.span.end]}


def sentence_of(judgement: Judgement) -> str:
    """Who decided what, and when.

    >>> from sayso.model import Decision, Span
    >>> at = "2026-10-21T08:00:00.000000+00:00"
    >>> sentence_of(Judgement("j1", "", Span(0, 2), "“No”", Decision.CORRECT, "Ada", at, "speaker", "Oren Caldwick"))
    'corrected by Ada, 2026-10-21 08:00 UTC: speaker is Oren Caldwick (j1)'
    """
    done = f"{PAST[judgement.decision]} by {judgement.by}, {judgement.at[:16].replace('T', ' ')} UTC"
    if judgement.field:
        done += f": {judgement.field} is {judgement.value or 'not stated'}"
    note = f" – {judgement.note}" if judgement.note else ""
    withdrawn = ", withdrawn" if judgement.withdrawn else ""
    return safe(f"{done}{note} ({judgement.id}{withdrawn})")
