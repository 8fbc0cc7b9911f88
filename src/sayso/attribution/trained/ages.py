"""Content does not end before somebody's age: "told her that he would call Vento[, 79, before the vote]"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribution.found import Found
from sayso.model import Span

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis

_AGE = re.compile(r", \d{1,3}, (?=[a-z])")


def past_age(analysis: Analysis, found: Found) -> Found:
    """The attribution whose content goes on behind an age to the end of its sentence, where it stopped before one."""
    last, text = found.content[-1], analysis.text
    head = analysis.head(last)
    leads = bool(found.cue) and found.cue[0].start < last.start
    if head is None or not leads or not _AGE.match(text, last.end):
        return found
    sentence = head[0].span_of(head[1].sent)
    end = sentence.start + len(sentence.of(text).rstrip(" \n.!?"))
    return replace(found, content=(*found.content[:-1], Span(last.start, max(end, last.end))))
