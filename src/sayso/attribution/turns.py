"""Turns of a transcript: `ROSSI: …`, `Q: …`. No parse is needed to know whose words they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Span
from sayso.text.transcript import label_of, opening_of

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_AFTER_LABEL = re.compile(r"\s*[:.]\s*")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: who is named as speaking, and the words up to the next label."""

    label: Span
    words: Span


def turns(text: str, timed: frozenset[int] = frozenset()) -> tuple[Turn, ...]:
    """The turns of a transcript in order; a line without a label belongs to the turn above it.

    A label before one of the `timed` places (where subtitles begin) is one even if it is nobody's name.

    >>> [(t.label.of(s), t.words.of(s)) for s in ["ROSSI: No.\\nMAAS: Why?"] for t in turns(s)]
    [('ROSSI', 'No.'), ('MAAS', 'Why?')]
    """
    found: list[Turn] = []
    for match in _LINE.finditer(text):
        line = Span(match.start(), match.end())
        opened = _opened(text, line, timed)
        if opened is not None:
            found.append(opened)
        elif found:
            found[-1] = Turn(found[-1].label, Span(found[-1].words.start, line.end))
    return tuple(turn for turn in found if turn.words.of(text).strip())


def _opened(text: str, line: Span, timed: frozenset[int]) -> Turn | None:
    """The turn that a labelled line opens."""
    printed = opening_of(line.of(text))
    if printed is None:
        return None
    start = text.index(printed, line.start)
    label = Span(start, start + len(printed))
    after = _AFTER_LABEL.match(text, label.end, line.end)
    words = Span(after.end() if after else label.end, line.end)
    return Turn(label, words) if words.start in timed or label_of(line.of(text)) else None
