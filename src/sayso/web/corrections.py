"""What a person means by words selected in the text, as corrections of a statement."""

from __future__ import annotations

import re

from sayso.errors import InvalidJudgement, named
from sayso.language.words import sorted_into
from sayso.model import Reading, Span, Spans, Statement

Correction = tuple[str, str]
"""A field of a statement and its new value, as `Record.judge` takes them."""


def corrections(
    reading: Reading, statement: Statement, meaning: str, selected: Span, given: str = ""
) -> list[Correction]:
    """The corrections to make; raises InvalidJudgement with a sentence where there are none.

    `given` is the date or channel that the words mean, for those that do not tell it by themselves.
    """
    text = reading.document.text
    span = _trimmed(text, selected)
    if not len(span):
        raise InvalidJudgement("No words were selected.")
    match meaning:
        case "speaker":
            return [("speaker", name_at(reading, span)), ("source", _written((span,)))]
        case "addressee":
            return [("addressees", name_at(reading, span))]
        case "via":
            return [("via", name_at(reading, span))]
        case "when":
            return [("when", _date_at(reading, span, given))]
        case "channel":
            return [("channel", given or channel_in(span.of(text)))]
        case "source":
            return [("source", _written((span,)))]
        case "content":
            kept = [old for old in statement.content if not old.touches(span)]
            return [("content", _written((*kept, span)))]
        case "cue":
            return [("cue", _written((span,)))]
        case "nothing":
            return _without(text, statement, span)
    raise InvalidJudgement(f"Words cannot be “{meaning}”.")


def name_at(reading: Reading, span: Span) -> str:
    """The name of the actor whose mention or title is selected, or else the selected words."""
    known = ((actor, place) for actor in reading.actors for place in (*actor.mentions, *(r.span for r in actor.roles)))
    at = [(actor, place) for actor, place in known if place.touches(span)]
    if not at:
        return " ".join(span.of(reading.document.text).split())
    return min(at, key=lambda one: abs(one[1].start - span.start) + abs(one[1].end - span.end))[0].name


def _date_at(reading: Reading, span: Span, given: str) -> str:
    """The date read at these words, with the place where it is printed."""
    if given:
        return f"{given} {_written((span,))}"
    known = [time for time in reading.times if time.edtf and time.span.touches(span)]
    if not known:
        words = named(span.of(reading.document.text))
        raise InvalidJudgement(f"No date was read in “{words}”. Type the date that they mean.")
    best = min(known, key=lambda time: abs(time.span.start - span.start) + abs(time.span.end - span.end))
    return f"{best.edtf} {_written((best.span,))}"


def channel_in(words: str) -> str:
    """The channel that the last of these words names.

    >>> channel_in("in a letter to the editor"), channel_in("in two interviews")
    ('letter', 'interview')
    """
    listed = sorted_into("channels")
    said = (word.removesuffix("s") if word not in listed else word for word in re.findall(r"[\w-]+", words.lower()))
    found = [listed[word] for word in said if word in listed]
    if not found:
        raise InvalidJudgement(f"“{named(words)}” names no channel that sayso knows. Say which it is.")
    return found[-1]


def _without(text: str, statement: Statement, span: Span) -> list[Correction]:
    found: list[Correction] = []
    for field in ("content", "cue", "source"):
        old: Spans = getattr(statement, field)
        left = tuple(part for piece in old for part in _cut(text, piece, span))
        if left != old:
            found.append((field, _written(left)))
    if not found:
        raise InvalidJudgement("These words were no part of the statement.")
    if ("content", "") in found:
        raise InvalidJudgement("Nothing of the statement would be left. Reject it instead.")
    return found


def _cut(text: str, piece: Span, span: Span) -> Spans:
    """What is left of a piece once the span is taken out."""
    if not piece.touches(span):
        return (piece,)
    before = Span(piece.start, max(piece.start, span.start))
    after = Span(min(piece.end, span.end), piece.end)
    return tuple(part for part in (_trimmed(text, before), _trimmed(text, after)) if len(part))


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _written(spans: Spans) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in sorted(spans))
