"""The constructions in which a word of saying takes its content: "said that …", "called for …", "the claim that …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
# Complements of a verb that may hold what was said. On the left of the verb only a clause does ("It is over, he said").
_OF_VERBS = frozenset({"ccomp", "xcomp", "dobj", "oprd", "acomp", "attr", "prep", "advcl", "dative", "pcomp"})
_OF_NOUNS = frozenset({"acl", "ccomp", "relcl", "prep"})
_LEFT = frozenset({"ccomp"})


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read a word's complements as content: tokens `first` to `last` of the paragraph, both counted in."""

    frame: str
    first: int
    last: int


def options(head: Token) -> Iterator[Option]:
    """Every complement of a verb or noun on its own, and all that follow it together."""
    allowed = _OF_VERBS if head.pos_ in VERBS else _OF_NOUNS
    children = [c for c in head.children if c.dep_ in allowed and (c.i > head.i or c.dep_ in _LEFT)]
    for child in children:
        yield Option(_name(child), child.left_edge.i, child.right_edge.i)
    following = [c for c in children if c.i > head.i]
    if len(following) > 1:
        name = "+".join(_name(c) for c in following)
        yield Option(name, _first_of_content(following).left_edge.i, following[-1].right_edge.i)


def _first_of_content(following: list[Token]) -> Token:
    """In "told him on Monday that …" the clause is the content; without a clause, all of it may be."""
    return next((c for c in following if c.dep_ in ("ccomp", "xcomp")), following[0])


def _name(child: Token) -> str:
    return f"prep:{child.lower_}" if child.dep_ == "prep" else child.dep_


def key(head: Token) -> str:
    """How the lexicon names a head: nouns apart from verbs, passives apart from actives."""
    lemma = head.lemma_.lower()
    if head.pos_ not in VERBS:
        return f"{lemma}/noun"
    return f"{lemma}/passive" if is_passive(head) else lemma


def is_passive(verb: Token) -> bool:
    """ "was asked", and "asked" alone where it opens or closes a sentence ("Asked whether …, he said")."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and not any(c.dep_ == "aux" for c in verb.children)


def is_head(token: Token) -> bool:
    """May this word be a cue by its part of speech and place? ("the so-called fleet" calls nobody.)"""
    return (token.pos_ in VERBS and token.dep_ not in ("amod", "aux", "auxpass")) or token.pos_ == "NOUN"
