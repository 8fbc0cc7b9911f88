"""Two attributions side by side do not share words: those are whose they are likelier to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.found import trimmed
from sayso.attribution.trained.decoding import ENDS, Drawn
from sayso.model import Span
from sayso.places import Places

Piece = tuple[Span, float, int]


def shared_out(text: str, found: Sequence[Drawn]) -> list[Drawn]:
    """The attributions, every word of content left to one of those that stand side by side.

    An attribution whose cue lies inside another's content is a report within a report: both keep their words.
    """
    pieces = [
        (span, share, number)
        for number, one in enumerate(found)
        for span, share in zip(one.content, one.shares, strict=True)
    ]
    placed = Places(pieces, lambda piece: piece[0])
    left = (_left_to(text, number, found, placed) for number in range(len(found)))
    return [one for one in left if one is not None]


def _left_to(text: str, number: int, found: Sequence[Drawn], pieces: Places[Piece]) -> Drawn | None:
    """The attribution without what is likelier somebody else's; None where that is all."""
    one = found[number]
    kept: list[tuple[Span, float]] = []
    for own, share in zip(one.content, one.shares, strict=True):
        lost = [
            span
            for span, their_share, other in pieces.touching(own)
            if other != number and (their_share, -other) > (share, -number) and not _nest(one, found[other])
        ]
        kept.extend((span, share) for span in (_without(text, own, lost) if lost else [own]))
    if not kept:
        return None
    return replace(one, content=tuple(span for span, _ in kept), shares=tuple(share for _, share in kept))


def _nest(one: Drawn, other: Drawn) -> bool:
    return any(span.touches(one.cue[0]) for span in other.content) or any(
        span.touches(other.cue[0]) for span in one.content
    )


def _without(text: str, span: Span, lost: Sequence[Span]) -> list[Span]:
    """What is left of the span, word by word as it was."""
    left = [span]
    for gone in lost:
        left = [piece for one in left for piece in _cut(one, gone)]
    trimmed_left = (trimmed(text, piece, ENDS) for piece in left)
    return [piece for piece in trimmed_left if piece is not None and any(c.isalnum() for c in piece.of(text))]


def _cut(span: Span, gone: Span) -> list[Span]:
    if not span.touches(gone):
        return [span]
    before, after = (span.start, gone.start), (gone.end, span.end)
    return [Span(start, end) for start, end in (before, after) if start < end]
