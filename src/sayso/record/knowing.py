"""Who knew what, when: the first that somebody said of something, or was told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection

from sayso.record import asking, everybody
from sayso.record.answers import Question, SaidLine
from sayso.record.histories import Knew, Known

_OPEN = "9999"


def knew(connection: Connection, words: str, who: str | None, by: str | None) -> Knew:
    """The lines with these words that somebody said or was told, and what they bound."""
    person = everybody.person(connection, who).name if who else None
    found = sorted(_lines(connection, words, person), key=lambda one: (one.latest or _OPEN, one.earliest or ""))
    recorded = next((one for one in found if one.latest), None)
    dated = [one for one in found if one.earliest]
    possible = min(dated, key=lambda one: one.earliest or "", default=None)
    return Knew(person, recorded, possible, tuple(found), _by(found, by) if by else None)


def _lines(connection: Connection, words: str, person: str | None) -> Iterator[Known]:
    seen: set[str] = set()
    everything = Question(words=words, limit=None, facets=False)
    said, heard = replace(everything, person=person), replace(everything, to_person=person)
    for question, was_told in ((said, False), (heard, True)) if person else ((everything, False),):
        for line in asking.said(connection, question).lines:
            if line.address not in seen:
                seen.add(line.address)
                yield _known(line, was_told=was_told)


def _known(line: SaidLine, *, was_told: bool) -> Known:
    """Whoever said it on an unknown day had said it by the day of printing; since when, no words tell."""
    when, printed = line.statement.when, line.document.published
    latest = (when.latest if when else None) or (printed[:10] if printed else None)
    return Known(line, was_told, when.earliest if when else None, latest)


def _by(found: list[Known], day: str) -> str:
    """ "yes" if a line ends by that day, "perhaps" if one may have been said by then."""
    if any(one.latest and one.latest <= day for one in found):
        return "yes"
    return "perhaps" if any(one.earliest is None or one.earliest <= day for one in found) else "not recorded"
