"""Turns of a transcript: `ROSSI: …`, `Q: …`. No parse is needed to know whose words they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Span

# A label opens a line: up to five words, capitals or a name, with an aside such as "(via interpreter)" allowed.
_LABEL = re.compile(
    r"(?P<label>(?:[QA]\.?|[A-ZÀ-Þ][\w.’'\-]*(?:[ ,]+(?:[\w(][\w.’')\-]*)){0,5}?))[ \t]*:(?=\s|$)[ \t]*",
)
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_URL = re.compile(r"https?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: who is named as speaking, and the words up to the next label."""

    label: Span
    words: Span


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript in order; a line without a label belongs to the turn above it.

    >>> [(t.label.of(s), t.words.of(s)) for s in ["ROSSI: No.\\nMAAS: Why?"] for t in turns(s)]
    [('ROSSI', 'No.'), ('MAAS', 'Why?')]
    """
    found: list[Turn] = []
    for line in _lines(text):
        match = _LABEL.match(text, line.start, line.end)
        if match and not _URL.search(match["label"]):
            label = Span(match.start("label"), match.end("label"))
            found.append(Turn(label, Span(min(match.end(), line.end), line.end)))
        elif found:
            found[-1] = Turn(found[-1].label, Span(found[-1].words.start, line.end))
    return tuple(turn for turn in found if turn.words.of(text).strip())


def _lines(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in _LINE.finditer(text)]
