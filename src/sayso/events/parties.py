"""Did the same people take part in two communications?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.events.kinds import TWO_SIDED
from sayso.events.telling import Party, Telling


class Company(StrEnum):
    """How those who took part in one stand to those of another."""

    SAME = "same"
    MIXED = "mixed"
    UNKNOWN = "unknown"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class WithWhom:
    """How they stand, in a sentence."""

    sameness: Company
    reason: str


def company(one: Telling, other: Telling) -> WithWhom:
    """Symmetric. Somebody whom one of them leaves out speaks against nothing; two different others do."""
    shared = one.parties & other.parties
    mine, theirs = one.parties - shared, other.parties - shared
    if not shared:
        return _nobody_shared(one, other)
    names = _named(shared)
    if one.kind in TWO_SIDED or other.kind in TWO_SIDED:
        return _two_sided(shared, mine, theirs)
    if mine and theirs:
        return WithWhom(Company.MIXED, f"Both are by {names}.")
    return WithWhom(Company.SAME, f"Both are by {names}.")


def _nobody_shared(one: Telling, other: Telling) -> WithWhom:
    if one.parties and other.parties and not _may_stand_for(one.parties, other.parties):
        return WithWhom(Company.OTHERS, "Nobody took part in both.")
    return WithWhom(Company.UNKNOWN, "Nobody is known to have taken part in both.")


def _two_sided(shared: frozenset[Party], mine: frozenset[Party], theirs: frozenset[Party]) -> WithWhom:
    names = _named(shared)
    if len(shared) > 1:
        sameness = Company.MIXED if mine and theirs else Company.SAME
        return WithWhom(sameness, f"{names} took part in both.")
    if mine and theirs and not _may_stand_for(mine, theirs):
        return WithWhom(Company.OTHERS, f"{names} with {_named(mine)}, and with {_named(theirs)}.")
    return WithWhom(Company.UNKNOWN, f"{names} took part in both; with whom else, one of them does not say.")


def _may_stand_for(mine: frozenset[Party], theirs: frozenset[Party]) -> bool:
    """ "The Kremlin called" may be an adviser of it: a body may be meant by one of its people."""
    return any(not party.is_person for party in mine) != any(not party.is_person for party in theirs)


def _named(parties: frozenset[Party]) -> str:
    names = sorted(party.name for party in parties)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
