"""One act of speech, told once and gone on with: what is said of it holds for the statements that belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.actors import Cast
from sayso.attribution.quotes import pair
from sayso.model import Act, ActorKind, Channel, Communication, Reality, Span, Statement, TimeExpression
from sayso.occasions.occasion import Occasion
from sayso.occasions.own import own_occasion
from sayso.occasions.scenes import Mention, acts_told, mentions_of, scenes_set
from sayso.occasions.setting import Frame, frame_of, listed
from sayso.places import Places

# Characters from the top in which a report may tell what was said before it tells where.
_LEAD = 1_200
# Whom somebody spoke to holds so many characters, where nothing is known of the act but that.
_IN_PASSING = 500
# So many characters without a word of it, or a row of marks between two items, and an act of speech is over.
_OVER = 2_500
# "The interview" is one of so many acts told of last.
_RECALLED = 50
_SEPARATOR = re.compile(r"^[ \t]*[_*=~•–—-][ _*=~•–—-]+[.]?[ \t]*$", re.MULTILINE)
_REPORTERS = frozenset({ActorKind.OUTLET, ActorKind.DOCUMENT})
_POINTING = frozenset({"the", "his", "her", "their", "its", "this", "that"})
_NONE = Occasion()


def with_occasions(
    cast: Cast,
    statements: Sequence[Statement],
    communications: Sequence[Communication],
    times: Places[TimeExpression],
    own: Communication | None = None,
) -> tuple[tuple[Statement, ...], dict[str, Occasion]]:
    """The statements with channel, time, listeners and hands; what one sentence tells holds for the same speech.

    With them the occasion of each, by its id. `own` is the communication that the document itself is the record of: its
    parties speak in it all along.
    """
    acts = acts_told(communications)
    recorded = replace(acts[own.id], is_recorded=True) if own else _NONE
    mentions = [*mentions_of(cast, communications, statements, acts), *scenes_set(cast, statements, times)]
    separators = [match.start() for match in _SEPARATOR.finditer(cast.analysis.text)]
    carrying = _Carrying(cast, {one.id: one for one in statements}, times, acts, recorded, separators)
    carrying.go_through(statements, sorted(mentions, key=lambda one: one.start))
    carrying.fill_the_lead(statements)
    placed = tuple(carrying.occasions[one.id].given_to(one, _voices(cast, one)) for one in statements)
    return placed, carrying.occasions


def _voices(cast: Cast, statement: Statement) -> frozenset[str]:
    speaker = statement.speaker
    return frozenset((speaker, *cast.actor(speaker).members)) if speaker else frozenset()


@dataclass(slots=True)
class _Carrying:
    """What is known so far, for each voice, of the act of speech that it is in."""

    cast: Cast
    by_id: dict[str, Statement]
    times: Places[TimeExpression]
    acts: dict[str, Occasion]
    recorded: Occasion
    separators: Sequence[int]
    scene: Mention | None = None
    told: deque[Occasion] = field(default_factory=lambda: deque(maxlen=_RECALLED))
    latest: dict[str, tuple[int, Occasion]] = field(default_factory=dict)
    first: dict[str, tuple[int, Occasion]] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    occasions: dict[str, Occasion] = field(default_factory=dict)

    def _reports(self, statement: Statement) -> bool:
        return statement.speaker is not None and self.cast.actor(statement.speaker).kind in _REPORTERS

    def go_through(self, statements: Sequence[Statement], mentions: Sequence[Mention]) -> None:
        """Give every statement its occasion, in the order of the text."""
        quotations = Places(pair(self.cast.analysis.text), lambda quotation: quotation.span)
        waiting = iter(mentions)
        mention = next(waiting, None)
        for statement in sorted(statements, key=_place):
            while mention is not None and mention.start < _place(statement):
                self._note(mention)
                mention = next(waiting, None)
            self._place_in(statement, frame_of(self.cast.analysis, statement, quotations, self._teller(statement)))

    def _teller(self, statement: Statement) -> tuple[Span, ...]:
        """The words of the person within whose words this one is told; none, where reporters tell it."""
        outer = self.by_id.get(statement.within or "")
        return outer.content if outer is not None and not self._reports(outer) else ()

    def _note(self, mention: Mention) -> None:
        self.told.append(mention.told)
        if mention.ends:
            self.scene = mention
        if mention.sets_scene:
            self.latest.update(dict.fromkeys(mention.told.parties, (mention.start, mention.told)))

    def _place_in(self, statement: Statement, frame: Frame | None) -> None:
        own = own_occasion(self.cast, frame, self.times) if frame else _bare(statement)
        own = own.filled_from(self.acts.get(own.communication or "", _NONE))
        own = own.filled_from(self._told_before(own)) if own.is_known else own
        before = self._under_way(statement)
        if not self._goes_on(statement, frame):
            self.alone.add(statement.id)
        elif before is not None:
            own = self._as_part_of(before, own, statement)
        self.occasions[statement.id] = own
        if own.channel is not Channel.UNSPECIFIED:
            self.told.append(own)
        if statement.speaker is not None and own.is_told and self._is_heard(statement):
            # The other party of a call answers in it.
            for party in own.parties if own.is_between_two else ():
                self.latest[party] = (statement.content[-1].end, replace(own, addressees=()))
            partners = (*before.addressees, *before.parties) if before else ()
            absent = _is_called_out(statement) and not set(own.addressees) & set(partners)
            heard = replace(own, addressees=()) if absent else own
            self.latest[statement.speaker] = (self._since(statement, own), heard)
            if own.channel is not Channel.UNSPECIFIED:
                self.first.setdefault(statement.speaker, (_place(statement), heard))

    def _under_way(self, statement: Statement) -> Occasion | None:
        """The act of speech in which the speaker was last heard, unless it is over by now."""
        last, act = self.latest.get(statement.speaker or "", (0, None))
        if statement.speaker in self.recorded.parties:
            return self.recorded
        if act is None:
            return self.scene.told if self.scene and _place(statement) < self.scene.ends else None
        reach = _IN_PASSING if act.channel is Channel.UNSPECIFIED else _OVER
        return act if self._is_one_item(last, _place(statement), reach) else None

    def _is_one_item(self, last: int, here: int, reach: int) -> bool:
        between = bisect_left(self.separators, last)
        apart = between < len(self.separators) and self.separators[between] < here
        return not apart and here - last <= reach

    def _as_part_of(self, whole: Occasion, own: Occasion, statement: Statement) -> Occasion:
        asked = own.addressees if _is_called_out(statement) else ()
        part = replace(own, addressees=()) if asked else own
        part = part.in_the_course_of(whole, self._is_described, statement.speaker)
        return replace(part, addressees=asked) if asked else part

    def _since(self, statement: Statement, own: Occasion) -> int:
        """Up to where it has been told of; whom somebody spoke to in passing is not told anew by speaking on."""
        since, before = self.latest.get(statement.speaker or "", (0, None))
        goes_on = before is not None and own.channel is Channel.UNSPECIFIED and own.addressees == before.addressees
        return since if goes_on and not statement.addressees else statement.content[-1].end

    def _told_before(self, own: Occasion) -> Occasion:
        """ "the interview" is the last one that was told of."""
        return next((told for told in reversed(self.told) if told.channel is own.channel), _NONE)

    def _is_described(self, id: str) -> bool:
        """ "his counterpart", "the aide": one person, pointed at without a name."""
        actor = self.cast.actor(id)
        words = actor.name.lower().replace("’", "'").split()
        points = bool(words) and (words[0] in _POINTING or any(word.endswith("'s") for word in words[:-1]))
        return actor.kind is ActorKind.UNNAMED and points and not words[-1].endswith("s")

    def _goes_on(self, statement: Statement, frame: Frame | None) -> bool:
        """Is it the same act as before? Not a thought, a "no comment", what others report, or "had said earlier"."""
        if statement.act in (Act.BELIEVES, Act.DECLINES) or not self._is_heard(statement):
            return False
        return frame is None or not _is_apart(frame)

    def _is_heard(self, statement: Statement) -> bool:
        """Said, and told by nobody but reporters."""
        if statement.reality not in (Reality.SAID, Reality.NOT_SAID):
            return False
        outer = self.by_id.get(statement.within or "")
        return outer is None or self._reports(outer)

    def fill_the_lead(self, statements: Sequence[Statement]) -> None:
        """Headline and lead tell what was said; where it was said often comes a sentence later."""
        for statement in statements:
            own, (told, later) = self.occasions[statement.id], self.first.get(statement.speaker or "", (0, _NONE))
            here = _place(statement)
            if here > _LEAD or own.channel is not Channel.UNSPECIFIED or not later.is_told:
                continue
            if statement.id not in self.alone and self._is_one_item(min(here, told), max(here, told), _OVER):
                self.occasions[statement.id] = self._as_part_of(later, own, statement)


def _is_called_out(statement: Statement) -> bool:
    """ "called on Maas to resign", in an interview with a paper: Maas need not be there."""
    return bool(statement.addressees) and statement.act in (Act.DEMANDS, Act.ADVISES, Act.CONDEMNS)


def _bare(statement: Statement) -> Occasion:
    return Occasion(when=statement.when, addressees=statement.addressees, communication=statement.communication)


def _place(statement: Statement) -> int:
    return min(span.start for span in (*statement.cue, *statement.source, *statement.content))


def _is_apart(frame: Frame) -> bool:
    """ "had said", "has previously said": another time than the one being told of."""
    beside = {child.lower_ for child in frame.cue.children if child.dep_ in ("aux", "advmod", "npadvmod")}
    return bool(beside & ({"had", "has", "have"} | listed("apart", "words")))
