"""Several mentions of one act made one communication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import inf

from sayso.communications.told import Told
from sayso.model import Communication, CommunicationKind, Span, Status, When, digest_of

# One person alone makes these; the others need somebody at the other end.
ALONE = frozenset(
    {
        CommunicationKind.INTERVIEW,
        CommunicationKind.PRESS_CONFERENCE,
        CommunicationKind.SPEECH,
        CommunicationKind.REMARKS,
        CommunicationKind.STATEMENT,
        CommunicationKind.POST,
        CommunicationKind.LETTER,
        CommunicationKind.TESTIMONY,
        CommunicationKind.DEBATE,
        CommunicationKind.REQUEST,
        CommunicationKind.LEAK,
    }
)
# Two mentions of one act stand no further apart than so many other acts.
_RECALLED = 200
# What was planned and then took place is one act; what somebody proposed or denied stays apart.
_BECOMES = {(Status.PLANNED, Status.HAPPENED), (Status.HAPPENED, Status.PLANNED)}


def merged(
    document_id: str, told: Iterable[Told], has_name: Callable[[str], bool]
) -> tuple[tuple[Communication, ...], dict[Span, str]]:
    """The communications behind these mentions, and which mention went where; where nobody has a name there is none."""
    known: list[Communication] = []
    home: dict[Span, str] = {}
    for one in sorted(told, key=lambda t: t.span):
        at = _recalled(known, one)
        if at is None:
            taken = any(other.id == _id_of(document_id, one) for other in known)
            if taken or not _is_whole(one) or not any(map(has_name, one.participants)):
                continue
            known.append(_new(document_id, one))
            at = len(known) - 1
        else:
            known[at] = _grown(known[at], one)
        home[one.span] = known[at].id
    return tuple(known), home


def _is_whole(one: Told) -> bool:
    return len(one.participants) >= (1 if one.kind in ALONE else 2)


def _recalled(known: Sequence[Communication], one: Told) -> int | None:
    """Where the act stands that this mention speaks of again; a mention that leaves somebody out fits only one act."""
    fitting = [i for i in range(max(0, len(known) - _RECALLED), len(known)) if _same(known[i], one)]
    if not fitting:
        return None
    if not one.participants:
        return fitting[-1] if one.is_definite else None
    if not _is_whole(one) and len({frozenset(known[i].participants) for i in fitting}) > 1:
        return None
    return fitting[-1]


def _same(known: Communication, one: Told) -> bool:
    if known.kind is not one.kind or not may_be_one_day(known.when, one.when) or known.reply is not one.reply:
        return False
    mine, theirs = set(known.participants), set(one.participants)
    if known.status is not one.status and ((known.status, one.status) not in _BECOMES or not theirs):
        return False
    if known.place and one.place and known.place != one.place:
        return False
    return mine <= theirs or theirs <= mine


def may_be_one_day(one: When | None, other: When | None) -> bool:
    """Do the two leave a day on which both can have been?"""
    if one is None or other is None or one.edtf == other.edtf:
        return True
    if not (one.earliest or one.latest) or not (other.earliest or other.latest):
        return False
    starts = max(one.earliest or "", other.earliest or "")
    ends = min(one.latest or "9999", other.latest or "9999")
    return starts <= ends


def _id_of(document_id: str, one: Told) -> str:
    return "c" + digest_of(document_id, one.kind, f"{one.span.start}-{one.span.end}")[:12]


def _new(document_id: str, one: Told) -> Communication:
    return Communication(
        id=_id_of(document_id, one),
        kind=one.kind,
        participants=one.participants,
        when=one.when,
        place=one.place,
        medium=one.medium,
        duration=one.duration,
        status=one.status,
        reply=one.reply,
        spans=(one.span,),
        object=one.thing,
    )


def _grown(known: Communication, one: Told) -> Communication:
    return replace(
        known,
        participants=tuple(dict.fromkeys((*known.participants, *one.participants))),
        when=_closer(known.when, one.when),
        place=known.place or one.place,
        medium=known.medium or one.medium,
        duration=known.duration or one.duration,
        status=Status.HAPPENED if Status.HAPPENED in (known.status, one.status) else known.status,
        spans=(*known.spans, one.span),
        object=known.object or one.thing,
    )


def _closer(one: When | None, other: When | None) -> When | None:
    """The one of two that leaves fewer days open."""
    if one is None or other is None:
        return one or other
    return other if _days_open(other) < _days_open(one) else one


def _days_open(time: When) -> float:
    if not time.earliest or not time.latest:
        return inf
    return (date.fromisoformat(time.latest[:10]) - date.fromisoformat(time.earliest[:10])).days
