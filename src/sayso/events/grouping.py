"""All accounts of a record → events: those that are certainly one are put together, and no account with two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.events.compare import Likeness, Sameness, compare
from sayso.events.days import reach
from sayso.events.telling import Telling

# More accounts than this under one key are compared only where they are close in time.
_CLOSE = 31


def grouped(tellings: Sequence[Telling]) -> list[tuple[Telling, ...]]:
    """Every account in one group; the order of what is given does not matter."""
    ordered = sorted(tellings, key=lambda told: (told.published or "9999", told.document, told.communication))
    links = _unambiguous(ordered, _links(ordered))
    groups: dict[int, list[int]] = {number: [number] for number in range(len(ordered))}
    of = list(range(len(ordered)))
    for link in sorted(links, key=lambda link: (-link.likeness.weight, link.one, link.other)):
        mine, theirs = groups[of[link.one]], groups[of[link.other]]
        if mine is not theirs and _may_be_one(ordered, mine, theirs):
            goes = of[link.other]
            mine.extend(theirs)
            for number in theirs:
                of[number] = of[link.one]
            del groups[goes]
    return [tuple(ordered[number] for number in sorted(group)) for group in groups.values()]


@dataclass(frozen=True, slots=True)
class _Link:
    one: int
    other: int
    likeness: Likeness


def _links(tellings: Sequence[Telling]) -> list[_Link]:
    compared = ((one, other, compare(tellings[one], tellings[other])) for one, other in _candidates(tellings))
    return [_Link(one, other, likeness) for one, other, likeness in compared if likeness.sameness is Sameness.SAME]


def _candidates(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs that may turn out to be the same; each once."""
    seen: set[tuple[int, int]] = set()
    for pair in (*_sharing(tellings), *_close(tellings)):
        if pair not in seen:
            seen.add(pair)
            yield pair


def _sharing(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Those that share words said or a text."""
    at: dict[Hashable, list[int]] = defaultdict(list)
    for number, told in enumerate(tellings):
        for key in (*told.quotes, *([told.text] if told.text else [])):
            at[key].append(number)
    for numbers in at.values():
        yield from combinations(numbers, 2)


def _close(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Those that share somebody, and a time of a month at most."""
    at: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for number, told in enumerate(tellings):
        earliest, latest = reach(told.days) if told.days and (told.days.width or _CLOSE) <= _CLOSE else (None, None)
        if earliest and latest:
            for party in told.parties:
                at[party.name].append((earliest, latest, number))
    for dated in at.values():
        yield from _overlapping(sorted(dated))


def _overlapping(dated: Sequence[tuple[str, str, int]]) -> Iterator[tuple[int, int]]:
    for place, (_, latest, number) in enumerate(dated):
        for earliest, _, other in dated[place + 1 :]:
            if earliest > latest:
                break
            yield min(number, other), max(number, other)


def _unambiguous(tellings: Sequence[Telling], links: Iterable[_Link]) -> list[_Link]:
    """Without those of an account that fits two different events equally well: it belongs, perhaps, to either."""
    of: dict[int, list[_Link]] = defaultdict(list)
    kept = list(links)
    for link in kept:
        of[link.one].append(link)
        of[link.other].append(link)
    unclear = {(number, other) for number, mine in of.items() for other in _unclear(tellings, number, mine)}
    return [link for link in kept if (link.one, link.other) not in unclear and (link.other, link.one) not in unclear]


def _unclear(tellings: Sequence[Telling], number: int, links: Sequence[_Link]) -> set[int]:
    """Those linked to it no better than another that they are not one with."""
    others = {link.other if link.one == number else link.one: link.likeness.weight for link in links}
    found: set[int] = set()
    for one, other in combinations(sorted(others), 2):
        if _differ(tellings[one], tellings[other]):
            found |= {rival for rival, best in ((one, other), (other, one)) if others[rival] <= others[best]}
    return found


def _may_be_one(tellings: Sequence[Telling], mine: Sequence[int], theirs: Sequence[int]) -> bool:
    return not any(_differ(tellings[one], tellings[other]) for one in mine for other in theirs)


def _differ(one: Telling, other: Telling) -> bool:
    return compare(one, other).sameness is Sameness.DIFFERENT
