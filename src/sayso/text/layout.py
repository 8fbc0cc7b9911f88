"""From the lines of printed pages to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

POINT = re.compile(r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|[•●▪◦‣\-–—*\uf0b7])\s+\S")
NUMBERED_PAGE = re.compile(r"\W*(?:page|p\.)?\s*(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]]*$")
HYPHENS = "-\u00ad\u2010"
WIDER_GAP = 1.35
OTHER_SIZE = 1.15
INDENT = 4
MOST_FURNITURE = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; measures in points. `divided`: a hyphen at its end divides a word or a compound."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    first_word: float
    divided: bool = False


def as_text(pages: list[list[Line]]) -> str:
    """Paragraphs apart by blank lines; running heads, feet and page numbers are left out.

    Lines of a paragraph are joined by a space. A word divided at a line's end loses its hyphen only where the
    document has it undivided elsewhere, and keeps it where the document has it hyphenated elsewhere; where neither
    stands, hyphen and line end stay as they were printed.
    """
    pages = list(_without_furniture(pages))
    words = _Words.of(line.text for page in pages for line in page)
    return "\n\n".join(words.joined(paragraph) for paragraph in _paragraphs(pages))


def _without_furniture(pages: list[list[Line]]) -> Iterator[list[Line]]:
    """The pages without heads and feet.

    They stand apart from the text at the edge of a page, and are its number or stand so on half of all pages.
    """
    places = Counter(place for page in pages for place in {_place(line) for line in page})
    often = max(2, len(pages) / 2)
    for number, page in enumerate(pages, 1):
        furniture = [
            line
            for edge in _edges(page)
            if all(places[_place(line)] >= often or _is_number_of(line, number) for line in edge)
            for line in edge
        ]
        yield [line for line in page if line not in furniture]


def _edges(page: list[Line]) -> Iterator[list[Line]]:
    """The few lines at the head and at the foot of a page that a gap sets apart from the text."""
    leading = _leading(page)
    down = sorted(page, key=lambda line: -line.bottom)
    for order in (down, down[::-1]):
        gaps = (i for i, (a, b) in enumerate(pairwise(order), 1) if abs(a.bottom - b.bottom) > WIDER_GAP * leading)
        if (first_gap := next(gaps, 0)) and first_gap <= MOST_FURNITURE:
            yield order[:first_gap]


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.bottom)


def _is_number_of(line: Line, page: int) -> bool:
    match = NUMBERED_PAGE.fullmatch(line.text)
    return match is not None and int(match["number"]) == page


def _leading(page: list[Line]) -> float:
    """The usual distance from line to line."""
    steps = [above.bottom - line.bottom for above, line in pairwise(page) if above.bottom > line.bottom]
    return median(steps) if steps else 0.0


def _paragraphs(pages: list[list[Line]]) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    room = 0.0
    for page in pages:
        leading = _leading(page)
        for i, line in enumerate(page):
            step = page[i - 1].bottom - line.bottom if i else 0.0
            if paragraphs and _goes_on(paragraphs[-1][-1], line, room) and step <= WIDER_GAP * leading:
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
            room = _room(line, page)
    return paragraphs


def _goes_on(last: Line, line: Line, room: float) -> bool:
    """Does this line go on with the paragraph of the last one, which had this much room left at its end?"""
    if last.divided:
        return True
    if POINT.match(line.text) or not 1 / OTHER_SIZE < line.height / (last.height or 1) < OTHER_SIZE:
        return False
    if room > line.first_word + 0.5 * line.height:  # its first word would have fitted there: it was ended on purpose
        return False
    if line.bottom > last.bottom - 0.5 * last.height:  # up again: a new page, or a column to the right
        return line.left > last.right or not SENTENCE_END.search(last.text) or line.text[0].islower()
    return True


def _room(line: Line, page: list[Line]) -> float:
    """How far the line ends before the longest of those that begin at about the same place."""
    return max(other.right for other in page if abs(other.left - line.left) <= INDENT * line.height) - line.right


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in the document within its lines."""

    whole: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> _Words:
        return cls(frozenset(word.casefold() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line)))

    def joined(self, paragraph: list[Line]) -> str:
        text = paragraph[0].text
        for above, line in pairwise(paragraph):
            text = self._with(text, line.text) if above.divided else f"{text} {line.text}"
        return text

    def _with(self, text: str, more: str) -> str:
        start, end = re.search(r"[\w\-\u00ad\u2010]*$", text), re.match(r"\w*", more)
        before, after = start[0] if start else "", end[0] if end else ""
        if (before.rstrip(HYPHENS) + after).casefold() in self.whole:
            return text.rstrip(HYPHENS) + more
        if (before + after).casefold() in self.whole:
            return text + more
        return f"{text}\n{more}"
