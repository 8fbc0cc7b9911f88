"""The verdict on a claim, where there can be one.

"She said that the dam was safe" may be a fair account of words that share none with it: no comparison of characters
can tell, so a claim is never absent, and one in other words gets no verdict at all. Three can be given: its very words
stand in the record; they stand there as somebody else's; or the record has the same sentence with another number, name,
negation, modal verb or quantifier.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.check.asked import Asked
from sayso.check.checked import Checked, Retold
from sayso.check.clauses import looks_whole
from sayso.check.evidence import Evidence, Place
from sayso.check.gist import gist
from sayso.check.quoting import doubt_of, may_be_owner, prints_it_so, whose, with_place
from sayso.model import Verdict
from sayso.pins import pin

_TOO_MANY_TO_BE_CHANCE = 3


def of_claim(asked: Asked, evidence: Evidence) -> Checked | Retold:
    """How a claim stands, or the sentence of the record that is nearest to it."""
    if not looks_whole(asked.compared):
        return Retold(asked.words, asked.span, speaker_printed=asked.speaker)
    passages = evidence.passages(asked.compared)
    near = evidence.retold(asked.compared, passages)
    standing = evidence.faithful(asked.compared, passages)
    if standing:
        return _standing(asked, standing, near, evidence)
    return _altered(asked, near, evidence) or _retold(asked, near, evidence)


def _standing(asked: Asked, places: list[Place], near: list[Place], evidence: Evidence) -> Checked | Retold:
    """The clause's very words stand."""
    owned = [place for place in places if may_be_owner(asked, place)]
    others = [place for place in places if place.owner is not None]
    if not owned and others:
        if len(gist(asked.compared).tokens) < _TOO_MANY_TO_BE_CHANCE:
            return _retold(asked, others, evidence)
        return with_place(asked, Verdict.OTHER_SPEAKER, others[0], evidence)
    best = min(owned or places, key=lambda place: place.not_said)
    if not any(place.is_primary for place in places):
        altered = _altered(asked, [place for place in near if place.is_primary], evidence, prints_it_so(best))
        if altered is not None:
            return altered
    return with_place(asked, best.found.verdict, best, evidence, doubt_of(asked, best))


def _altered(asked: Asked, near: list[Place], evidence: Evidence, note: str | None = None) -> Checked | None:
    """Is it clearly a sentence of the record with a change of substance, and is there none without one?"""
    same = [place for place in near if place.is_clear and _may_be_meant(asked, place)]
    for group in ([place for place in same if place.is_primary], same):
        if any(not place.found.differences for place in group):
            return None
        if group:
            return with_place(asked, Verdict.ALTERED, _nearest(group), evidence, note)
    return None


def _may_be_meant(asked: Asked, place: Place) -> bool:
    """Could the claim be about these words: its speaker's own, or a pronoun's, or nobody's by name?"""
    if asked.speaker is None:
        return asked.may_be_anyone or place.owner is None
    return place.owner is None or may_be_owner(asked, place)


def _nearest(places: Iterable[Place]) -> Place:
    """The first of those that are nearest; they come nearest first, and fewer differences are nearer."""
    return min(places, key=lambda place: len(place.found.differences))


def _retold(asked: Asked, near: list[Place], evidence: Evidence) -> Retold:
    best = next((place for place in near if may_be_owner(asked, place)), near[0] if near else None)
    if best is None:
        return Retold(asked.words, asked.span, speaker_printed=asked.speaker)
    nearest = pin(evidence.document(best.document.id), best.found.span)
    recorded = next(filter(None, [best.owner, *best.speakers]), None)
    is_others = best.is_clear and best.owner is not None and not may_be_owner(asked, best)
    note = whose(asked, best) if is_others else None
    return Retold(asked.words, asked.span, nearest, asked.speaker, recorded, note)
