"""Sentences that tell of an act of speech without saying what was said in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.language.words import sorted_into
from sayso.model import (
    Channel,
    Communication,
    CommunicationKind,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimeType,
    When,
)
from sayso.occasions.hands import outlets_of
from sayso.occasions.occasion import Occasion, channel_of
from sayso.occasions.setting import channel_named, listed, tells_aside
from sayso.occasions.where import place_of, printed_place
from sayso.places import Places
from sayso.times import when

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from sayso.language.analysis import Paragraph

# Acts that pass on or ask for words are no setting of what their parties say.
_NO_SETTING = frozenset({CommunicationKind.REQUEST, CommunicationKind.LEAK, CommunicationKind.HANDOVER})

_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "appos"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the text tells of an act, and whether what follows may take place in it.

    Up to `ends` it holds for whoever speaks: "At the hearing, the board was angry."
    """

    start: int
    told: Occasion
    sets_scene: bool = True
    ends: int = 0


def acts_told(communications: Sequence[Communication]) -> dict[str, Occasion]:
    """The communications that took place, by their ids, as occasions to say something."""
    return {
        one.id: Occasion(channel_of(one.kind), one.when, parties=one.participants, communication=one.id)
        for one in communications
        if one.status is Status.HAPPENED and one.kind not in _NO_SETTING
    }


def mentions_of(
    cast: Cast, communications: Sequence[Communication], statements: Sequence[Statement], acts: dict[str, Occasion]
) -> Iterator[Mention]:
    """Where the communications are told of; one that is the point of a sentence sets the scene for the next ones."""
    taken = _taken(statements)
    for one in communications:
        if one.id in acts:
            yield from (Mention(span.start, acts[one.id], _is_the_point(cast, span, taken)) for span in one.spans)


def _taken(statements: Sequence[Statement]) -> Places[Span]:
    return Places([span for one in statements for span in (*one.cue, *one.content)], lambda span: span)


def _is_the_point(cast: Cast, span: Span, taken: Places[Span]) -> bool:
    """ "The two met on Monday.", but not "before they met, he had a coat made" and no sentence that reports words."""
    head = cast.analysis.head(span)
    if head is None or taken.touching(head[0].span_of(head[1].sent)):
        return False
    above = (t.dep_ for t in (head[1], *head[1].ancestors))
    return not any(dep in _SUBORDINATE for dep in above)


def scenes_set(cast: Cast, statements: Sequence[Statement], times: Places[TimeExpression]) -> Iterator[Mention]:
    """ "The mayor defended the plan on Tuesday.", before a paragraph that quotes her."""
    taken = _taken(statements)
    for paragraph in cast.analysis.paragraphs:
        for sentence in paragraph.doc.sents:
            reports = bool(taken.touching(paragraph.span_of(sentence)))
            scene = _scene(cast, paragraph, sentence, times)
            # Where somebody speaks, nobody else need be there; but an article quotes one after the other.
            if scene is not None and (not reports or scene.told.channel is Channel.ARTICLE):
                yield scene


def _scene(cast: Cast, paragraph: Paragraph, sentence: TokenSpan, times: Places[TimeExpression]) -> Mention | None:
    """What the main clause sets: somebody who is heard, on a day; or an act that the sentence opens with."""
    start, day = paragraph.span_of(sentence).start, _day(paragraph, sentence, times)
    opening = _opening(cast, paragraph, sentence)
    if opening is not None:
        return Mention(start, replace(opening, when=day), ends=paragraph.span.end)
    verb = sentence.root
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN")), None)
    if subject is None or day is None or not _is_heard(verb.lemma_.lower()):
        return None
    voice = cast.who(paragraph.between(subject.left_edge.i, subject.i))
    where = place_of(verb)
    named = paragraph.between(min(verb.i, where.i), max(verb.i, where.i)) if where is not None else None
    act = Occasion(when=day, parties=(voice,) if voice else (), named=named, place=printed_place(where))
    return Mention(start, act) if voice else None


def _opening(cast: Cast, paragraph: Paragraph, sentence: TokenSpan) -> Occasion | None:
    """ "In the Courier's long profile", "At a hearing", before the verb of the sentence."""
    fronted = (t for t in sentence if t.i < sentence.root.i and not tells_aside(t, sentence.root))
    named = next(((token, channel) for token in fronted if (channel := channel_named(token))), None)
    return Occasion(named[1], via=outlets_of(cast, paragraph, named[0])) if named else None


def _is_heard(verb: str) -> bool:
    return verb in listed("heard", "verbs") or verb in sorted_into("acts")


def _day(paragraph: Paragraph, sentence: TokenSpan, times: Places[TimeExpression]) -> When | None:
    for time in times.begin_in(paragraph.span_of(sentence)):
        token = paragraph.doc[min(paragraph.token_at(time.span.start), len(paragraph.doc) - 1)]
        if time.edtf and time.type in (TimeType.DATE, TimeType.TIME) and not tells_aside(token, sentence.root):
            return when(time)
    return None
