"""Act, reality, hedges and basis of an attribution, by the words around its places.

The same for every extractor: it needs nothing but where the source, the cue and the content stand.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.attribution.acts import act_of
from sayso.attribution.basis import basis_of
from sayso.attribution.found import Found
from sayso.attribution.hedging import hedges_of
from sayso.attribution.reality import reality_of
from sayso.attribution.scene import scene_of
from sayso.language.analysis import Analysis


def assessed(found: Found, analysis: Analysis) -> Found:
    """The attribution with its act, reality, hedges and basis. Never raises on any text and any places in it."""
    scene = scene_of(found, analysis)
    if scene is None:
        return found
    return replace(
        found,
        act=act_of(scene),
        reality=reality_of(scene),
        hedges=hedges_of(scene),
        basis=basis_of(scene),
    )
