"""The sentence that a document's page leads with: who holds the floor here, and on whose say-so."""

from __future__ import annotations

from collections import Counter

from sayso.export.phrases import capital, counted_in_words, date, joined, number
from sayso.export.reader.cast import Cast
from sayso.export.reader.scenes import communication_of
from sayso.model import Communication, CommunicationKind, Reading, Reality, Statement

_LARGE_SHARE = 1 / 3
"""A communication with this share of the statements makes the sentence."""


def lead(reading: Reading, cast: Cast) -> str:
    """One sentence, true of this document."""
    said = [statement for statement in reading.statements if statement.reality is Reality.SAID]
    if not said:
        return "Nobody is recorded as having said anything here."
    return _one_communication(said, reading, cast) or _most_said(said, cast)


def _one_communication(said: list[Statement], reading: Reading, cast: Cast) -> str | None:
    counts = Counter(statement.communication for statement in said if statement.communication)
    id, count = next(iter(counts.most_common(1)), (None, 0))
    inside = [statement for statement in said if statement.communication == id]
    communication = communication_of(inside[0], reading) if inside else None
    if communication is None or count < 3 or count < _LARGE_SHARE * len(said):
        return None
    day = date(communication.when.edtf, long=True) if communication.when else ""
    sentence = f"{_share(count, len(said))} come from one {_act(communication)}{f' of {day}' if day else ''}"
    ways = {statement.via for statement in inside}
    only = joined([name.short for name in cast.names(next(iter(ways)))]) if len(ways) == 1 else ""
    return sentence + (f", seen only through {only}." if only else ".")


def _act(communication: Communication) -> str:
    """What it is called where there is one of it."""
    return "set of remarks" if communication.kind is CommunicationKind.REMARKS else communication.kind.value


def _most_said(said: list[Statement], cast: Cast) -> str:
    named = [speaker for speaker in cast.speakers() if speaker.name.id and speaker.said]
    statements = counted_in_words(len(said), "statement")
    if not named:
        return (
            f"Nobody is named for the {statements} here." if len(said) > 1 else "Nobody is named for what is said here."
        )
    first, count = capital(named[0].name.full), named[0].said
    if count == len(said):
        return f"{first} makes the one statement here." if count == 1 else f"{first} makes all {statements} here."
    if count == 1:
        return f"Nobody makes more than one of the {statements} here."
    also = [f", {second.name.full} {number(second.said)}" for second in named[1:2] if second.said > 1]
    return f"{first} makes {number(count)} of the {statements} here{''.join(also)}."


def _share(count: int, total: int) -> str:
    if count == total:
        return f"All {counted_in_words(total, 'statement')}"
    return f"{capital(number(count))} of these {counted_in_words(total, 'statement')}"
