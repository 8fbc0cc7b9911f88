"""One mention of an act of communication, and the sentence that tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.attribution.frames import VERBS
from sayso.language.words import sorted_into
from sayso.model import ActorKind, CommunicationKind, Reply, Span, Status, TimeExpression, When
from sayso.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Paragraph

TABLE = "en_communications"
PEOPLE = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.GROUP, ActorKind.UNNAMED})

_OF_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@cache
def listed(table: str, heading: str) -> frozenset[str]:
    """The words under one heading of one table of acts."""
    return frozenset(word for word, under in sorted_into(table, TABLE).items() if under == heading)


@dataclass(frozen=True, slots=True)
class Told:
    """One mention of an act.

    `is_setting`: something may be said in it ("in a call", not "after the call"). `is_definite`: it recalls an act that
    the text told of before ("the call"). `thing` is the words of what was handed over or leaked.
    """

    kind: CommunicationKind
    participants: tuple[str, ...]
    span: Span
    sentence: Span
    status: Status = Status.HAPPENED
    when: When | None = None
    duration: str | None = None
    place: str | None = None
    medium: str | None = None
    reply: Reply | None = None
    is_setting: bool = True
    is_definite: bool = False
    thing: Span | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph, and what is known there of people and days."""

    cast: Cast
    paragraph: Paragraph
    times: Places[TimeExpression]

    def who(self, phrases: list[Token]) -> tuple[str, ...]:
        """The people and bodies that these words point at, groups taken apart into their members."""
        found = (self.cast.who(self.words_of(phrase)) for phrase in phrases if phrase.ent_type_ not in ("DATE", "TIME"))
        known = (id for id in found if id is not None and self.cast.actor(id).kind in PEOPLE)
        return tuple(dict.fromkeys(m for id in known for m in (self.cast.actor(id).members or (id,))))

    def words_of(self, head: Token) -> Span:
        """The phrase of `head` without what hangs behind it."""
        return self.paragraph.between(min(head.left_edge.i, head.i), head.i)

    def phrase_of(self, head: Token) -> Span:
        """The phrase of `head` with what hangs behind it."""
        return self.paragraph.between(head.left_edge.i, head.right_edge.i)


def clause_of(token: Token) -> Token:
    """The verb in whose clause the word stands; the word itself, where there is none."""
    return next((a for a in (token, *token.ancestors) if a.pos_ in VERBS), token)


def subjects_of(verb: Token) -> list[Token]:
    """Whoever does it: the subject, that of the verb it is joined to, or of the verb that governs it."""
    for step in _upward(verb):
        own = [c for c in step.children if c.dep_ == "nsubj"]
        if own:
            return [one for subject in own for one in (subject, *subject.conjuncts)]
        if step.dep_ == "acl" and step.tag_ == "VBG":
            return [step.head]
    return []


def _upward(verb: Token) -> Iterator[Token]:
    """The verb, and those whose subject is its own: "sat down and [called]", "plans to [meet]"."""
    step = verb
    yield step
    while step.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl") and step.head.i != step.i:
        if step.dep_ == "advcl" and step.tag_ not in ("VBG", "VB"):
            return
        step = step.head
        yield step


def objects_behind(head: Token, prepositions: frozenset[str]) -> list[Token]:
    """ "with Maas and Vento": the nouns behind these prepositions of `head`, and what is joined to them."""
    behind = [c for c in head.children if c.dep_ in ("prep", "dative", "agent") and c.lower_ in prepositions]
    nouns = [w for prep in behind for w in prep.children if w.dep_ == "pobj"]
    return [_owned(one) for noun in nouns for one in (noun, *noun.conjuncts)]


def _owned(token: Token) -> Token:
    """ "alongside Vento's son-in-law Piet Maas" means Maas, also where the parser stops at Vento."""
    doc, end = token.doc, token.i + 1
    if end >= len(doc) or doc[end].tag_ != "POS":
        return token
    while end + 1 < len(doc) and (doc[end + 1].pos_ in _OF_NAMES or doc[end + 1].text == "-"):
        end += 1
    return doc[end] if end > token.i + 1 else token
