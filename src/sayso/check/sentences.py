"""Where one sentence ends and the next begins, without a parse."""

from __future__ import annotations

import re

from sayso.model import Span

_STOP = re.compile(r"[.?!…][”\"’')\]]*\s+(?=\S)")
_ABBREVIATION = re.compile(r"(?:^|[\s(])([A-Z][A-Za-z]{0,3}|[A-Z](?:\.[A-Z])+)\.$")


def sentences(text: str) -> list[str]:
    """The sentences of a stretch of text; "Rep. Rossi" and "J. Rossi" are of one piece.

    >>> sentences("Rep. Rossi left. We stay.")
    ['Rep. Rossi left. ', 'We stay.']
    """
    return [span.of(text) for span in sentence_spans(text)]


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where they stand, the space after each included. The last is what remains, even if it is nothing."""
    stop_at = len(text) if end is None else end
    found = []
    for stop in _STOP.finditer(text, start, stop_at):
        if not _ABBREVIATION.search(text[start : stop.start() + 1]):
            found.append(Span(start, stop.end()))
            start = stop.end()
    return [*found, Span(start, stop_at)]
