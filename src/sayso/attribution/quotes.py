"""Quotation marks, paired paragraph by paragraph. Standard library only, so that `check` may use it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span
from sayso.paragraphs import paragraphs

_OPENS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "``": "''"}
_DOUBLE = re.compile(r"``|''|[“”„«»‹›\"＂]")
# A single mark opens before a word and closes after one; inside a word it is an apostrophe.
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_BEFORE_WORD = re.compile(r" \w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `span` with the marks, `inner` without.

    `goes_on` is true where the paragraph ends with the marks still open because the next one opens with a mark
    again; `continues` marks that next one.
    """

    span: Span
    inner: Span
    goes_on: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str


def pair(text: str, where: tuple[Span, ...] | None = None) -> tuple[Quotation, ...]:
    """Every quotation of the text, in order; an unclosed mark loses one quotation and nothing else.

    >>> [text[q.inner.start : q.inner.end] for text in ['He said “no” and "yes".'] for q in pair(text)]
    ['no', 'yes']
    """
    found: list[Quotation] = []
    places = paragraphs(text) if where is None else where
    for number, paragraph in enumerate(places):
        after = places[number + 1] if number + 1 < len(places) else None
        continues = bool(found) and found[-1].goes_on and found[-1].span.end == places[number - 1].end
        found.extend(_in_paragraph(text, paragraph, after, continues))
    return tuple(found)


def _in_paragraph(text: str, paragraph: Span, after: Span | None, continues: bool) -> list[Quotation]:
    marks = [_Mark(m.start(), m.end(), m[0]) for m in _DOUBLE.finditer(text, paragraph.start, paragraph.end)]
    found, opened = _paired(text, marks, paragraph)
    if opened is not None and after is not None and _DOUBLE.match(text, after.start):
        whole = Span(opened.start, paragraph.end)
        found.append(Quotation(whole, Span(opened.end, paragraph.end), goes_on=True))
    if not marks:
        found = list(_singles(text, paragraph))
    if continues and found and found[0].span.start == paragraph.start:
        first = found[0]
        found[0] = Quotation(first.span, first.inner, first.goes_on, continues=True)
    return found


def _paired(text: str, marks: list[_Mark], paragraph: Span) -> tuple[list[Quotation], _Mark | None]:
    """The closed quotations of one paragraph, and the mark that stayed open at its end."""
    found: list[Quotation] = []
    opened: _Mark | None = None
    for mark in marks:
        if opened is not None and _closes(text, mark, opened):
            found.append(Quotation(Span(opened.start, mark.end), Span(opened.end, mark.start)))
            opened = None
        elif _may_open(text, mark, paragraph):
            opened = mark
    return [q for q in found if len(q.inner)], opened


def _closes(text: str, mark: _Mark, opened: _Mark) -> bool:
    if mark.text in _OPENS.get(opened.text, ()):
        return True
    if mark.text in ('"', "＂", "”", "''"):
        # A straight mark before a word, after a space, opens anew: the one before it was never closed.
        return not (mark.text in '"＂' and _before_word(text, mark) and opened.text in '"＂')
    return False


def _may_open(text: str, mark: _Mark, paragraph: Span) -> bool:
    if mark.text in _OPENS:
        return True
    return mark.text in ('"', "＂") and (mark.start == paragraph.start or _before_word(text, mark))


def _before_word(text: str, mark: _Mark) -> bool:
    before = text[mark.start - 1] if mark.start else " "
    after = text[mark.end] if mark.end < len(text) else " "
    # The last four are Markdown's, in which AI answers come.
    return not after.isspace() and (before.isspace() or before in "([{—–-/:,*_~>")


def _singles(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Single marks count where a paragraph has no double ones: the British use, or a headline."""
    opened: re.Match[str] | None = None
    for mark in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        opens = (
            mark[0] in "‘'" and (mark.end() < len(text) and text[mark.end()].isalnum()) and not _after_word(text, mark)
        )
        if opens:
            opened = mark
        elif opened is not None and _like_speech(text, opened, mark):
            yield Quotation(Span(opened.start(), mark.end()), Span(opened.end(), mark.start()))
            opened = None


def _after_word(text: str, mark: re.Match[str]) -> bool:
    return mark.start() > 0 and text[mark.start() - 1].isalnum()


def _like_speech(text: str, opened: re.Match[str], closed: re.Match[str]) -> bool:
    """Curly marks are trusted; straight ones must hold a stop or comma before they close ("the '90s" must not)."""
    if opened[0] == "‘" and closed[0] == "’":
        # "the workers’ ..." closes nothing: a plural's apostrophe is followed by a word, a quotation's end seldom is.
        return _after_stop(text, closed) or not _BEFORE_WORD.match(text, closed.end())
    return _after_stop(text, closed)


def _after_stop(text: str, mark: re.Match[str]) -> bool:
    return text[mark.start() - 1] in ".,!?…"
