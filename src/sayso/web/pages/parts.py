"""What a case of the review asks: which part of a statement is in doubt, in plain English, and what it may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from sayso.export.phrases import capital, date, joined
from sayso.model import Act, Actor, ActorKind, Channel, Reading, Reality, Statement, TimeExpression, TimeType
from sayso.record import SaidLine

CHOICES = 5
"""Likely answers that are offered beside sayso's own reading."""


class Part(StrEnum):
    """The parts of a statement that a case can be about, as `Record.judge` calls them."""

    SPEAKER = "speaker"
    ADDRESSEES = "addressees"
    WHEN = "when"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose with a key; the first is sayso's reading. `value` is what a correction sets."""

    key: str
    label: str
    value: str
    is_reading: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """Another part that may be asked about instead, and the key that does."""

    part: Part
    key: str
    label: str
    here: bool


_WAYS = {
    Part.SPEAKER: ("s", "Who says it"),
    Part.ADDRESSEES: ("t", "To whom"),
    Part.WHEN: ("w", "When"),
    Part.CHANNEL: ("h", "How"),
}
TYPED = {
    Part.SPEAKER: "Someone else: type their name",
    Part.ADDRESSEES: "Someone else: type their names, with ; between",
    Part.WHEN: "Another date: 2025-10-14, 2025-10, 2025",
    Part.CHANNEL: "Another channel: type it",
}
"""What the box for any other answer says."""

_DOUBTS = {
    Part.ADDRESSEES: re.compile(r"\b(to whom|addressees?|spoken to|whom it was said to)\b"),
    Part.WHEN: re.compile(r"\b(when|date|year|month|day)\b"),
    Part.CHANNEL: re.compile(r"\b(channel|which (call|meeting|interview|post|letter))\b"),
}


def ways(asked: Part) -> tuple[Way, ...]:
    """All parts, the one asked about marked."""
    return tuple(Way(part, key, label, part is asked) for part, (key, label) in _WAYS.items())


def part_in_doubt(statement: Statement, text: str) -> Part:
    """What to ask: what the reasons speak of, else what the words demand and nobody found, else who speaks.

    A statement without a time, an addressee or a channel is nothing strange, and is not asked about for that.
    """
    # What a reason quotes is the text's: a “day” in it says nothing of what is in doubt.
    reasons = [re.sub("“[^”]*”", "", reason) for reason in statement.reasons]
    for part, pattern in _DOUBTS.items():
        if any(pattern.search(reason) for reason in reasons):
            return part
    if statement.speaker is None:
        return Part.SPEAKER
    if not statement.addressees and _is_told(statement, text):
        return Part.ADDRESSEES
    if statement.when and re.search(r"X|[~%?]$", statement.when.edtf):
        return Part.WHEN
    return Part.SPEAKER


def _is_told(statement: Statement, text: str) -> bool:
    """Is the cue one that has somebody told something?"""
    said = {word for span in statement.cue for word in re.findall(r"\w+", span.of(text).lower())}
    return bool(said & _TELLING)


_TELLING = frozenset(
    {"tells", "told", "telling", "informs", "informed", "informing", "reminds", "reminded", "reminding"}
    | {"assures", "assured", "assuring", "reassures", "reassured", "reassuring"}
    | {"notifies", "notified", "notifying"}
)
"""Nobody tells, informs or reminds without telling, informing or reminding somebody; to ask one needs nobody."""


def question(part: Part, statement: Statement, speaker: str | None) -> str:
    """The part as a person would ask for it."""
    if part is Part.SPEAKER:
        return _who(statement)
    asked = {Part.ADDRESSEES: "To whom", Part.WHEN: "When", Part.CHANNEL: "Through which channel"}[part]
    if statement.reality is not Reality.SAID:
        return f"{asked} would it be said?"
    return f"{asked} did {speaker} say it?" if speaker else f"{asked} was it said?"


def _who(statement: Statement) -> str:
    if statement.reality is not Reality.SAID:
        return "Whose words would these be?"
    verb = {Act.ASSERTS: "says", Act.OTHER: "says"}.get(statement.act, statement.act.value)
    return f"Who {verb} this?"


