"""What the network draws, put right at the quotation marks by rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.attribution.found import Found
from sayso.attribution.rules import completed
from sayso.attribution.trained import calibration, network
from sayso.attribution.trained.ages import past_age
from sayso.attribution.trained.coordinated import side_by_side
from sayso.attribution.trained.decoding import Drawn, draw
from sayso.attribution.trained.encoding import encode, windows
from sayso.attribution.trained.openings import without_opening
from sayso.attribution.trained.sharing import shared_out
from sayso.language.words import words
from sayso.model import Span
from sayso.places import Places

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis

# A cue that is likelier than this to be part of what somebody said reports inside their words.
INNER = 0.5
# Nobody marked reports within reports in PolNeAR, so there is nothing to tune this on: likelier than not.
INNER_AT_LEAST = 0.5
# Whoever is quoted, and whoever is listening.
ASIDES = frozenset({"i", "we", "you"})
# Confidence has two places: an inner statement comes after the outer one.
JUST_BELOW = 0.01


def extract(analysis: Analysis, folder: Path, name: str) -> list[Found]:
    """Every attribution of the document in the order of the text, by the weights in `folder`."""
    sure = calibration.load(folder)
    places = tuple(paragraph.span for paragraph in analysis.paragraphs)
    everything = attributions(analysis.text, network.load(folder), places)
    drawn = [one for one in everything if sure(one.evidence) >= _least(one, sure)]
    found = [(one, _found(one, sure(one.evidence), name)) for one in shared_out(analysis.text, drawn)]
    whole = [past_age(analysis, without_opening(analysis, one)) for one in _nested(found)]
    kept = side_by_side(analysis, whole)
    around = _Around(kept)
    return completed(analysis, [one for one in kept if not _is_aside(one, around.of(one), analysis)])


def _least(one: Drawn, sure: calibration.Calibration) -> float:
    return INNER_AT_LEAST if one.inner > INNER else sure.keep


def _found(one: Drawn, confidence: float, name: str) -> Found:
    reasons = () if one.source else ("nobody is named",)
    return Found(one.content, cue=one.cue, source=one.source, confidence=confidence, found_by=name, reasons=reasons)


def _nested(found: Sequence[tuple[Drawn, Found]]) -> list[Found]:
    """What stands inside somebody's words is no surer than that they are somebody's words."""
    around = _Around([each for _, each in found])
    return [_capped(each, around.of(each)) if one.inner > INNER else each for one, each in found]


def _capped(inner: Found, outer: Sequence[Found]) -> Found:
    most = max((one.confidence - JUST_BELOW for one in outer), default=1.0)
    return replace(inner, confidence=min(inner.confidence, most))


class _Around:
    """The attributions whose content holds another one's cue."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._contents = Places([(span, one) for one in found for span in one.content], lambda placed: placed[0])

    def of(self, inner: Found) -> list[Found]:
        cue = inner.cue[0]
        return [one for span, one in self._contents.touching(cue) if one is not inner and span.covers(cue)]


def _is_aside(found: Found, around: Sequence[Found], analysis: Analysis) -> bool:
    """Inside somebody's words "I think" and "as you know" are their own; "I told him" reports another time."""
    if not (around and found.source) or found.source[0].of(analysis.text).lower() not in ASIDES:
        return False
    head = analysis.head(found.cue[0])
    return head is None or head[1].tag_ != "VBD" or head[1].lemma_.lower() not in words("speech")


def attributions(text: str, net: network.Network, places: tuple[Span, ...] | None = None) -> list[Drawn]:
    """What the network draws in a text, one attribution a cue, in the order of the windows."""
    encoded = encode(text, net.tokenizer, places)
    of_windows = (draw(text, encoded, net.read(encoded, window)) for window in windows(encoded))
    return one_a_cue(one for found in of_windows for one in found)


def one_a_cue(found: Iterable[Drawn]) -> list[Drawn]:
    """Of attributions whose cues overlap, the one whose cue is surest to begin where it does."""
    kept: list[Drawn] = []
    for one in sorted(found, key=lambda each: each.cue[0].start):
        if kept and kept[-1].cue[0].touches(one.cue[0]):
            kept[-1] = max(kept[-1], one, key=lambda each: each.evidence[0])
        else:
            kept.append(one)
    return kept
