"""The trained reader as an extractor: what the network draws, put right at the quotation marks by rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.attribution.found import Found
from sayso.attribution.rules import completed
from sayso.attribution.trained import calibration, network
from sayso.attribution.trained.decoding import Drawn, drawn
from sayso.attribution.trained.encoding import encode, windows

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Trained:
    """Finds attributions with the network whose files lie in `folder`."""

    folder: Path
    name: str = "trained reader"

    def extract(self, analysis: Analysis) -> list[Found]:
        """Every attribution of the document in the order of the text."""
        sure = calibration.load(self.folder)
        found = (self._found(one, sure(one.evidence)) for one in attributions(analysis.text, network.load(self.folder)))
        return completed(analysis, [one for one in found if one.confidence >= sure.keep])

    def _found(self, one: Drawn, confidence: float) -> Found:
        return Found(
            one.content,
            cue=one.cue,
            source=one.source,
            confidence=confidence,
            found_by=self.name,
            reasons=() if one.source else ("nobody is named",),
        )


def attributions(text: str, net: network.Network) -> list[Drawn]:
    """What the network draws in a text, one attribution a cue, in the order of the windows."""
    encoded = encode(text, net.tokenizer)
    linked = (one for window in windows(encoded) for one in net.read(encoded, window))
    return _one_a_cue([one for each in linked if (one := drawn(text, encoded, each)) is not None])


def _one_a_cue(found: Iterable[Drawn]) -> list[Drawn]:
    """Of attributions whose cues overlap, the one whose cue is surest to begin where it does."""
    kept: list[Drawn] = []
    for one in sorted(found, key=lambda each: each.cue[0].start):
        if kept and kept[-1].cue[0].touches(one.cue[0]):
            kept[-1] = max(kept[-1], one, key=lambda each: each.evidence[0])
        else:
            kept.append(one)
    return kept
