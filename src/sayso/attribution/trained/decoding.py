"""What the network says of one cue → the places of its source, cue and content, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.found import trimmed
from sayso.attribution.trained.encoding import BREAKS, QUOTED, Encoded, Ints
from sayso.attribution.trained.network import Floats, Linked
from sayso.model import Span, Spans

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
# What it costs, in log-probability, to change the role from one token to the next: pieces are few and long.
CHANGE = 0.5
# No content begins or ends with these.
ENDS = ",;:"
# What a short form leaves over ("he’d") is no cue.
APOSTROPHES = "’'"
_STRAY = re.compile(r"[.!?][”\"](?=\s+[A-Z])[^.!?”\"]*\Z")
_JOINING = re.compile(r"(?:And|But|Or|Yet)\s+(?=\S)")
# How much the token's role for any cue counts beside its role for this one.
ANY_ROLE = 0.15
# A piece of content less likely than this to be the cue's is left out beside a surer one.
PIECE = 0.55


@dataclass(frozen=True, slots=True)
class Drawn:
    """One attribution as places, and what speaks for it (`evidence`, in the order of `EVIDENCE`).

    `shares` are the mean probabilities of the content's spans to be this cue's content; `inner` is the probability that
    its cue is itself part of what somebody said.
    """

    source: Spans
    cue: Spans
    content: Spans
    evidence: NDArray[np.float64]
    shares: tuple[float, ...]
    inner: float


EVIDENCE = (
    "cue",  # log-odds that a cue begins there
    "content",  # expected share of the content's tokens that are right
    "source",  # probability of the surest source token; of no source at all, where none is drawn
    "named",  # a source is drawn
    "long",  # logarithm of the number of content tokens
    "quoted",  # share of content tokens inside quotation marks
)


def draw(text: str, encoded: Encoded, linked: Sequence[Linked]) -> list[Drawn]:
    """The attributions of one window's cues; a cue without content is none."""
    if not linked:
        return []
    scores = np.stack([one.roles + ANY_ROLE * one.tags for one in linked])
    paths = best_paths(scores, np.array([one.cue - one.first for one in linked]))
    found = (_drawn(text, encoded, one, _tidied(encoded, one, path)) for one, path in zip(linked, paths, strict=True))
    return [one for one in found if one is not None]


def _drawn(text: str, encoded: Encoded, linked: Linked, path: Ints) -> Drawn | None:
    content = _places(text, encoded, linked.first, path == CONTENT, ENDS)
    cue = _places(text, encoded, linked.first, _run(path == CUE, linked.cue - linked.first))
    if not content or not cue or all(span.of(text) in APOSTROPHES for span in cue):
        return None
    named = _places(text, encoded, linked.first, _surest_run(path == SOURCE, linked.roles[:, SOURCE]))
    source = tuple(_without_joining(text, span) for span in named)
    inner = float(np.exp(linked.tags[linked.cue - linked.first, CONTENT]))
    content, shares = _sure_pieces(content, [_share(encoded, linked, span) for span in content])
    return Drawn(source, cue, content, _evidence(encoded, linked, path), shares, inner)


def _without_joining(text: str, span: Span) -> Span:
    """ "And the mayor said": the mayor."""
    joining = _JOINING.match(text, span.start, span.end)
    return Span(joining.end(), span.end) if joining else span


def _sure_pieces(content: Spans, shares: Sequence[float]) -> tuple[Spans, tuple[float, ...]]:
    least = min(PIECE, max(shares))
    sure = [(span, share) for span, share in zip(content, shares, strict=True) if share >= least]
    return tuple(span for span, _ in sure), tuple(share for _, share in sure)


def _share(encoded: Encoded, linked: Linked, span: Span) -> float:
    first, last = np.searchsorted(encoded.offsets[:, 0], (span.start, span.end)) - linked.first
    return float(np.exp(linked.roles[first:last, CONTENT]).mean())


