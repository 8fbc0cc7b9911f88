"""Whose text a report is: a dateline "(AP)", "originally appeared on X", or a footer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Document, Span
from sayso.trace.outlets import Outlets, plain

_DATELINE = re.compile(r"(?m)^[^\n(]{0,60}(?P<words>\((?P<name>[A-Z][\w ./&-]{1,30})\))\s*[-–—]")
_APPEARED = re.compile(
    r"(?:[Tt]his (?:article|story|post|piece|report)(?: was)? )?(?:originally|first) (?:appeared|published|ran"
    r"|posted)(?: (?:at|on|in|by))"
    r" (?P<name>(?:[Tt]he )?[A-Z][\w/&-]*(?:\.com)?(?: [A-Z][\w/&-]*){0,4})"
)
_STAFF = re.compile(r"[—–(-]\s*[A-Z]\w+(?: [A-Z]\w+)+ contributed to this|\(?(?:Additional )?[Rr]eporting by [A-Z]")
_PLACE_LINE = re.compile(r"\A[A-Z][A-Z ,.]{2,40}\s?[—–-]")


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose text it is by its own words; `words` is None where only the document's data say so."""

    outlet: str
    is_wire: bool
    words: Span


def credit_of(document: Document, known: Outlets) -> Credit | None:
    """The outlet or agency that a report credits its text to."""
    text = document.text
    for match in (_APPEARED.search(text), _DATELINE.search(text[:400])):
        if match:
            words = (
                Span(match.start("words"), match.end("words")) if "words" in match.groupdict() else Span(*match.span())
            )
            found = known.get(match["name"])
            name = found.name if found else plain(match["name"])
            return Credit(name, "words" in match.groupdict() or bool(found and found.wire), words)
    return None


def has_staff(text: str) -> bool:
    """Does the text name who gathered it, or where?"""
    return bool(_STAFF.search(text) or _PLACE_LINE.match(text))
