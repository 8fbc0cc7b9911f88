"""What a story puts in somebody's mouth: quotations, the turns of a transcript, and claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution.quotes import Quotation, pair
from sayso.check.checked import Form
from sayso.check.claims import claims
from sayso.check.cues import Cue, cues
from sayso.check.labelled import Line, is_transcript, labelled
from sayso.check.selecting import may_be_shown
from sayso.model import Span

# Two typewriter apostrophes on either side of some words: the signs of the same length that say so.
_DOUBLED = re.compile(r"(?<![\w'`])''(?=[^\s'])([^\n]*?[^\s'])''(?![\w'])")


@dataclass(frozen=True, slots=True)
class Asked:
    """Words as the story prints them; `compared` are those that were said, without an "X said" amid them."""

    words: str
    span: Span
    cue: Cue | None
    form: Form = Form.QUOTATION
    compared: str = ""
    may_be_anyone: bool = True

    @property
    def speaker(self) -> str | None:
        """Whom the story names."""
        return self.cue.name if self.cue else None


def asked(text: str, is_known: Callable[[str], bool]) -> list[Asked]:
    """All of it in the order of the story. `is_known` tells whether a label is the name of somebody in the record."""
    text = _DOUBLED.sub(" “\\1” ", text)
    quotations = pair(text)
    quoted = [quotation.span for quotation in quotations]
    lines = [line for line in labelled(text, is_known) if not _touches(line.words, quoted)]
    found = [*_quotations(text, quotations), *_turns(text, lines), *_claims(text, quotations, lines)]
    return sorted(found, key=lambda one: one.span)


def _quotations(text: str, quotations: Sequence[Quotation]) -> Iterator[Asked]:
    for quotation, cue in zip(quotations, cues(text, quotations), strict=True):
        span = _trimmed(text, quotation.inner)
        words = span.of(text)
        if may_be_shown(words, cue):
            yield Asked(words, span, cue, compared=words)


def _turns(text: str, lines: Sequence[Line]) -> Iterator[Asked]:
    """The turns of a transcript stand for words as spoken. A single line with a label may be a summary."""
    form = Form.QUOTATION if is_transcript(text, lines) else Form.CLAIM
    for line in lines:
        words = line.words.of(text)
        yield Asked(words, line.words, Cue(line.name), form, words, may_be_anyone=False)


def _claims(text: str, quotations: Sequence[Quotation], lines: Sequence[Line]) -> Iterator[Asked]:
    spoken = [line.words for line in lines]
    for claim in claims(text, quotations):
        if not _touches(claim.span, spoken):
            anyone = claim.by_pronoun
            yield Asked(claim.span.of(text), claim.span, claim.cue, Form.CLAIM, claim.words(text), anyone)


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Does it touch any of these, which stand in order and apart?"""
    at = bisect_left(others, span.end, key=lambda other: other.start)
    return at > 0 and others[at - 1].touches(span)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
