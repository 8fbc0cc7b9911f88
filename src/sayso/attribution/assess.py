"""Act, reality, hedges and basis of an attribution, by the words around its places.

The same for every extractor: it needs nothing but where the source, the cue and the content stand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribution.acts import act_of
from sayso.attribution.basis import basis_of
from sayso.attribution.found import Found
from sayso.attribution.hedging import hedges_of
from sayso.attribution.reality import reality_of
from sayso.attribution.scene import Scene, scene_of
from sayso.language.analysis import Analysis
from sayso.language.words import words
from sayso.model import Act, Reality, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def assessed(found: Found, analysis: Analysis) -> Found:
    """The attribution with its act, reality, hedges and basis. Never raises on any text and any places in it."""
    scene = scene_of(found, analysis)
    if scene is None:
        return found
    return replace(
        found,
        act=act_of(scene),
        reality=_reality(found, scene, analysis),
        hedges=hedges_of(scene),
        basis=basis_of(scene),
    )


def _reality(found: Found, scene: Scene, analysis: Analysis) -> Reality:
    """Of "wanted" [to tell them that …] the words that were to be told count, whoever has the "to tell"."""
    own = reality_of(_narrowed(scene))
    told = _told_in_content(found, scene)
    if own is not Reality.SAID or told is None or not _leaves_open(scene):
        return own
    inner = scene_of(told, analysis)
    return own if inner is None else reality_of(inner)


def _leaves_open(scene: Scene) -> bool:
    """To promise or urge is to say something; to want is not, and "his promise never" turns on what follows."""
    return act_of(scene) is Act.BELIEVES or (bool(scene.cue) and scene.doc[scene.cue[-1]].lower_ in ("never", "not"))


def _told_in_content(found: Found, scene: Scene) -> Found | None:
    """The attribution with the "to tell" that opens its content made part of the cue; None where there is none."""
    if not scene.content or not found.cue:
        return None
    first, last = scene.content[0]
    opening = scene.doc[first : first + 2]
    if len(opening) < 2 or last <= first or opening[0].lower_ != "to" or not _says(opening[1]):
        return None
    verb, whole = scene.paragraph.span_of(opening), found.content[0]
    rest = (Span(verb.end, whole.end),) if verb.end < whole.end else ()
    content = (*rest, *found.content[1:])
    return replace(found, cue=(*found.cue, verb), content=content) if content else None


def _narrowed(scene: Scene) -> Scene:
    """ "[The report that Vento] had said": what governs the clause is no part of its speaker."""
    return replace(scene, source=tuple((_behind_that(scene, first, last), last) for first, last in scene.source))


def _behind_that(scene: Scene, first: int, last: int) -> int:
    led = (i + 1 for i in range(first + 1, last) if scene.doc[i].lower_ == "that" and scene.doc[i - 1].pos_ == "NOUN")
    return next(led, first)


def _says(token: Token) -> bool:
    return token.lemma_.lower() in words("speech") and token.tag_ == "VB"
