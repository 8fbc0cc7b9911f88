"""The graph of a claim in its two readings: low (all that may be one is one) and high (all unnamed stand apart)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.trace.hands import Hands
from sayso.trace.parts import Origin, Reliance, Report, Side, Stance
from sayso.trace.sentences import stems

Classes = Sequence[Sequence[str]]
Namer = Callable[[Report, Reliance], str]
_HEADS = stems(
    "source sources insider insiders people person official officials familiar matter knowledge close situation told"
    " unnamed anonymous several multiple two three four five six briefed one many some"
    " another member members senior top"
)
_INSIDE = re.compile(
    r"\b(?:familiar with|with knowledge of|briefed on|close to) (?:the|its|his|her) (?:\w+ )?(?:matter"
    r"|situation|plans?|deal|company"
    r"|talks|decision|thinking)"
)


@dataclass(frozen=True, slots=True)
class Graphs:
    """`known` keeps named and unnamed origins apart (it gives ρ); `low` and `high` give the interval."""

    known: Hands
    low: Hands
    high: Hands
    merged: tuple[tuple[str, ...], ...] = ()


def graphs(reports: Sequence[Report], classes: Classes = ()) -> Graphs:
    """The readings of what the reports rely on; who denies the claim stands outside of both."""
    bearing = [one for one in reports if one.stance in (Stance.ASSERTS, Stance.REPORTS) or _for(one)]
    anonymous = _together(bearing)
    joined = {name: group[0] for group in anonymous for name in group}
    named = {one.origin for one in _all_for(bearing) if one.kind in (Origin.PERSON, Origin.DOCUMENT)}
    fitting = _fitting(joined, bearing, named)
    return Graphs(
        known=_hands(bearing, classes, lambda _, one: joined.get(one.origin, one.origin), stated=False),
        low=_hands(bearing, classes, lambda _, one: _or(fitting, joined.get(one.origin, one.origin)), stated=False),
        high=_hands(bearing, classes, _apart, stated=True),
        merged=tuple(group for group in anonymous if len(group) > 1),
    )


def _or(fitting: dict[str, str], name: str) -> str:
    return fitting.get(name, name)


def _for(report: Report) -> bool:
    return any(one.side is Side.FOR for one in report.relies_on)


def _all_for(reports: Sequence[Report]) -> Iterator[Reliance]:
    for report in reports:
        yield from (one for one in report.relies_on if one.side is Side.FOR)


@dataclass(frozen=True, slots=True)
class _Described:
    """An unnamed source: whose it is, what is said of it, and whether it is one who told others."""

    name: str
    owner: str
    said: frozenset[str]
    told_others: bool


def _together(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    """Descriptions that may mean one and the same: of one outlet's source, or with a word in common."""
    groups: list[list[_Described]] = []
    for one in _described(reports):
        group = next((group for group in groups if any(_may_be_one(one, other) for other in group)), None)
        groups.append([one]) if group is None else group.append(one)
    return [tuple(sorted(one.name for one in group)) for group in groups]


def _described(reports: Sequence[Report]) -> list[_Described]:
    """Those who told others first, so that who shares a description with them is one of them."""
    every = list(_all_for(reports))
    owners = {one.origin for one in every if one.kind in (Origin.OUTLET, Origin.WIRE)}
    second = {one.origin for one in every if one.told_others}
    names = {one.origin for one in every if one.kind is Origin.ANONYMOUS}
    return [
        _describe(name, owners, name in second) for name in sorted(names, key=lambda name: (name not in second, name))
    ]


def _describe(name: str, owners: set[str], told_others: bool) -> _Described:
    owner = next((one for one in sorted(owners) if name.startswith(f"{one}'s ")), "")
    what = name.removeprefix(f"{owner}'s ") if owner else name
    return _Described(name, owner, frozenset(stems(what) - _HEADS), told_others)


def _may_be_one(one: _Described, other: _Described) -> bool:
    """An outlet's own source is not the one whom it heard of, however alike they are described."""
    if one.told_others != other.told_others:
        first = other if one.told_others else one
        return not first.owner and bool(one.said & other.said)
    if one.owner and one.owner == other.owner:
        return True
    return bool(one.said & other.said) or not (one.said and other.said)


def _fitting(joined: dict[str, str], reports: Sequence[Report], named: set[str]) -> dict[str, str]:
    """An unnamed source with inside knowledge may be the named origin itself."""
    if not named:
        return {}
    first = sorted(named)[0]
    return {to: first for name, to in joined.items() if _INSIDE.search(name)}


def _apart(report: Report, one: Reliance) -> str:
    """In the high reading an unnamed origin is one only for those who have it through the same hand."""
    if one.kind is Origin.ANONYMOUS or one.shows_nobody:
        return f"{one.origin} ({one.through or report.document})"
    return one.origin


def _hands(reports: Sequence[Report], classes: Classes, namer: Namer, *, stated: bool) -> Hands:
    one_text = {source: group[0] for group in classes for source in group}
    edges: set[tuple[str, str]] = set()
    silent: set[str] = set()
    nodes: set[str] = set()
    for report in reports:
        node = f"report {one_text.get(report.document, report.document)}"
        nodes.add(node)
        if report.outlet:
            edges.add((report.outlet, node))
        edges |= _edges(report, node, namer, stated=stated)
        silent |= _silent(report, node, namer, stated=stated)
    return Hands(frozenset(nodes), frozenset(edges), frozenset(silent))


def _edges(report: Report, node: str, namer: Namer, *, stated: bool) -> set[tuple[str, str]]:
    relies = [one for one in report.relies_on if one.side is Side.FOR and not (stated and one.inferred)]
    by_name = {one.origin: namer(report, one) for one in relies}
    edges = set()
    for one in relies:
        here = by_name[one.origin]
        above = by_name.get(one.through, one.through) if one.through else node
        edges.add((above, here))
        if one.through and one.through not in by_name:
            edges.add((node, above))
    return {(one, other) for one, other in edges if one != other}


def _silent(report: Report, node: str, namer: Namer, *, stated: bool) -> set[str]:
    quiet = {node} if report.unattributed else set()
    if stated:
        return quiet
    return quiet | {namer(report, one) for one in report.relies_on if one.shows_nobody}
