"""Pieces of text that carry their attributions with them when they are cut, joined and put into an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from training.labelled import Attribution, Labelled, Span, Spans

SENTENCE_END = re.compile(r"[.?!]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9]|\s*$)")
# A full stop after these ends no sentence.
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Rev|Hon|St|Jr|Sr|vs|No|Inc|Co|Corp|Prof|Pres"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Ariz|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Neb"
    r"|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)|\b[A-Z]|\.[A-Za-z])\.$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text and the attributions that lie wholly in it, counted from its start."""

    text: str
    attributions: tuple[Attribution, ...] = ()

    def __add__(self, other: Piece | str) -> Piece:
        """This, and the other after it; words alone belong to nobody."""
        if isinstance(other, str):
            return Piece(self.text + other, self.attributions)
        moved = tuple(moved_by(attribution, len(self.text)) for attribution in other.attributions)
        return Piece(self.text + other.text, self.attributions + moved)

    def __radd__(self, before: str) -> Piece:
        """The words, and this after them."""
        return Piece(before) + self

    def cut(self, start: int, end: int) -> Piece:
        """A part, with the attributions that lie wholly in it."""
        inside = (one for one in self.attributions if start <= one.spans[0][0] and max(e for _, e in one.spans) <= end)
        return Piece(self.text[start:end], tuple(moved_by(one, -start) for one in inside))

    def made(self) -> Piece:
        """The same, every attribution in it marked as composed."""
        return Piece(self.text, tuple(replace(one, composed=True) for one in self.attributions))

    def also(self, attribution: Attribution) -> Piece:
        """The same with one attribution more, before the others."""
        return Piece(self.text, (attribution, *self.attributions))


def attributed(*parts: tuple[str, Piece | str]) -> Piece:
    """Words put together to one attribution, each part with its role in it: source, cue, content, or ""."""
    piece = Piece("")
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for role, part in parts:
        start = len(piece.text)
        piece = piece + part
        if role:
            spans[role].append((start, len(piece.text)))
    return piece.also(Attribution(tuple(spans["source"]), tuple(spans["cue"]), tuple(spans["content"])))


def moved_by(attribution: Attribution, count: int) -> Attribution:
    """The attribution where its text starts so many characters later."""

    def moved(spans: Spans) -> Spans:
        return tuple((start + count, end + count) for start, end in spans)

    source, cue, content = (moved(spans) for spans in (attribution.source, attribution.cue, attribution.content))
    return replace(attribution, source=source, cue=cue, content=content)


def sentences(text: str) -> list[Span]:
    """Where sentences stand, by a simple rule; none runs over the end of a line."""
    return [span for line in re.finditer(r"[^\n]+", text) for span in _in_line(text, *line.span())]


def _in_line(text: str, start: int, end: int) -> list[Span]:
    found = []
    for match in SENTENCE_END.finditer(text, start, end):
        if not ABBREVIATED.search(text[max(start, match.end() - 8) : match.end()]) or match.end() == end:
            found.append((start, match.end()))
            start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
    return [*found, (start, end)] if text[start:end].strip() else found


def free_sentences(text: Labelled) -> list[Span]:
    """The sentences that no attribution enters from outside."""
    return [span for span in sentences(text.text) if all(_apart(one, span) for one in text.attributions)]


def _apart(attribution: Attribution, sentence: Span) -> bool:
    """Does the attribution lie wholly in the sentence, or keep wholly out of it?"""
    within = [sentence[0] <= start and end <= sentence[1] for start, end in attribution.spans]
    outside = [end <= sentence[0] or sentence[1] <= start for start, end in attribution.spans]
    return all(within) or all(outside)


def put_into(text: Labelled, changed: Mapping[Span, Piece]) -> Labelled:
    """The article with other pieces where its (free) sentences were; everything else stays what it was."""
    places = sorted(changed)
    kept = [one for one in text.attributions if not any(_lies_in(one, place) for place in places)]
    piece, end = Piece(""), 0
    for start, stop in places:
        piece = piece + text.text[end:start] + changed[start, stop]
        end = stop
    piece = piece + text.text[end:]
    growths = [(stop, len(changed[start, stop].text) - (stop - start)) for start, stop in places]
    shifted = tuple(_shifted(one, growths) for one in kept)
    ordered = sorted((*shifted, *piece.attributions), key=lambda one: one.spans)
    return Labelled(text.id, piece.text, tuple(ordered))


def _lies_in(attribution: Attribution, sentence: Span) -> bool:
    return all(sentence[0] <= start and end <= sentence[1] for start, end in attribution.spans)


def _shifted(attribution: Attribution, growths: list[tuple[int, int]]) -> Attribution:
    """The attribution where the sentences before each of its spans have grown or shrunk."""

    def shifted(spans: Spans) -> Spans:
        moves = [sum(growth for stop, growth in growths if stop <= start) for start, _ in spans]
        return tuple((start + move, end + move) for (start, end), move in zip(spans, moves, strict=True))

    source, cue, content = (shifted(spans) for spans in (attribution.source, attribution.cue, attribution.content))
    return replace(attribution, source=source, cue=cue, content=content)
