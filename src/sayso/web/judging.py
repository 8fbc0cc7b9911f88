"""Judgements posted from the pages: confirm, reject, leave open, correct, undo."""

from __future__ import annotations

import re

from starlette.datastructures import FormData

from sayso.errors import InvalidJudgement
from sayso.model import Decision, Judgement, Sameness, Span
from sayso.web.corrections import corrections
from sayso.web.forms import text_of
from sayso.web.site import Site

_SIMPLE = {"confirm": Decision.CONFIRM, "reject": Decision.REJECT, "unsure": Decision.UNSURE}


def judge(site: Site, form: FormData) -> Judgement | Sameness:
    """Do what the form says, and give the (last) judgement added; raises InvalidJudgement or NotInRecord.

    The form has one of `confirm`, `reject`, `unsure` or `correct`, each with a statement's address, or `choose` with an
    address and the new value of `field`, or `merge` with "same", "different" or "unsure" and the id of a proposal, or
    `undo` with a judgement's id. With `correct` come `field` and `value`, or `means`, `start` and `end` for words
    selected, and `given` where these do not tell a date or channel by themselves.
    """
    if undone := text_of(form, "undo"):
        return site.record.undo(undone)
    if pair := text_of(form, "merge"):
        return _merge(site, *pair.partition(" ")[::2])
    for name, decision in _SIMPLE.items():
        if address := text_of(form, name):
            return site.record.judge(address, decision, by=site.by)
    address, _, value = text_of(form, "choose").partition(" ")
    if address:
        return site.record.judge(address, Decision.CORRECT, field=text_of(form, "field"), value=value, by=site.by)
    address = text_of(form, "correct")
    if not address:
        raise InvalidJudgement("The form says nothing to do.")
    return _correct(site, address, form)


def _merge(site: Site, decision: str, id: str) -> Sameness:
    """What was decided about the two of a proposal: "same q1", "different q1" or "unsure q1"."""
    decide = {"same": site.record.same, "different": site.record.different, "unsure": site.record.unsure}.get(decision)
    if decide is None:
        raise InvalidJudgement("The form says nothing to do.")
    pair = site.record.proposal(id)
    if pair is None:
        raise InvalidJudgement("That has been decided meanwhile.")
    return decide(pair.one.id, pair.other.id, by=site.by)


def _correct(site: Site, address: str, form: FormData) -> Judgement:
    added = [
        site.record.judge(address, Decision.CORRECT, field=field, value=value, by=site.by)
        for field, value in _corrections(site, address, form)
    ]
    return added[-1]


def _corrections(site: Site, address: str, form: FormData) -> list[tuple[str, str]]:
    if meaning := text_of(form, "means"):
        line = site.record.statement(address)
        reading = site.record.reading(line.document.id, rejected=True)
        span = _selected(form, len(reading.document.text))
        return corrections(reading, line.statement, meaning, span, text_of(form, "given").strip())
    return [(text_of(form, "field"), text_of(form, "value").strip())]


def _selected(form: FormData, length: int) -> Span:
    start, end = text_of(form, "start"), text_of(form, "end")
    # Bounded, because Python refuses to make a number of thousands of digits.
    digits = re.compile(r"[0-9]{1,8}")
    if not (digits.fullmatch(start) and digits.fullmatch(end) and int(start) < int(end) <= length):
        raise InvalidJudgement("No words were selected.")
    return Span(int(start), int(end))
