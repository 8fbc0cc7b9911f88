"""Lines that begin with the name of whoever speaks them: `ROSSI: We will go.`"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.check.who import is_name
from sayso.model import Span
from sayso.text.transcript import label_of

_LABELLED = re.compile(
    r"^[ \t]*(?P<bullet>[-•>#]+[ \t]+)?(?P<mark>(?:\*\*|__)?)(?P<label>[^\n:*]{1,60}?)(?:\*\*|__)?:(?:\*\*|__)?[ \t]+"
    r"(?P<words>\S[^\n]*)",
    re.MULTILINE,
)
_SPEECH = re.compile(r"[\W_]*[A-ZÀ-Þ0-9].*[.?!…][^\w\s]*$")
_SPEAKERS_OF_A_TRANSCRIPT = 2


@dataclass(frozen=True, slots=True)
class Line:
    """The name on a labelled line, where its words stand, and whether they stand in a list."""

    name: str
    words: Span
    in_list: bool


def labelled(text: str, is_known: Callable[[str], bool]) -> Iterator[Line]:
    """The lines that a person's label opens; "Note:", "Deadline:" open none."""
    for match in _LABELLED.finditer(text):
        label = match["label"].strip()
        if label_of(f"{label}: x") and _is_person(label, is_known):
            end = match.end() - (len(match["words"]) - len(match["words"].rstrip()))
            yield Line(label, Span(match.start("words"), end), bool(match["bullet"]))


def _is_person(label: str, is_known: Callable[[str], bool]) -> bool:
    """Note, Summary and Next Steps are written as names are: only who is on record, or speaks in capitals, is one."""
    return is_known(label) or (label.isupper() and is_name(label.title()))


def is_transcript(text: str, lines: Sequence[Line]) -> bool:
    """Do the lines print speech, not notes on it: sentences, outside of a list, of two people or more?"""
    plain = [line for line in lines if not line.in_list and _SPEECH.match(line.words.of(text))]
    return len(plain) == len(lines) and len({line.name for line in lines}) >= _SPEAKERS_OF_A_TRANSCRIPT
