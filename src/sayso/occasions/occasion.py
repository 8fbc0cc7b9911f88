"""What a text tells of one act of speech."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.model import Basis, Channel, CommunicationKind, Span, Statement, When

_CHANNELS = {CommunicationKind.CALL: Channel.PHONE_CALL, CommunicationKind.REMARKS: Channel.SPEECH}

_BETWEEN = frozenset({Channel.PHONE_CALL, Channel.MEETING})


@dataclass(frozen=True, slots=True)
class Occasion:
    """One act of speech. `parties` are the actors who are said to take part in it, the speaker among them.

    `is_known` is true of "the interview": the text told of it before. `is_recorded` is true of the conversation that
    the document is the record of: whatever its parties say in it, they say to the others. `named` is where the words
    stand that name the channel; `medium` and `place` are as printed.
    """

    channel: Channel = Channel.UNSPECIFIED
    when: When | None = None
    addressees: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    basis: Basis = Basis.NOT_STATED
    parties: tuple[str, ...] = ()
    communication: str | None = None
    is_known: bool = False
    is_recorded: bool = False
    named: Span | None = None
    medium: str | None = None
    place: str | None = None

    @property
    def is_told(self) -> bool:
        """Does the text say anything of it?"""
        silent = (Channel.UNSPECIFIED, Basis.NOT_STATED)
        return (self.channel, self.basis) != silent or bool(self.when or self.addressees or self.via)

    @property
    def is_between_two(self) -> bool:
        """A call or a meeting of two, in which each speaks to the other."""
        return self.channel in _BETWEEN and len(self.parties) == 2

    def in_the_course_of(self, other: Occasion, is_described: Callable[[str], bool], speaker: str | None) -> Occasion:
        """This one as a part of the other, where the two can be one act.

        "Told his counterpart", in a call with one named person, points at that person.
        """
        partners = [
            one for one in other.addressees or (other.parties if other.is_between_two else ()) if one != speaker
        ]
        pointed = bool(self.addressees) and all(map(is_described, self.addressees))
        named = replace(self, addressees=tuple(partners)) if pointed and len(partners) == 1 else self
        return named.filled_from(other) if not named.contradicts(other) else self

    def contradicts(self, other: Occasion) -> bool:
        """Can the two not be one act: another channel, another day, other listeners?"""
        return _differ(self.channel, other.channel) or _days_differ(self.when, other.when) or _apart(self, other)

    def filled_from(self, other: Occasion) -> Occasion:
        """This one with what it leaves open taken from the other."""
        act = self if self.channel is not Channel.UNSPECIFIED or self.named else other
        return replace(
            self,
            named=act.named,
            medium=act.medium,
            place=act.place,
            channel=other.channel if self.channel is Channel.UNSPECIFIED else self.channel,
            when=self.when or other.when,
            addressees=self.addressees or other.addressees,
            via=self.via or other.via,
            basis=other.basis if self.basis is Basis.NOT_STATED else self.basis,
            parties=self.parties or other.parties,
            communication=self.communication or other.communication,
            is_recorded=self.is_recorded or other.is_recorded,
        )

    def given_to(self, statement: Statement, voices: frozenset[str]) -> Statement:
        """The statement with what the occasion tells of it; `voices` are its speaker and that group's members."""
        listeners = self.addressees or (self.parties if self.is_between_two or self.is_recorded else ())
        return replace(
            statement,
            channel=self.channel,
            when=statement.when or self.when,
            addressees=statement.addressees or tuple(one for one in listeners if one not in voices),
            via=tuple(dict.fromkeys((*statement.via, *(one for one in self.via if one not in voices)))),
            basis=self.basis if statement.basis is Basis.NOT_STATED else statement.basis,
            communication=self.communication,
        )


def channel_of(kind: CommunicationKind) -> Channel:
    """The channel by which words of such a communication came."""
    return _CHANNELS.get(kind) or Channel(kind.value)


def _differ(one: Channel, other: Channel) -> bool:
    return Channel.UNSPECIFIED not in (one, other) and one is not other


def _days_differ(one: When | None, other: When | None) -> bool:
    return one is not None and (other is None or one.edtf != other.edtf)


def _apart(one: Occasion, other: Occasion) -> bool:
    known = set(other.addressees) | set(other.parties)
    return bool(one.addressees and known) and not set(one.addressees) & known
