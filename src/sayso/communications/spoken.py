"""Acts that only the saying tells of ("wrote on Tally", "told the Courier"), and what statements tell of every act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.actors import Cast
from sayso.communications.merging import may_be_one_day
from sayso.model import (
    Channel,
    Communication,
    CommunicationKind,
    Reality,
    Span,
    Statement,
    Status,
    digest_of,
)
from sayso.occasions.occasion import Occasion

_KINDS = {
    Channel.PHONE_CALL: CommunicationKind.CALL,
    **{
        Channel(kind.value): kind
        for kind in CommunicationKind
        if kind.value in set(Channel) and kind is not CommunicationKind.REQUEST
    },
}
# "leaked to Radio Nord": a tape changes hands, nobody speaks.
_NO_SPEECH = frozenset({CommunicationKind.LEAK, CommunicationKind.HANDOVER})
_SILENT = frozenset({Reality.HYPOTHETICAL, Reality.PLANNED, Reality.ASKED_ONLY})


def with_spoken(
    cast: Cast,
    communications: Sequence[Communication],
    statements: Sequence[Statement],
    occasions: Mapping[str, Occasion],
) -> tuple[tuple[Communication, ...], tuple[Statement, ...]]:
    """The communications and those that only the saying tells of; days and sources as the statements in them know."""
    known = list(communications)
    home: dict[str, str] = {}
    for place, group in _by_act(statements, occasions).items():
        new = _act(cast, place, group, occasions)
        if new is None or any(one.kind in _NO_SPEECH and _touch(one, new) for one in known):
            continue
        at = next((i for i, one in enumerate(known) if _is_one(one, new)), None)
        if at is None:
            known.append(new)
        else:
            new = known[at] = _joined(known[at], new)
        home.update((statement.id, new.id) for statement in group)
    attached = tuple(replace(s, communication=s.communication or home.get(s.id)) for s in statements)
    return tuple(_as_statements_know(cast, one, attached) for one in known), attached


def _by_act(statements: Iterable[Statement], occasions: Mapping[str, Occasion]) -> dict[Span, list[Statement]]:
    """The statements without a communication, by the words that name the act in which they were made."""
    groups: dict[Span, list[Statement]] = {}
    for statement in statements:
        named = occasions[statement.id].named if statement.id in occasions else None
        if named is not None and statement.communication is None and statement.reality not in _SILENT:
            groups.setdefault(named, []).append(statement)
    return groups


def _act(
    cast: Cast, named: Span, group: Sequence[Statement], occasions: Mapping[str, Occasion]
) -> Communication | None:
    first = occasions[group[0].id]
    kind = _kind(cast, first)
    voices = [who for s in group for who in (s.speaker, *s.addressees) if who is not None]
    parties = dict.fromkeys(m for who in (*voices, *first.parties) for m in (cast.actor(who).members or (who,)))
    speakers = {s.speaker for s in group if s.speaker is not None}
    if (
        kind is None
        or not speakers
        or (kind in (CommunicationKind.CALL, CommunicationKind.MEETING) and len(parties) < 2)
    ):
        return None
    return Communication(
        id="c" + digest_of(cast.analysis.document.id, kind, "spoken", str(named.start))[:12],
        kind=kind,
        participants=tuple(parties),
        when=first.when,
        place=first.place,
        medium=first.medium,
        spans=(named,),
    )


def _kind(cast: Cast, act: Occasion) -> CommunicationKind | None:
    """By the channel; words to several reporters, or at a place that is named, are remarks."""
    several = any(_is_plural(cast.actor(who).name) for who in act.addressees)
    if act.channel is Channel.UNSPECIFIED or (act.channel is Channel.INTERVIEW and several):
        return CommunicationKind.REMARKS
    return _KINDS.get(act.channel)


def _is_plural(name: str) -> bool:
    return name.lower().endswith(("reporters", "journalists"))


def _touch(one: Communication, other: Communication) -> bool:
    return any(mine.touches(theirs) for mine in one.spans for theirs in other.spans)


def _is_one(known: Communication, new: Communication) -> bool:
    """One voice through one channel on one day; a post and a letter are each one of many."""
    if known.kind is not new.kind or known.status is not Status.HAPPENED or known.reply is not None:
        return False
    if not may_be_one_day(known.when, new.when) or bool(known.when) != bool(new.when):
        return False
    mine, theirs = set(known.participants), set(new.participants)
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def _joined(known: Communication, new: Communication) -> Communication:
    return replace(
        known,
        participants=tuple(dict.fromkeys((*known.participants, *new.participants))),
        place=known.place or new.place,
        medium=known.medium or new.medium,
        spans=tuple(dict.fromkeys((*known.spans, *new.spans))),
    )


def _as_statements_know(cast: Cast, one: Communication, statements: Sequence[Statement]) -> Communication:
    """Its day, where all statements in it agree on one; and whoever the document has it from."""
    within = [s for s in statements if s.communication == one.id]
    days = {s.when.edtf: s.when for s in within if s.when is not None}
    reporters = _tellers(cast, one, statements) + [who for s in within for who in s.via]
    return replace(
        one,
        when=one.when or (next(iter(days.values())) if len(days) == 1 else None),
        according_to=tuple(dict.fromkeys((*one.according_to, *reporters))),
    )


def _tellers(cast: Cast, one: Communication, statements: Sequence[Statement]) -> list[str]:
    """Who says in this document that the act took place, where its words stand in what somebody said."""
    covering = [s for s in statements for span in s.content if one.spans and span.covers(one.spans[0])]
    innermost = [s for s in covering if not any(other.within == s.id for other in covering)]
    return [s.speaker for s in innermost if s.speaker is not None and s.communication != one.id]
