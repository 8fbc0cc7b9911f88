"""The verdict on each quotation and claim of a story."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sayso.check.asked import Asked, asked
from sayso.check.checked import Checked, Examined, Form, Retold
from sayso.check.claiming import of_claim
from sayso.check.evidence import Evidence
from sayso.check.quoting import of_quotation
from sayso.check.splits import with_seams
from sayso.model import Span, digest_of
from sayso.record import Record

Answer = Checked | Retold | None
_NOWHERE = Span(0, 0)


def check(text: str, record: Record) -> list[Checked]:
    """Compare the quotations and claims of a story with the record, in the order of the story.

    Scare quotes and titles that the record does not hold are left out, and so are claims in other words than the
    record's, for which there is no verdict; `examine` gives those too. The story itself, if it has been read into the
    record, is no evidence.
    """
    return list(examine(text, record).quotes)


def examine(text: str, record: Record) -> Examined:
    """The verdicts of `check`, and beside them the claims in other words."""
    evidence = Evidence(record, {digest_of(text), digest_of(text.strip()), digest_of(text.strip() + "\n")})

    @cache
    def answer(one: Asked) -> Answer:
        return of_quotation(one, evidence) if one.form is Form.QUOTATION else of_claim(one, evidence)

    found: list[Answer] = []
    for one in asked(text, evidence.knows):
        # A story that says the same thing of the same person again is answered once.
        told = answer(replace(one, span=_NOWHERE))
        found.append(replace(told, span=one.span) if told is not None else None)
    quotes = [one for one in found if isinstance(one, Checked)]
    return Examined(tuple(with_seams(text, quotes, evidence)), tuple(one for one in found if isinstance(one, Retold)))
