"""Plain transcripts: `ROSSI: …`, `Q:` and `A:`. Their text stays as it is; here they are only recognised."""

from __future__ import annotations

import re
from collections import Counter

from sayso.model import DocumentKind
from sayso.text.chat import chat_in
from sayso.text.lists import words

LABEL = re.compile(r"[ \t>]*(?P<label>[^\W_][^\n:?!;“”\"]{0,59}?)[ \t]*:(?=\s|$)")
QUESTION_OR_ANSWER = re.compile(r"[ \t]*(?P<label>[QA])\.(?=\s)")


def label_of(line: str) -> str | None:
    """The speaker's label that opens a line, or None.

    >>> label_of("ROSSI: It is over.")
    'ROSSI'
    >>> label_of("He said this: it is over.") is None
    True
    """
    label = opening_of(line)
    return label if label and _is_name(label) else None


def opening_of(line: str) -> str | None:
    """What stands before the colon that may end a label, name or not."""
    match = QUESTION_OR_ANSWER.match(line) or LABEL.match(line)
    return match["label"] if match else None


def is_heading(label: str) -> bool:
    """Is it what memoranda and forms print before a colon ("To", "Subject")?"""
    return label.casefold() in words("transcript", "headings")


def kind_of(text: str) -> DocumentKind:
    """TRANSCRIPT where the text is a chat, or taken in turns by two speakers or more; else REPORT."""
    if chat_in(text):
        return DocumentKind.TRANSCRIPT
    lines = [line for line in text.splitlines() if line.strip()]
    turns = Counter(label.casefold() for line in lines if (label := label_of(line)))
    said = turns.total()
    if len(turns) < 2 or said < 0.4 * len(lines):
        return DocumentKind.REPORT
    taken_in_turns = said > len(turns) or (said > 0.8 * len(lines) and not _is_form(lines))
    return DocumentKind.TRANSCRIPT if taken_in_turns else DocumentKind.REPORT


def _is_name(label: str) -> bool:
    """Six words at most, each written as in a name or a handle; and no heading of a memorandum."""
    parts = re.sub(r"\(.*?\)|\[.*?\]", " ", label).split()
    if not 1 <= len(parts) <= 6 or is_heading(label) or not label[0].isalpha():
        return False
    return len(parts) == 1 or all(not part[0].islower() or part in words("transcript", "connecting") for part in parts)


def _is_form(lines: list[str]) -> bool:
    """A list of headings and values ("Name: …"): no label is in capitals, no value is a sentence."""
    return not any((label := label_of(line)) and label.isupper() for line in lines)
