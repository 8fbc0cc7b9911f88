"""Do two documents tell of one event? Certain only where a careful editor would not even ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sayso.events.days import Days, gap, may_share_a_day
from sayso.events.durations import minutes
from sayso.events.kinds import AT_A_PLACE, BY_A_MEDIUM, ONCE_A_DAY, TWO_SIDED, compatible
from sayso.events.parties import Company, company
from sayso.events.telling import Telling
from sayso.events.words import same_name
from sayso.model import Status


class Sameness(StrEnum):
    """Whether two accounts are of one event."""

    SAME = "same"
    MAY_BE = "may be"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence that speaks for one event, or `against` it."""

    text: str
    against: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two are one, and why. The more `weight`, the likelier; what may be one at 0 is not worth asking."""

    sameness: Sameness
    reasons: tuple[Reason, ...] = ()
    weight: int = 0


_WEEK, _MONTH = 7, 31
# What was planned for a day and took place so many days later may be the same, put off.
_PUT_OFF = 3


def compare(one: Telling, other: Telling) -> Likeness:
    """Symmetric. Two accounts of one document are two: the document itself tells them apart."""
    if one.text is not None and one.text == other.text:
        return Likeness(Sameness.SAME, (Reason("Two outlets print the very same text."),), 100)
    if no := _impossible(one, other):
        return Likeness(Sameness.DIFFERENT, (Reason(no, against=True),))
    with_whom = company(one, other)
    if with_whom.sameness is Company.OTHERS:
        return Likeness(Sameness.DIFFERENT, (Reason(with_whom.reason, against=True),))
    evidence = tuple(_evidence(one, other))
    doubts = tuple(_doubts(one, other, with_whom.sameness, quoted="quotes" in dict(evidence)))
    found = _Found(one, other, with_whom.sameness, dict(evidence))
    if with_whom.sameness is Company.UNKNOWN and not found.quotes:
        doubts = (*doubts, with_whom.reason)
    told = (Reason(with_whom.reason), *_dates_told(one, other), *(Reason(text) for _, text in evidence))
    if doubts or not found.enough:
        why = doubts or (found.lacking,)
        against = tuple(Reason(text, against=True) for text in why)
        return Likeness(Sameness.MAY_BE, (*told, *against), found.weight if found.worth_asking else 0)
    return Likeness(Sameness.SAME, told, found.weight)


@dataclass(frozen=True, slots=True)
class _Found:
    """What speaks for one event."""

    one: Telling
    other: Telling
    company: Company
    evidence: dict[str, str]

    @property
    def quotes(self) -> bool:
        return "quotes" in self.evidence

    @property
    def widest(self) -> int | None:
        widths = [tell.days.width if tell.days else None for tell in (self.one, self.other)]
        return None if None in widths else max(width for width in widths if width is not None)

    @property
    def one_day(self) -> bool:
        return all(tell.days is not None and tell.days.exact for tell in (self.one, self.other))

    @property
    def enough(self) -> bool:
        if self.quotes:
            return True
        marked = bool(self.evidence.keys() & {"place", "duration"})
        if self.company is not Company.SAME:
            return self.one_day and marked and self.one.kind is self.other.kind
        if self.one.kind is not self.other.kind:
            return self.one_day and marked
        if self.one.kind in TWO_SIDED:
            return self._dated_enough(marked=marked)
        return self.one_day and (self.one.kind in ONCE_A_DAY or marked)

    def _dated_enough(self, *, marked: bool) -> bool:
        widest = self.widest
        return widest is not None and widest <= (_MONTH if marked else _WEEK)

    @property
    def worth_asking(self) -> bool:
        """Does anything speak for it but that somebody took part in both?"""
        both_sides = self.company is Company.SAME and self.one.kind in TWO_SIDED
        return bool(self.evidence) or both_sides or (self.widest is not None and self.widest <= _WEEK)

    @property
    def lacking(self) -> str:
        undated = [tell for tell in (self.one, self.other) if tell.days is None or not tell.days.bounded]
        if undated:
            return "No date ties them together."
        if not self.one_day:
            return "The dates leave room for two."
        return "There may have been several on that day."

    @property
    def weight(self) -> int:
        near = 4 if self.one_day else 2 if self.widest is not None and self.widest <= _WEEK else 0
        same = self.one.kind is self.other.kind
        return 10 * self.quotes + near + len(self.evidence) + same + (self.company is Company.SAME)


# What cannot be one


def _impossible(one: Telling, other: Telling) -> str | None:
    if one.document == other.document:
        return "One document tells of them as two."
    if not compatible(one.kind, other.kind):
        return f"One is a {one.kind}, the other a {other.kind}."
    return _on_two_media(one, other) or _apart_in_time(one, other)


def _on_two_media(one: Telling, other: Telling) -> str | None:
    if one.kind not in BY_A_MEDIUM or one.quotes & other.quotes or not one.medium or not other.medium:
        return None
    return None if same_name(one.medium, other.medium) else f"One was on {one.medium}, the other on {other.medium}."


def _apart_in_time(one: Telling, other: Telling) -> str | None:
    if one.days and other.days and not may_share_a_day(one.days, other.days):
        if one.status is not other.status and gap(one.days, other.days) <= _PUT_OFF:
            return None
        return "The dates do not agree."
    for told, later in ((one, other), (other, one)):
        if _was_told_before(told, later.days):
            return "One was in print before the other took place."
    return None


def _was_told_before(told: Telling, days: Days | None) -> bool:
    if told.status is not Status.HAPPENED or told.published is None or days is None or days.about:
        return False
    return days.earliest is not None and days.earliest > told.published


# What speaks for it


def _evidence(one: Telling, other: Telling) -> Iterator[tuple[str, str]]:
    if shared := one.quotes & other.quotes:
        yield "quotes", f"The same words are quoted: “… {min(shared)} …”."
    if one.place and other.place and one.kind in AT_A_PLACE and same_name(one.place, other.place):
        yield "place", f"Both were at the same place, {min(one.place, other.place, key=len)}."
    if one.duration and other.duration and minutes(one.duration) == minutes(other.duration) is not None:
        yield "duration", "Both took the same time."
    if one.medium and other.medium and same_name(one.medium, other.medium):
        yield "medium", f"Both were on {min(one.medium, other.medium, key=len)}."


def _dates_told(one: Telling, other: Telling) -> Iterator[Reason]:
    if one.days and other.days and one.days.bounded and other.days.bounded and may_share_a_day(one.days, other.days):
        both = one.days.exact and other.days.exact
        yield Reason(f"Both were on {one.days.earliest}." if both else "The dates agree.")


# What makes it doubtful


def _doubts(one: Telling, other: Telling, who: Company, *, quoted: bool) -> Iterator[str]:
    if who is Company.MIXED:
        yield "Each names somebody whom the other does not."
    if one.days and other.days and not may_share_a_day(one.days, other.days):
        yield "What was planned for one day is told of another."
    if quoted:
        return
    if one.place and other.place and one.kind in AT_A_PLACE and not same_name(one.place, other.place):
        yield f"One was at {one.place}, the other at {other.place}."
    if _took_other_time(one, other):
        yield "They did not take the same time."
    proposed = [tell for tell in (one, other) if tell.status is Status.PROPOSED]
    if len(proposed) == 1 and not (one.days and other.days and one.days.exact and other.days.exact):
        yield "One is only proposed, and for no certain day."


def _took_other_time(one: Telling, other: Telling) -> bool:
    mine, theirs = (minutes(tell.duration) if tell.duration else None for tell in (one, other))
    return mine is not None and theirs is not None and max(mine, theirs) > 1.5 * min(mine, theirs)
