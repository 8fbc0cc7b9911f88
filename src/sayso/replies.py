"""Which acts are a reply: somebody was asked or accused, and answered, denied or defended it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.actors import Cast
from sayso.communications.told import listed
from sayso.model import Act, Communication, CommunicationKind, Reply, Span, Statement, Status

_SPOKEN = frozenset(
    {
        CommunicationKind.REMARKS,
        CommunicationKind.INTERVIEW,
        CommunicationKind.STATEMENT,
        CommunicationKind.POST,
        CommunicationKind.PRESS_CONFERENCE,
        CommunicationKind.LETTER,
        CommunicationKind.CALL,
    }
)


def with_replies(
    cast: Cast, communications: Sequence[Communication], statements: Sequence[Statement]
) -> tuple[Communication, ...]:
    """The communications; one in which whoever was asked speaks, or somebody defends somebody, is a reply."""
    requests = [one for one in communications if one.kind is CommunicationKind.REQUEST]
    asked = {one.participants[0] for one in requests if one.participants and one.reply is Reply.PENDING}
    return tuple(
        _as_reply(cast, one, [s for s in statements if s.communication == one.id], asked)
        if one.reply is None and one.kind in _SPOKEN and one.status is Status.HAPPENED
        else one
        for one in communications
    )


def _as_reply(cast: Cast, one: Communication, within: Sequence[Statement], asked: set[str]) -> Communication:
    """The act with what it replies, whoever replies named first."""
    speakers = tuple(dict.fromkeys(s.speaker for s in within if s.speaker is not None))
    if any(_defends(cast, span) for span in one.spans):
        reply, voices = Reply.DEFENDED, speakers
    else:
        voices = tuple(who for who in speakers if _speaks_for(cast, who, asked))
        reply = Reply.DENIED if all(s.act is Act.DENIES for s in within) else Reply.ANSWERED
    if not voices:
        return one
    return replace(one, reply=reply, participants=tuple(dict.fromkeys((*voices, *one.participants))))


def _defends(cast: Cast, span: Span) -> bool:
    """ "defended the envoy aboard the Marigold"."""
    head = cast.analysis.head(span)
    return head is not None and head[1].lemma_.lower() in listed("replying", "defended")


def _speaks_for(cast: Cast, speaker: str, asked: set[str]) -> bool:
    """Whoever was asked, or holds an office there: "the ministry's press chief, Hanne Lorn"."""
    offices = (role.span for role in cast.actor(speaker).roles.values())
    return speaker in asked or any(id in asked for office in offices for _, id in cast.named_within(office))
