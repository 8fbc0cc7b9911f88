"""Turns of a transcript: `ROSSI: …`, `Q: …`. No parse is needed to know whose words they are."""

from __future__ import annotations

import re
from collections.abc import Callable
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

    A line that opens at one of the `timed` places (where subtitles begin) has a label even if it is nobody's name.

    >>> [(t.label.of(s), t.words.of(s)) for s in ["ROSSI: No.\\nMAAS: Why?"] for t in turns(s)]
    [('ROSSI', 'No.'), ('MAAS', 'Why?')]
    """
    found: list[Turn] = []
    for match in _LINE.finditer(text):
        line = Span(match.start(), match.end())
        opened = _opened(text, line, opening_of if line.start in timed else label_of)
        if opened is not None:
            found.append(opened)
        elif found:
            found[-1] = Turn(found[-1].label, Span(found[-1].words.start, line.end))
    return tuple(turn for turn in found if turn.words.of(text).strip())


def _opened(text: str, line: Span, label_in: Callable[[str], str | None]) -> Turn | None:
    """The turn that a labelled line opens."""
    printed = label_in(line.of(text))
    if printed is None:
        return None
    start = text.index(printed, line.start)
    label = Span(start, start + len(printed))
    after = _AFTER_LABEL.match(text, label.end, line.end)
    return Turn(label, Span(after.end() if after else label.end, line.end))
