"""Quotation marks, paired paragraph by paragraph. Standard library only, so that `check` may use it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model import Span
from sayso.paragraphs import paragraphs

_OPENS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "``": "''"}
_DOUBLE = re.compile(r"``|''|[“”„«»‹›\"＂]")
# A single mark opens before a word and closes after one; inside a word it is an apostrophe.
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_BEFORE_WORD = re.compile(r" \w")
# The line below a quotation set apart that says whose words they were, inside its marks.
CREDIT_WORDS = 8
# A colon and the empty lines behind it.
_LED = re.compile(r":\s*\Z")
GAP = 20


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `span` with the marks, `inner` without.

    `goes_on` is true where the paragraph ends with the marks still open because the next one opens with a mark
    again, or because they close in a later one; `continues` marks that next one.
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


def pair(text: str, where: tuple[Span, ...] | None = None, *, over_paragraphs: bool = False) -> tuple[Quotation, ...]:
    """Every quotation of the text, in order; an unclosed mark loses one quotation and nothing else.

    `over_paragraphs` also gives those that close in a later paragraph and are not opened again in each, piece by piece.
    The trained reader was not taught to know these, and reads what stands inside a letter like any other text.

    >>> [text[q.inner.start : q.inner.end] for text in ['He said “no” and "yes".'] for q in pair(text)]
    ['no', 'yes']
    """
    places = paragraphs(text) if where is None else where
    marks = [_marks(text, place) for place in places]
    found: list[Quotation] = []
    until = -1
    for number, paragraph in enumerate(places):
        if number < until:
            found.append(Quotation(paragraph, paragraph, goes_on=True, continues=True))
            continue
        continues = bool(found) and found[-1].goes_on and found[-1].span.end == places[number - 1].end
        tail = marks[number][:1] if number == until else []
        inside, opened = _in_paragraph(text, paragraph, marks[number][len(tail) :], tail)
        if opened is not None:
            until = _closed_in(text, opened, number, places, marks) if over_paragraphs else -1
            if until > number or _reopens(text, number + 1, places):
                inside.append(
                    Quotation(Span(opened.start, paragraph.end), Span(opened.end, paragraph.end), goes_on=True)
                )
        found.extend(_continued(inside, paragraph) if continues else inside)
    return tuple(found)


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    return [_Mark(m.start(), m.end(), m[0]) for m in _DOUBLE.finditer(text, paragraph.start, paragraph.end)]


def _in_paragraph(
    text: str, paragraph: Span, marks: list[_Mark], tail: list[_Mark]
) -> tuple[list[Quotation], _Mark | None]:
    """The quotations closed in one paragraph, and the mark left open; `tail` closes what runs into it."""
    begun = [Quotation(Span(paragraph.start, m.end), Span(paragraph.start, m.start)) for m in tail]
    paired, opened = _paired(text, marks, paragraph)
    if not marks and not tail:
        paired = list(_singles(text, paragraph))
    return [*begun, *paired], opened


def _continued(inside: list[Quotation], paragraph: Span) -> list[Quotation]:
    """The paragraph's quotations, the one that opens it marked as going on from the paragraph before."""
    if not inside or inside[0].span.start != paragraph.start:
        return inside
    return [replace(inside[0], continues=True), *inside[1:]]


def _reopens(text: str, number: int, places: Sequence[Span]) -> bool:
    return number < len(places) and _DOUBLE.match(text, places[number].start) is not None


def _closed_in(text: str, opened: _Mark, number: int, places: Sequence[Span], marks: Sequence[list[_Mark]]) -> int:
    """The paragraph in which a mark closes that is not opened again in each; -1 where it was never closed.

    That is the next one with any marks, if its first mark closes. A colon leads to block quotations of any length;
    without one, words run over one paragraph's end, and are more than the credit line of a quotation set apart.
    """
    after = next((n for n in range(number + 1, len(places)) if marks[n]), -1)
    if after < 0 or not _ends_run(text, marks[after][0], opened, places[after]):
        return -1
    if _LED.search(text, max(0, opened.start - GAP), opened.start):
        return after
    rest = text[places[after].start : marks[after][0].start]
    return after if after == number + 1 and len(rest.split()) > CREDIT_WORDS else -1


def _ends_run(text: str, mark: _Mark, opened: _Mark, paragraph: Span) -> bool:
    """May the mark close what an earlier paragraph opened? It follows a word or its stop, and opens nothing itself."""
    follows = mark.start > paragraph.start and not text[mark.start - 1].isspace()
    return follows and _closes(text, mark, opened) and not _may_open(text, mark, paragraph)


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
