"""What a common noun lets its owner be: a person, people, a body, a document."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.language.words import sorted_into, words
from sayso.model import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = ("NNS", "NNPS")
_INDEFINITE = frozenset({"a", "an", "some", "any", "no", "another", "several", "many", "few", "each", "every"})


class Sort(StrEnum):
    """What may be meant by words, and so which pronouns may take them up."""

    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    PLACE = "place"
    DOCUMENT = "document"
    THING = "thing"


def sort_of(noun: Token) -> Sort:
    """The sort of a common noun."""
    lemma = noun.lemma_.lower()
    if lemma in words("crowds", "en_actors"):
        return Sort.PEOPLE
    if lemma in words("people", "en_actors"):
        return Sort.PEOPLE if is_plural(noun) else Sort.PERSON
    if lemma in words("bodies", "en_actors") or lemma in words("organisation_words"):
        return Sort.PEOPLE if is_plural(noun) else Sort.BODY
    if lemma in words("document_words") or lemma in words("issued", "en_actors"):
        return Sort.DOCUMENT
    return Sort.THING


def sort_of_kind(kind: ActorKind, *, is_place: bool = False) -> Sort:
    """The sort of a named actor."""
    if kind is ActorKind.PERSON:
        return Sort.PERSON
    if kind is ActorKind.GROUP:
        return Sort.PEOPLE
    if kind is ActorKind.DOCUMENT:
        return Sort.DOCUMENT
    return Sort.PLACE if is_place else Sort.BODY


def is_plural(noun: Token) -> bool:
    """More than one by its form."""
    return noun.tag_ in _PLURAL


def is_definite(noun: Token) -> bool:
    """ "the mayor", "his rival", "Vento's aide": somebody whom the reader should know."""
    determiners = [c for c in noun.children if c.dep_ in ("det", "poss") or c.tag_ in ("PRP$", "DT")]
    return bool(determiners) and not any(d.lower_ in _INDEFINITE for d in determiners)


def is_foreign(noun: Token) -> bool:
    """Told from others by a country ("the Danish minister"), not by a party."""
    told = [c for c in noun.children if c.ent_type_ == "NORP" and c.i < noun.i]
    return any(not same_words([c.lower_]) & words("parties", "en_actors") for c in told)


def owner_of(noun: Token) -> Token | None:
    """ "Vento" of "Vento's aide", "her" of "her campaign"."""
    return next((c for c in noun.children if c.dep_ == "poss" or c.tag_ == "PRP$"), None)


def qualifiers(noun: Token) -> set[str]:
    """The words that tell it from others of its kind: "deputy", "lindhaven" of "the deputy mayor of Lindhaven"."""
    before = [t for t in noun.doc[noun.left_edge.i : noun.i] if any(c.isalpha() for c in t.text)]
    behind = [w for c in noun.children if c.lower_ == "of" for w in c.children if w.dep_ == "pobj"]
    return same_words(t.lower_ for t in (*before, *behind))


def same_words(listed: Iterable[str]) -> set[str]:
    """The words that matter, one for those that mean the same ("GOP", "Republican")."""
    table = sorted_into("same_qualifier", "en_actors")
    bare = (word.strip(".,").removesuffix("'s").removesuffix("’s") for word in listed)
    return {table.get(word, word) for word in bare if word} - words("plain", "en_actors")


def clash(asked: set[str], held: set[str]) -> bool:
    """ "the Danish minister" is not "Swedish Minister Ada Vento"."""
    return bool(asked and held) and not asked & held


def office(noun: str) -> str:
    """One word for one office, however it is printed: "Sen." and "senator"."""
    bare = noun.lower().rstrip(".")
    return sorted_into("same_office", "en_actors").get(bare, bare)
