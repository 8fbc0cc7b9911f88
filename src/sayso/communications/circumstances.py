"""When and how long an act took place, and whether it did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribution.frames import VERBS
from sayso.communications.told import Scene, clause_of, listed
from sayso.model import Status, TimeExpression, TimeType, When
from sayso.times import when

if TYPE_CHECKING:
    from spacy.tokens import Token

_DAYS = frozenset({TimeType.DATE, TimeType.TIME})
_ORDER = (Status.DENIED, Status.PROPOSED, Status.PLANNED)


def status_of(token: Token) -> Status:
    """Whether it happened, by the words beside it and by what the verb above makes of it."""
    if _is_to_be(token):
        return Status.PLANNED
    found = {status for word in _around(token) for status in _ORDER if word in listed("beside", status.value)}
    found |= {status for word in _above(token) for status in _ORDER if word in listed("makes", status.value)}
    return next((status for status in _ORDER if status in found), Status.HAPPENED)


def _is_to_be(verb: Token) -> bool:
    """ "said he would be meeting her", "are to meet": settled, not proposed."""
    beside = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if verb.tag_ == "VBG" and beside & {"be"}:
        return bool(beside & {"will", "would", "'d", "’d", "'ll", "’ll"})
    return verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and "to" in beside


def _around(token: Token) -> Iterator[str]:
    """Adjectives of the noun; auxiliaries and negation of its verb, or of the verb that has it as object."""
    yield from (c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "aux", "neg", "nmod", "det"))
    if _is_object_of_light(token):
        yield from (c.lower_ for c in token.head.children if c.dep_ in ("aux", "neg"))
        if any(c.dep_ == "mark" and c.lower_ == "if" for c in token.head.children):
            yield "possible"
    elif token.pos_ in VERBS and any(c.dep_ == "mark" and c.lower_ == "if" for c in token.children):
        yield "possible"


def _above(token: Token) -> Iterator[str]:
    """The verb that governs the act as an infinitive, gerund or object: "plans to meet", "denied meeting"."""
    act = token.head if _is_object_of_light(token) else token
    if act.i != token.i or token.dep_ in ("dobj", "nsubjpass"):
        yield (act if act.i != token.i else token.head).lemma_.lower()
    steps = act if act.pos_ in VERBS else None
    while steps is not None and steps.dep_ in ("xcomp", "pcomp", "ccomp", "conj") and steps.head.i != steps.i:
        # "said that they met": a finite clause below a verb of saying was no plan of anybody's.
        if steps.dep_ == "ccomp" and steps.tag_ not in ("VB", "VBG"):
            return
        if steps.dep_ != "conj":
            yield steps.head.lemma_.lower()
        steps = steps.head


def _is_object_of_light(token: Token) -> bool:
    return token.dep_ == "dobj" and token.head.lemma_.lower() in listed("light", "verbs")


def day_of(scene: Scene, token: Token) -> When | None:
    """The day that stands in the act's own phrase or clause; one that tells when something else was is none."""
    sentence = scene.paragraph.span_of(token.sent)
    days = [t for t in scene.times.begin_in(sentence) if t.type in _DAYS and t.edtf and _is_of(scene, t, token)]
    own = scene.paragraph.span_of(token)
    nearest = min(days, key=lambda t: abs(t.span.start - own.start), default=None)
    return when(nearest) if nearest else None


def _is_of(scene: Scene, time: TimeExpression, token: Token) -> bool:
    at = scene.paragraph.doc[min(scene.paragraph.token_at(time.span.start), len(scene.paragraph.doc) - 1)]
    if any(step.i == token.i for step in at.ancestors):
        return True
    return clause_of(at).i == clause_of(token).i and not _is_apart(token)


def _is_apart(token: Token) -> bool:
    """ "after the call", "ahead of the meeting": the day of the clause is not its own."""
    return token.dep_ == "pobj" and token.head.lower_ in (
        "after",
        "before",
        "of",
        "since",
        "until",
        "following",
        "about",
    )


def length_of(scene: Scene, token: Token) -> str | None:
    """ "the five-minute call": an ISO 8601 duration."""
    phrase = scene.phrase_of(token)
    near = scene.times.begin_in(phrase)
    return next((t.value for t in near if t.type is TimeType.DURATION), None)
