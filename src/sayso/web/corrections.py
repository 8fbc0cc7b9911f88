"""What a person means by words selected in the text, as corrections of a statement."""

from __future__ import annotations

from sayso.errors import InvalidJudgement
from sayso.model import Reading, Span, Spans, Statement

MEANINGS = ("speaker", "addressee", "content", "cue", "nothing")
"""What selected words can be: "nothing" says that they are no part of the statement."""

Correction = tuple[str, str]
"""A field of a statement and its new value, as `Record.judge` takes them."""


def corrections(reading: Reading, statement: Statement, meaning: str, selected: Span) -> list[Correction]:
    """The corrections to make; raises InvalidJudgement with a sentence where there are none."""
    text = reading.document.text
    span = _trimmed(text, selected)
    if not len(span):
        raise InvalidJudgement("No words were selected.")
    match meaning:
        case "speaker":
            return [("speaker", name_at(reading, span)), ("source", _written((span,)))]
        case "addressee":
            return [("addressees", name_at(reading, span))]
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
