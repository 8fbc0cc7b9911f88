"""Which kinds of communication may be one: what one report calls a speech is "remarks" in another."""

from __future__ import annotations

from sayso.model import CommunicationKind as Kind

TWO_SIDED = frozenset({Kind.CALL, Kind.MEETING, Kind.INTERVIEW, Kind.DEBATE, Kind.LETTER, Kind.REQUEST, Kind.HANDOVER})
"""Somebody and somebody else: both must be the same."""

ONCE_A_DAY = frozenset({Kind.SPEECH, Kind.PRESS_CONFERENCE, Kind.TESTIMONY, Kind.LEAK})
"""Who does so on a day does it, as a rule, once; of posts, statements and remarks there may be many."""

AT_A_PLACE = frozenset(
    {
        Kind.MEETING,
        Kind.INTERVIEW,
        Kind.DEBATE,
        Kind.HANDOVER,
        Kind.SPEECH,
        Kind.REMARKS,
        Kind.PRESS_CONFERENCE,
        Kind.TESTIMONY,
    }
)
"""All are at one place: two places speak against one event. Those who telephone or write are each at their own."""

BY_A_MEDIUM = frozenset({Kind.INTERVIEW, Kind.POST})
"""What is given to one newsroom, or put on one platform, is another thing than what is given to the next."""

_ALIKE = (
    frozenset({Kind.SPEECH, Kind.REMARKS}),
    frozenset({Kind.REMARKS, Kind.PRESS_CONFERENCE}),
    frozenset({Kind.REMARKS, Kind.INTERVIEW}),
    frozenset({Kind.REMARKS, Kind.STATEMENT}),
    frozenset({Kind.REMARKS, Kind.TESTIMONY}),
    frozenset({Kind.STATEMENT, Kind.POST}),
    frozenset({Kind.STATEMENT, Kind.PRESS_CONFERENCE}),
    frozenset({Kind.STATEMENT, Kind.LETTER}),
    frozenset({Kind.STATEMENT, Kind.SPEECH}),
    frozenset({Kind.MEETING, Kind.HANDOVER}),
)


def compatible(one: Kind, other: Kind) -> bool:
    """May one act be called either?"""
    return one is other or frozenset((one, other)) in _ALIKE
