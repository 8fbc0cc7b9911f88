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
WIDER_GAP = 1.35
OTHER_SIZE = 1.15


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
    pages = [list(page) for page in _without_furniture(pages)]
    words = _Words.of(line.text for page in pages for line in page)
    return "\n\n".join(words.joined(paragraph) for paragraph in _paragraphs(pages))


def _without_furniture(pages: list[list[Line]]) -> Iterator[list[Line]]:
    """The pages without what stands at the same place on most of them, numbers apart, and without page numbers."""
    places = Counter(place for page in pages for place in {_place(line) for line in page})
    often = max(2, len(pages) / 2)
    for number, page in enumerate(pages, 1):
        edges = {min(page, key=_low), max(page, key=_low)} if page else set()
        yield [
            line
            for line in page
            if places[_place(line)] < often and not (line in edges and _is_number_of(line, number))
        ]


def _low(line: Line) -> float:
    return line.bottom


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.bottom)


def _is_number_of(line: Line, page: int) -> bool:
    match = NUMBERED_PAGE.fullmatch(line.text)
    return match is not None and int(match["number"]) == page


def _paragraphs(pages: list[list[Line]]) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    for page in pages:
        leading = _leading(page)
        for i, line in enumerate(page):
            above = page[i - 1] if i else None
            if paragraphs and _goes_on(paragraphs[-1], line, above, page, leading):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
    return paragraphs


def _leading(page: list[Line]) -> float:
    """The usual distance from line to line."""
    steps = [above.bottom - line.bottom for above, line in pairwise(page) if above.bottom > line.bottom]
    return median(steps) if steps else 0.0


def _goes_on(paragraph: list[Line], line: Line, above: Line | None, page: list[Line], leading: float) -> bool:
    """Does this line go on with the paragraph?"""
    last = paragraph[-1]
    if last.divided:
        return True
    if POINT.match(line.text) or not 1 / OTHER_SIZE < line.height / (last.height or 1) < OTHER_SIZE:
        return False
    if above is None or line.bottom > above.bottom + above.height:  # a new page or column
        return not SENTENCE_END.search(last.text) or line.text[0].islower()
    if above.bottom - line.bottom > WIDER_GAP * leading:
        return False
    return not _had_room(last, line, page)


def _had_room(above: Line, line: Line, page: list[Line]) -> bool:
    """Would the first word have fitted on the line above? Then the line was ended on purpose."""
    beside = [
        other.right for other in page if other.left < above.right and abs(other.left - above.left) < 4 * above.height
    ]
    space = 0.25 * above.height
    return above.right + space + line.first_word < max(beside) - space


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
        start, end = re.search(r"[\w-]*$", text), re.match(r"\w*", more)
        before, after = start[0] if start else "", end[0] if end else ""
        if (before.rstrip("-") + after).casefold() in self.whole:
            return text.removesuffix("-") + more
        if (before + after).casefold() in self.whole:
            return text + more
        return f"{text}\n{more}"
