"""The longest chain of a claim, and the sentence to print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sayso.trace.hands import Hands, Independence
from sayso.trace.parts import Origin, Report, Side

_MOST_STEPS = 200
_NAMED = 5


def sentence_of(reports: Sequence[Report], hands: Hands, found: Independence, kappa: tuple[int, int]) -> str:
    """How many independent origins, and the longest way to one of them."""
    if not hands.reports:
        return "No report in this record carries the claim."
    chain = longest(hands, found)
    names = {f"report {one.document}": one.outlet or one.document for one in reports}
    said = ", citing ".join(name for name, _ in groupby(names.get(name, name) for name in chain))
    return f"{_counted(kappa)} for {_reports(len(hands.reports))}" + (f": {said}." if len(chain) > 1 else ".")


def _counted(kappa: tuple[int, int]) -> str:
    low, high = kappa
    many = "origin" if high == 1 else "origins"
    return f"{high} independent {many}" if low == high else f"At least {low}, at most {high} independent {many}"


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"


def longest(hands: Hands, found: Independence) -> tuple[str, ...]:
    """The longest way from a report to an origin that meets nobody twice; among equals the first by name."""
    onward: dict[str, list[str]] = {}
    for one, other in sorted(hands.edges):
        onward.setdefault(one, []).append(other)
    best: tuple[str, ...] = ()
    for report in sorted(hands.reports):
        waiting: list[tuple[str, ...]] = [(report,)]
        for _ in range(_MOST_STEPS):
            if not waiting:
                break
            way = waiting.pop()
            if way[-1] in found.origins and len(way) > len(best):
                best = way
            waiting += [(*way, to) for to in onward.get(way[-1], ()) if to not in way]
    return best


def open_questions(reports: Sequence[Report], merged: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What, if it were known, would raise or lower the number of independent origins."""
    asked = [_one_or_two(names) for names in merged]
    vague = [one.outlet or one.document for one in reports if _shows_nobody(one)]
    if vague:
        asked.append(
            f"Where {_listed(vague)} had it from: no origin is shown, and each could be one more or the same one."
        )
    return tuple(asked)


def _one_or_two(names: Sequence[str]) -> str:
    return f"Whether {_listed([f'“{name}”' for name in names])} are one: if they are not, there are more origins."


def _shows_nobody(report: Report) -> bool:
    shown = [one for one in report.relies_on if one.side is Side.FOR]
    return report.unattributed or (bool(shown) and all(one.kind is Origin.VAGUE for one in shown))


def _listed(names: Sequence[str]) -> str:
    shown, more = list(names[:_NAMED]), len(names) - _NAMED
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
