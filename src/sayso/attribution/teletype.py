"""Teletype conversations: `MILO Item 4`, the words, `End Item 4`. Two stations take turns in the midst of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.language.words import words
from sayso.model import Span

# A station's name is written with two capitals at least ("MILO", "SecDef"): "Agenda Item 4" is nobody's turn.
_STATION = r"\[?(?P<station>[A-Z][A-Za-z/]*[A-Z][A-Za-z/]*)\]?\s+"
_HEADING = re.compile(r"[A-Z][A-Z .]*")


@dataclass(frozen=True, slots=True)
class Item:
    """What one station sent: its name, unless the header leaves it out, and the words."""

    station: Span | None
    words: Span


def items(text: str, places: Sequence[Span]) -> tuple[Item, ...]:
    """The items of a teletype conversation in order; none where fewer than two stations speak.

    >>> from sayso.paragraphs import paragraphs
    >>> text = "MILO Item 1\\n\\nAre you there? End Item 1.\\n\\nBRUNO Item 1\\n\\nWe are."
    >>> [(item.station.of(text), item.words.of(text)) for item in items(text, paragraphs(text)) if item.station]
    [('MILO', 'Are you there?'), ('BRUNO', 'We are.')]
    """
    headers = {
        n: match for n, place in enumerate(places) if (match := _header().fullmatch(text, place.start, place.end))
    }
    if len({match["station"] for match in headers.values() if match["station"]}) < 2:
        return ()
    found = (_item(text, places, number, match) for number, match in headers.items())
    return tuple(item for item in found if item is not None)


@cache
def _header() -> re.Pattern[str]:
    unit = f"(?i:{'|'.join(words('teletype_units', 'en_blocks'))})"
    return re.compile(rf"(?:{_STATION})?(?:[A-Z][a-z]+ )?{unit} (?:No\.? ?)?\d{{1,3}}\b(?:\s[^\n]{{1,25}})?")


@cache
def _end() -> re.Pattern[str]:
    unit = "|".join(words("teletype_units", "en_blocks"))
    return re.compile(rf"\s*\bend(?: of)? (?:{unit})\b(?: (?:no\.? ?)?\d{{1,3}})?\.?\s*", re.I)


def _item(text: str, places: Sequence[Span], number: int, header: re.Match[str]) -> Item | None:
    """From the header to its end mark, the next header or a heading in capitals."""
    start = end = places[number].end
    for following in range(number + 1, len(places)):
        place = places[following]
        closed = _end().search(text, place.start, place.end)
        if _header().fullmatch(text, place.start, place.end) or _HEADING.fullmatch(text, place.start, place.end):
            break
        start = place.start if start == places[number].end else start
        end = closed.start() if closed else place.end
        if closed:
            break
    station = Span(*header.span("station")) if header["station"] else None
    return Item(station, Span(start, end)) if text[start:end].strip() else None
