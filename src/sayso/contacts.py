"""Who talked to whom: pairs of those who took part in one event, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from sayso.events import Days
from sayso.model import CommunicationKind as Kind
from sayso.model import Status
from sayso.timeline import in_order

TALKS = frozenset({Kind.CALL, Kind.MEETING, Kind.INTERVIEW, Kind.DEBATE, Kind.LETTER, Kind.TESTIMONY, Kind.HANDOVER})
"""What two do with each other. Who hears a speech or reads a post has not talked to anybody."""

DISPUTED, ASKED = "disputed", "asked"


@dataclass(frozen=True, slots=True)
class Held:
    """An event as far as it counts: `parties` are names that are one over all documents."""

    id: str
    kind: Kind
    statuses: tuple[Status, ...]
    parties: tuple[str, ...]
    days: Days | None


@dataclass(slots=True)
class Pair:
    """What two had to do with each other."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    apart: Counter[str] = field(default_factory=Counter)
    talks: list[Held] = field(default_factory=list)
    others: list[Held] = field(default_factory=list)

    @property
    def times(self) -> int:
        """How often they talked, as far as is told and by nobody denied."""
        return len(self.talks)

    @property
    def dated(self) -> Sequence[Held]:
        """Their talks with a date, in order."""
        return in_order(self.talks, lambda held: held.days)

    @property
    def first(self) -> Days | None:
        """The date of the earliest talk that has one."""
        return self.dated[0].days if self.dated else None

    @property
    def last(self) -> Days | None:
        """The date of the one that may have been latest."""
        return max(self.dated, key=lambda held: _end(held.days)).days if self.dated else None


def _end(days: Days | None) -> tuple[str, str]:
    assert days is not None
    return days.latest or "9999", days.earliest or ""


def pairs(events: Iterable[Held]) -> dict[tuple[str, str], Pair]:
    """All pairs, by name; what is planned, proposed, denied, or only asked stands apart."""
    found: dict[tuple[str, str], Pair] = defaultdict(Pair)
    for held in events:
        apart = _apart(held)
        for one, other in combinations(sorted(set(held.parties)), 2):
            pair = found[one, other]
            if apart is None:
                pair.kinds[held.kind] += 1
                pair.talks.append(held)
            else:
                pair.apart[apart] += 1
                pair.others.append(held)
    return found


def _apart(held: Held) -> str | None:
    """Under which word it is counted, if it is no talk that took place."""
    if held.kind is Kind.REQUEST:
        return ASKED
    if Status.HAPPENED not in held.statuses:
        return str(held.statuses[0])
    return DISPUTED if Status.DENIED in held.statuses else None
