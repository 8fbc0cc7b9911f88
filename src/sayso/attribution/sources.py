"""Whose words a cue introduces: the subject of a verb of saying, the owner of a noun, the agent of a passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.frames import VERBS, is_passive
from sayso.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Range = tuple[int, int]

_SUBJECTS = frozenset({"nsubj", "csubj"})
# From these a verb borrows the subject of the word above it: "X came out, saying …", "X said A and added B".
_BORROWING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ROOT", "dep"})
_STEPS = 4


def of_cue(cue: Token) -> Range | None:
    """First and last token of the source, both counted in; None where the sentence names nobody."""
    if cue.pos_ not in VERBS:
        return _owner(cue)
    if is_passive(cue):
        return _agent(cue)
    return _subject(cue)


def _subject(verb: Token) -> Range | None:
    for _ in range(_STEPS):
        # Of two, the nearer one: the other is mostly a part of the quotation ("“The ferry sails,” Nia Vale said").
        subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
        subject = min(subjects, key=lambda c: abs(c.i - verb.i), default=None)
        if subject is not None:
            return phrase(subject, outside=verb)
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return phrase(verb.head, outside=verb)
        if verb.dep_ not in _BORROWING or verb.head == verb:
            return None
        commanded = _commanded(verb)
        if commanded is not None:
            return phrase(commanded, outside=verb)
        verb = verb.head
        if verb.pos_ in VERBS and any(c.dep_ == "nsubjpass" for c in verb.children):
            return phrase(next(c for c in verb.children if c.dep_ == "nsubjpass"), outside=verb)
    return None


def _commanded(verb: Token) -> Token | None:
    """Maas in "urged Maas to say": the one who is to speak."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_.lower() not in words("commanding"):
        return None
    return next((c for c in above.children if c.dep_ == "dobj" and c.i < verb.i), None)


def beside(cue: Token) -> Range | None:
    """A name right before or after the cue: the parse of a sentence cut up by quotation marks often loses it."""
    for near in (cue.i - 1, cue.i + 1):
        if 0 <= near < len(cue.doc) and cue.doc[near].pos_ in ("PROPN", "NOUN", "PRON"):
            return _name_around(cue.doc[near])
    return None


def _name_around(token: Token) -> Range:
    first = last = token.i
    while first > 0 and (
        token.doc[first - 1].pos_ in ("PROPN", "DET", "ADJ", "NOUN") or token.doc[first - 1].lower_ == "of"
    ):
        first -= 1
    while last + 1 < len(token.doc) and token.doc[last + 1].pos_ in ("PROPN", "NOUN"):
        last += 1
    return first, last


def _agent(verb: Token) -> Range | None:
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    by_whom = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    return phrase(by_whom, outside=verb) if by_whom is not None else None


def _owner(noun: Token) -> Range | None:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return owner.left_edge.i, owner.i
    by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
    whom = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if whom is not None:
        return phrase(whom, outside=noun)
    return _subject(noun.head) if noun.dep_ in ("dobj", "attr", "pobj") and noun.head.pos_ in VERBS else None


def phrase(head: Token, outside: Token) -> Range:
    """The whole noun phrase of `head`, cut short before the cue where the cue hangs below it."""
    first, last = head.left_edge.i, head.right_edge.i
    if head.i < outside.i <= last:
        last = outside.left_edge.i - 1 if outside.left_edge.i > head.i else outside.i - 1
    while last > head.i and head.doc[last].is_punct and head.doc[last].text not in ')”"':
        last -= 1
    return first, max(last, head.i)