def choices(part: Part, reading: Reading, statement: Statement, line: SaidLine) -> tuple[Choice, ...]:
    """sayso's reading, the likely others, and last that it is not told."""
    now = _now(part, statement, line)
    untold = _UNTOLD[part]
    others = (one for one in _others(part, reading, statement, line) if one[1] not in (now[1], untold[1]))
    listed = list(islice(dict.fromkeys(others), CHOICES))
    if now[1] != untold[1]:
        listed.append(untold)
    numbered = (Choice(str(key), capital(label), value) for key, (label, value) in enumerate(listed, start=2))
    return (Choice("1", capital(now[0]), now[1], is_reading=True), *numbered)


_UNTOLD = {
    Part.SPEAKER: ("nobody who is named", ""),
    Part.ADDRESSEES: ("the text does not say", ""),
    Part.WHEN: ("the text does not say", ""),
    Part.CHANNEL: ("the text does not say", Channel.UNSPECIFIED.value),
}

Answer_ = tuple[str, str]
"""How an answer is printed, and what a correction sets."""


def _now(part: Part, statement: Statement, line: SaidLine) -> Answer_:
    if part is Part.SPEAKER and line.speaker:
        return line.speaker, line.speaker
    if part is Part.ADDRESSEES and line.addressees:
        return joined(line.addressees), "; ".join(line.addressees)
    if part is Part.WHEN and statement.when:
        printed = f", printed “{line.when_words}”" if line.when_words else ""
        return date(statement.when.edtf) + printed, statement.when.edtf
    if part is Part.CHANNEL and statement.channel is not Channel.UNSPECIFIED:
        return statement.channel.value, statement.channel.value
    return _UNTOLD[part]


def _others(part: Part, reading: Reading, statement: Statement, line: SaidLine) -> Iterator[Answer_]:
    if part is Part.WHEN:
        return _dates(reading, statement)
    if part is Part.CHANNEL:
        return _channels(reading)
    return ((name, name) for name in _names(reading, statement, line))


def _names(reading: Reading, statement: Statement, line: SaidLine) -> Iterator[str]:
    """Whoever is mentioned nearest, but those that the statement has already."""
    known = {statement.speaker, *statement.addressees}
    others = [actor for actor in reading.actors if actor.id not in known and actor.mentions]
    nearest = sorted(others, key=lambda actor: _distance(actor, statement))
    return (actor.name for actor in nearest if actor.name not in (line.speaker, *line.addressees))


def _distance(actor: Actor, statement: Statement) -> int:
    """Characters between the statement and the nearest mention of somebody who may have made it, or heard it.

    A mention that comes after counts double; one within the words said, or of what is no person, is less likely still.
    """
    start, end = statement.content[0].start, statement.content[-1].end
    nearest = min(
        start - m.end if m.end <= start else 2 * (m.start - end) if m.start >= end else _UNLIKELY
        for m in actor.mentions
    )
    return nearest + (0 if actor.kind in _VOICES else _UNLIKELY)


_UNLIKELY = 300
_VOICES = frozenset({ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.GROUP})


def _dates(reading: Reading, statement: Statement) -> Iterator[Answer_]:
    """Dates printed nearby, the nearest first, and the day of printing."""
    text = reading.document.text
    days = [time for time in reading.times if time.edtf and time.type in (TimeType.DATE, TimeType.TIME)]
    taken = statement.when.edtf if statement.when else None
    for time in sorted(days, key=lambda one: _off(one, statement)):
        if time.edtf != taken:
            yield f"{date(time.edtf)}, printed “{time.span.of(text)}”", f"{time.edtf} {time.span.start}-{time.span.end}"
    if published := (reading.document.published or "")[:10]:
        yield f"{date(published)}, the day it was printed", published


def _off(time: TimeExpression, statement: Statement) -> int:
    start, end = statement.content[0].start, statement.content[-1].end
    return max(start - time.span.end, time.span.start - end, 0)


def _channels(reading: Reading) -> Iterator[Answer_]:
    """Those of the same document, the most frequent first, then all others."""
    here = Counter(statement.channel for statement in reading.statements)
    listed = [channel for channel, _ in here.most_common()] + list(Channel)
    return ((channel.value, channel.value) for channel in dict.fromkeys(listed))
