"""What a colon leads to without quotation marks: points of a list, a letter, a text between “Begin” and “End”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.attribution.found import trimmed
from sayso.language.words import words
from sayso.model import Span, Spans

_POINT = re.compile(r"(?:\(?(?P<number>\d{1,2}|[A-Za-z]|[ivx]{2,4})[.)]|(?P<bullet>[•·‣▪◦*–—-]))\s+(?=\S)")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FOLLOWS = re.compile(r"\b(?:follows|text of|verbatim)\b[^.!?]*:\Z", re.I)
# Longer openings greet nobody, and longer letters are quoted by nobody.
GREETING = 80
LETTER = 80
POINTS = 60
# Fewer words between “quote” and “unquote” are only a manner of speaking.
QUOTED_WORDS = 4


@dataclass(frozen=True, slots=True)
class Block:
    """Words set apart: what introduces them ends at `led_to`, `content` has a span for each paragraph.

    `verbatim` is true of a letter or text, false of points that may be retold.
    """

    led_to: int
    content: Spans
    verbatim: bool


def blocks(text: str, places: Sequence[Span]) -> Iterator[Block]:
    """Every block of the text by the place of its lead, those with marks of their own last."""
    for number, place in enumerate(places[:-1]):
        if text[place.end - 1] == ":":
            points = _points(text, places, number + 1)
            letter = _letter(text, places, number + 1) or _told_to_follow(text, places, number)
            if points or letter:
                yield Block(place.end, points or letter, verbatim=not points)
    yield from _marked(text, places)


def _points(text: str, places: Sequence[Span], first: int) -> Spans:
    """Two or more points in a row that count on from the first, or open with the same bullet."""
    taken, count = 0, 0
    for ahead, place in enumerate(places[first : first + POINTS]):
        point = _POINT.match(text, place.start, place.end)
        if point is not None and (_is_numbered(point, count + 1) or _has_bullet_of(text, point, places[first])):
            taken, count = ahead + 1, count + 1
        elif point is not None or ahead > taken or not count:
            break
    return tuple(places[first : first + taken]) if count > 1 else ()


def _is_numbered(point: re.Match[str], wanted: int) -> bool:
    """May this be how a list counts its `wanted`-th point?"""
    number = (point["number"] or "").lower()
    roman = _ROMAN[wanted] if wanted < len(_ROMAN) else ""
    return number != "" and number in (str(wanted), chr(ord("a") + wanted - 1), roman)


def _has_bullet_of(text: str, point: re.Match[str], first: Span) -> bool:
    return point["bullet"] is not None and point["bullet"] == text[first.start]


def _letter(text: str, places: Sequence[Span], first: int) -> Spans:
    """From the greeting to the closing formula; nothing where either is missing."""
    if len(places[first]) > GREETING or not _opens_with("salutations").match(text, places[first].start):
        return ()
    for number, place in enumerate(places[first + 1 : first + LETTER], first + 1):
        if _opens_with("closings").match(text, place.start):
            return tuple(places[first:number])
    return ()


@cache
def _opens_with(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words(name, 'en_blocks'))))})(?!\w)", re.I)


def _told_to_follow(text: str, places: Sequence[Span], number: int) -> Spans:
    """ "The text reads as follows:" is about the next paragraph at least, and where a text ends nothing tells."""
    lead, after = places[number], places[number + 1]
    led = _FOLLOWS.search(text, max(lead.start, lead.end - 200), lead.end)
    is_point = _POINT.match(text, after.start, after.end)
    return (after,) if led and not is_point and text[after.start] not in "“\"„«‘'" else ()


def _marked(text: str, places: Sequence[Span]) -> Iterator[Block]:
    """ "Begin text: … End text", "Quote: … Unquote"."""
    opened: dict[str, re.Match[str]] = {}
    for mark in _marks().finditer(text):
        kind = str(mark.lastgroup)
        begun = opened.pop(kind.removesuffix("_end"), None)
        if not kind.endswith("_end"):
            opened[kind] = mark
        elif begun is not None and len(text[begun.end() : mark.start()].split()) >= QUOTED_WORDS:
            content = _cut(text, places, Span(begun.end(), mark.start()))
            if content:
                yield Block(_end_before(text, begun.start()), content, verbatim=True)


@cache
def _marks() -> re.Pattern[str]:
    kinds = f"(?:{'|'.join(sorted(words('marked_texts', 'en_blocks'), key=len, reverse=True))})"
    ways = "(?: of)?(?: verbatim| unofficial)?"
    return re.compile(
        rf"(?P<text>\b(?:begin{ways}|verbatim) {kinds}\b[\s.:—-]*)|(?P<text_end>\bend{ways} {kinds}\b)"
        r"|(?P<quote>\b(?:(?-i:QUOTE|QTE)\b|quote(?=[:,.—]))[\s.,:—-]*)|(?P<quote_end>\b(?:unquote|unqte)\b)",
        re.I,
    )


def _cut(text: str, places: Sequence[Span], inside: Span) -> Spans:
    """What of each paragraph lies inside."""
    first = max(bisect_right(places, inside.start, key=lambda place: place.start) - 1, 0)
    last = bisect_right(places, inside.end, key=lambda place: place.start)
    cut = (_common(text, place, inside) for place in places[first:last])
    return tuple(span for span in cut if span is not None)


def _end_before(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _common(text: str, place: Span, inside: Span) -> Span | None:
    start, end = max(place.start, inside.start), min(place.end, inside.end)
    return trimmed(text, Span(start, end), ",") if start < end else None