def _tidied(encoded: Encoded, linked: Linked, path: Ints) -> Ints:
    """No word is cut, and content stays in its cue's paragraph, or in the nearest one that has any."""
    tokens = np.arange(linked.first, linked.first + len(path))
    first = np.maximum(encoded.words[tokens] - linked.first, 0)
    path = path[first]
    path[first == first[linked.cue - linked.first]] = CUE
    paragraph = np.searchsorted(encoded.breaks, tokens)
    away = np.abs(paragraph - paragraph[linked.cue - linked.first])
    content = path == CONTENT
    if content.any():
        path[content & (away > away[content].min())] = OUTSIDE
    return path


def best_paths(scores: Floats, cues: Ints) -> Ints:
    """The likeliest role of every token for every cue, by Viterbi's algorithm.

    `scores` have the shape (cues, tokens, 4); to change the role costs `CHANGE`, and a cue is its own cue.
    """
    each, length = np.arange(len(scores)), scores.shape[1]
    scores = scores.copy()
    scores[each, cues] = np.where(np.arange(4) == CUE, scores[each, cues], -1e4)
    back = np.zeros(scores.shape, dtype=np.int64)
    cost = CHANGE * (1 - np.eye(4, dtype=np.float32))
    total = scores[:, 0]
    for at in range(1, length):
        ways = total[:, :, None] - cost
        back[:, at] = ways.argmax(1)
        total = ways.max(1) + scores[:, at]
    paths = np.zeros(scores.shape[:2], dtype=np.int64)
    paths[:, -1] = total.argmax(1)
    for at in range(length - 1, 0, -1):
        paths[:, at - 1] = back[each, at, paths[:, at]]
    return paths


def _run(chosen: NDArray[np.bool_], at: int) -> NDArray[np.bool_]:
    """Only the unbroken run of chosen tokens around one of them."""
    first = last = at
    while first > 0 and chosen[first - 1]:
        first -= 1
    while last + 1 < len(chosen) and chosen[last + 1]:
        last += 1
    only = np.zeros_like(chosen)
    only[first : last + 1] = True
    return only


def _surest_run(chosen: NDArray[np.bool_], logs: Floats) -> NDArray[np.bool_]:
    return _run(chosen, int(np.where(chosen, logs, -np.inf).argmax())) if chosen.any() else chosen


def _places(text: str, encoded: Encoded, first: int, chosen: NDArray[np.bool_], ends: str = "") -> Spans:
    """Runs of chosen tokens as spans of the text, without `ends` at theirs; a paragraph's end ends a span."""
    chosen = chosen & (encoded.kinds[first : first + len(chosen)] != BREAKS)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(np.int8)))
    spans = (
        Span(int(encoded.offsets[first + start, 0]), int(encoded.offsets[first + end - 1, 1]))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    )
    kept = (trimmed(text, span, ends) for span in spans)
    return tuple(_to_its_end(text, span) for span in kept if span is not None)


def _to_its_end(text: str, span: Span) -> Span:
    """Without the beginning of the next sentence, behind a quotation that ended one."""
    stray = _STRAY.search(text, span.start, span.end)
    whole = text[span.end : span.end + 1] in (".", "!", "?")
    return Span(span.start, stray.start() + 2) if stray and not whole else span


def _evidence(encoded: Encoded, linked: Linked, path: Ints) -> NDArray[np.float64]:
    shares = np.exp(linked.roles)
    content, source = path == CONTENT, path == SOURCE
    kept = shares[content, CONTENT].sum()
    best_source = shares[:, SOURCE].max() if not source.any() else shares[source, SOURCE].max()
    likely = min(max(linked.likely, 1e-4), 1 - 1e-4)
    quoted = encoded.kinds[linked.first : linked.first + len(path)][content]
    return np.array(
        [
            np.log(likely / (1 - likely)),
            kept / (content.sum() + shares[~content, CONTENT].sum()),
            best_source if source.any() else 1 - best_source,
            float(source.any()),
            np.log(content.sum()),
            np.mean((quoted >= QUOTED) & (quoted < BREAKS)),
        ]
    )
