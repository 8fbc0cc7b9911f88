"""What the network draws, put right at the quotation marks by rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.attribution.found import Found
from sayso.attribution.rules import completed
from sayso.attribution.trained import calibration, network
from sayso.attribution.trained.decoding import Drawn, drawn
from sayso.attribution.trained.encoding import encode, windows
from sayso.places import Places

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis

# A cue that is likelier than this to be part of what somebody said reports inside their words.
INNER = 0.5
# Confidence has two places: an inner statement comes after the outer one.
JUST_BELOW = 0.01


def extract(analysis: Analysis, folder: Path, name: str) -> list[Found]:
    """Every attribution of the document in the order of the text, by the weights in `folder`."""
    sure = calibration.load(folder)
    found = [(one, _found(one, sure(one.evidence), name)) for one in attributions(analysis.text, network.load(folder))]
    return completed(analysis, _nested([(one, each) for one, each in found if each.confidence >= sure.keep]))


def _found(one: Drawn, confidence: float, name: str) -> Found:
    reasons = () if one.source else ("nobody is named",)
    return Found(one.content, cue=one.cue, source=one.source, confidence=confidence, found_by=name, reasons=reasons)


def _nested(found: Sequence[tuple[Drawn, Found]]) -> list[Found]:
    """What stands inside somebody's words is no surer than that they are somebody's words."""
    contents = Places([(span, i) for i, (_, one) in enumerate(found) for span in one.content], lambda placed: placed[0])
    kept: list[Found] = []
    for index, (one, each) in enumerate(found):
        around = [i for span, i in contents.touching(each.cue[0]) if i != index and span.covers(each.cue[0])]
        if one.inner <= INNER or not around:
            kept.append(each)
        else:
            outer = max(found[i][1].confidence for i in around)
            kept.append(replace(each, confidence=min(each.confidence, outer - JUST_BELOW)))
    return kept


def attributions(text: str, net: network.Network) -> list[Drawn]:
    """What the network draws in a text, one attribution a cue, in the order of the windows."""
    encoded = encode(text, net.tokenizer)
    of_windows = (drawn(text, encoded, net.read(encoded, window)) for window in windows(encoded))
    return _one_a_cue(one for found in of_windows for one in found)


def _one_a_cue(found: Iterable[Drawn]) -> list[Drawn]:
    """Of attributions whose cues overlap, the one whose cue is surest to begin where it does."""
    kept: list[Drawn] = []
    for one in sorted(found, key=lambda each: each.cue[0].start):
        if kept and kept[-1].cue[0].touches(one.cue[0]):
            kept[-1] = max(kept[-1], one, key=lambda each: each.evidence[0])
        else:
            kept.append(one)
    return kept
