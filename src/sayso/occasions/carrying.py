"""One act of speech, told once and gone on with: what is said of it holds for the statements that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.actors import Cast
from sayso.attribution.quotes import pair
from sayso.language.words import words_under
from sayso.model import Act, ActorKind, Channel, Communication, CommunicationKind, Reality, Statement, Status
from sayso.occasions.occasion import Occasion, channel_of
from sayso.occasions.own import own_occasion
from sayso.occasions.setting import TABLE, Frame, frame_of
from sayso.places import Places

# Acts that pass on or ask for words are no setting of what their parties say.
_NO_SETTING = frozenset({CommunicationKind.REQUEST, CommunicationKind.LEAK, CommunicationKind.HANDOVER})
# Characters from the top in which a report may tell what was said before it tells where.
_LEAD = 1_200
_REPORTERS = frozenset({ActorKind.OUTLET, ActorKind.DOCUMENT})


def with_occasions(
    cast: Cast, statements: Sequence[Statement], communications: Sequence[Communication]
) -> tuple[Statement, ...]:
    """The statements with channel, time, listeners and hands; what one sentence tells holds for the same speech."""
    acts = {one.id: _occasion(one) for one in communications if _is_setting(one)}
    mentions = sorted(((s.start, acts[c.id]) for c in communications if c.id in acts for s in c.spans), key=_start)
    carrying = _Carrying(cast, {one.id: one for one in statements}, acts, mentions)
    carrying.go_through(statements)
    carrying.fill_the_lead(statements)
    return tuple(carrying.occasions[one.id].given_to(one) for one in statements)


def _is_setting(communication: Communication) -> bool:
    return communication.status is Status.HAPPENED and communication.kind not in _NO_SETTING


def _occasion(communication: Communication) -> Occasion:
    channel, parties = channel_of(communication.kind), communication.participants
    return Occasion(channel, communication.when, parties=parties, communication=communication.id)


def _start(mention: tuple[int, Occasion]) -> int:
    return mention[0]


@dataclass(slots=True)
class _Carrying:
    """What is known so far, for each voice, of the act of speech that it is in."""

    cast: Cast
    by_id: dict[str, Statement]
    acts: dict[str, Occasion]
    mentions: list[tuple[int, Occasion]]
    told: list[Occasion] = field(default_factory=list)
    latest: dict[str, Occasion] = field(default_factory=dict)
    first: dict[str, Occasion] = field(default_factory=dict)
    occasions: dict[str, Occasion] = field(default_factory=dict)

    def go_through(self, statements: Sequence[Statement]) -> None:
        """Give every statement its occasion, in the order of the text."""
        quotations = Places(pair(self.cast.analysis.text), lambda quotation: quotation.span)
        waiting = iter(self.mentions)
        mention = next(waiting, None)
        for statement in sorted(statements, key=_place):
            while mention is not None and mention[0] < _place(statement):
                self._note(mention[1])
                mention = next(waiting, None)
            self._place_in(statement, frame_of(self.cast.analysis, statement, quotations))

    def _note(self, told: Occasion) -> None:
        self.told.append(told)
        for party in told.parties:
            self.latest[party] = told

    def _place_in(self, statement: Statement, frame: Frame | None) -> None:
        own = own_occasion(self.cast, frame) if frame else _bare(statement)
        own = own.filled_from(self.acts.get(own.communication or "", Occasion()))
        own = own.filled_from(self._told_before(own)) if own.is_known else own
        before = self.latest.get(statement.speaker or "")
        if before is not None and self._goes_on(statement, frame) and not own.contradicts(before):
            own = own.filled_from(before)
        self.occasions[statement.id] = own
        if statement.speaker is not None and own.is_told and self._is_heard(statement):
            self.latest[statement.speaker] = own
            if own.channel is not Channel.UNSPECIFIED:
                self.first.setdefault(statement.speaker, own)

    def _told_before(self, own: Occasion) -> Occasion:
        """ "the interview" is the last one that was told of."""
        return next((told for told in reversed(self.told) if told.channel is own.channel), Occasion())

    def _goes_on(self, statement: Statement, frame: Frame | None) -> bool:
        """May it be the same act as before? Not what is thought, what others report, or "had said earlier"."""
        if statement.act is Act.BELIEVES or not self._is_heard(statement):
            return False
        return frame is None or not _is_apart(frame)

    def _is_heard(self, statement: Statement) -> bool:
        """Said, and told by nobody but reporters."""
        outer = self.by_id.get(statement.within or "")
        if statement.reality not in (Reality.SAID, Reality.NOT_SAID):
            return False
        return outer is None or (outer.speaker is not None and self.cast.actor(outer.speaker).kind in _REPORTERS)

    def fill_the_lead(self, statements: Sequence[Statement]) -> None:
        """Headline and lead tell what was said; where it was said often comes a sentence later."""
        for statement in statements:
            own, later = self.occasions[statement.id], self.first.get(statement.speaker or "")
            if later is None or _place(statement) > _LEAD or own.channel is not Channel.UNSPECIFIED:
                continue
            if self._is_heard(statement) and not own.contradicts(later):
                self.occasions[statement.id] = own.filled_from(later)


def _bare(statement: Statement) -> Occasion:
    return Occasion(when=statement.when, addressees=statement.addressees, communication=statement.communication)


def _place(statement: Statement) -> int:
    return min(span.start for span in (*statement.cue, *statement.source, *statement.content))


def _is_apart(frame: Frame) -> bool:
    """ "had said", "has previously said": another time than the one being told of."""
    beside = {child.lower_ for child in frame.cue.children if child.dep_ in ("aux", "advmod", "npadvmod")}
    return bool(beside & ({"had", "has", "have"} | words_under("apart", "words", TABLE)))
