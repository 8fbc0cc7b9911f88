"""First look: the words to the left of a word of saying, one by one, whatever the parse made of them."""

from __future__ import annotations

from sayso.attribution.clauses import over_clause
from sayso.attribution.governors import over_bare, over_infinitive, over_participle
from sayso.attribution.groups import Group, group_of
from sayso.attribution.operators import Ops
from sayso.attribution.scene import Scene

# So many words of saying and doing above one another.
STEPS = 6


def look(scene: Scene, start: int) -> Ops:
    """What the words to the left make of the saying at `start`."""
    ops: Ops = {}
    at, steps = start, 0
    while steps < STEPS:
        group = group_of(scene, at, governs=at != start)
        ops |= group.ops
        above = _above(scene, at, group, ops)
        if above is None or above >= at:
            break
        at, steps = above, steps + 1
    return ops


def _above(scene: Scene, at: int, group: Group, ops: Ops) -> int | None:
    """The word that governs this one; what it does is added to `ops`."""
    j = group.first - 1
    if j < 0 or scene.says(j):
        return None
    if group.link == "to":
        return over_infinitive(scene, at, j, ops, perfect="have" in group.helpers)
    if group.link == "ing":
        return over_participle(scene, j, ops)
    if group.link == "bare" and (found := over_bare(scene, at, j, ops)) is not None:
        return found
    return over_clause(scene, at, j, ops)
