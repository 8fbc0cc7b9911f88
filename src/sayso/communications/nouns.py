"""Acts that a noun names: "the five-minute call", "talks with Vento", "his planned meeting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.communications.circumstances import day_of, length_of, status_of
from sayso.communications.told import Scene, Told, listed, objects_behind, subjects_of
from sayso.language.words import sorted_into
from sayso.model import CommunicationKind
from sayso.occasions.setting import listed as listed_of_occasions
from sayso.occasions.where import medium_of, place_of, printed_medium, printed_place

if TYPE_CHECKING:
    from spacy.tokens import Token

# "in a call", "during the hearing"; but "outside the hearing", "after the call", "about the letter".
_SETTING = frozenset({"in", "at", "during", "on", "via", "by", "through", "from", "with", "over"})
_PARTNERS = frozenset({"with", "between", "to", "by", "from", "alongside", "among"})
_DEFINITE = frozenset({"the", "that", "this", "same", "their", "its"})


def told_by_noun(scene: Scene, token: Token) -> Told | None:
    """The act that the noun names, if it names one."""
    kind = _kind_of(token)
    if kind is None:
        return None
    phrase = scene.paragraph.between(token.left_edge.i, token.i)
    return Told(
        kind=CommunicationKind(kind),
        participants=_participants(scene, token),
        span=phrase,
        sentence=scene.paragraph.span_of(token.sent),
        status=status_of(token),
        when=day_of(scene, token),
        duration=length_of(scene, token),
        place=printed_place(place_of(token)),
        medium=printed_medium(medium_of(token)) if kind == CommunicationKind.POST else None,
        is_setting=token.dep_ != "pobj" or token.head.lower_ in _SETTING,
        is_definite=any(c.lower_ in _DEFINITE for c in token.children),
    )


def _kind_of(noun: Token) -> str | None:
    """The kind of act; "post" and "conference" are one only where a medium or the press stands by."""
    lemma = noun.lemma_.lower()
    kind = sorted_into("events").get(lemma)
    if kind is None or noun.pos_ != "NOUN" or noun.dep_ == "compound":
        return None
    if lemma == "post":
        by_medium = any(c.dep_ == "compound" or c.lower_ == "on" for c in noun.children)
        return kind if by_medium or noun.head.lower_ == "in" else None
    narrowing = listed_of_occasions("narrowed", lemma)
    if narrowing and not any(c.lower_ in narrowing for c in noun.children):
        return None
    return kind


def _participants(scene: Scene, token: Token) -> tuple[str, ...]:
    """Owner, whoever stands behind "with", "between" or "to", and the subject of "held" or "joined"."""
    phrases = [c for c in token.children if c.dep_ == "poss"] + objects_behind(token, _PARTNERS)
    if token.dep_ == "dobj" and token.head.lemma_.lower() in listed("light", "verbs"):
        phrases = [*subjects_of(token.head), *phrases, *objects_behind(token.head, _PARTNERS)]
    elif token.dep_ == "nsubjpass":
        phrases += objects_behind(token.head, _PARTNERS)
    return scene.who(phrases)
