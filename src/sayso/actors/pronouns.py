"""He, she, they: what a pronoun lets its antecedent be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.actors.names import first_name
from sayso.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "it": "it", "its": "it"}


def is_personal(token: Token) -> bool:
    """A pronoun that stands for somebody."""
    return is_first(token) or is_third(token)


def is_third(token: Token) -> bool:
    """He, she, it, they: somebody spoken of."""
    return token.lower_ in _PLURAL or token.lower_ in _GENDERS


def is_first(token: Token) -> bool:
    """I and we: whoever is speaking. "The US" is nobody's pronoun."""
    return token.lower_ in _FIRST and token.text != "US"


def form(token: Token) -> str:
    """ "m", "f", "it" or "they"."""
    return "they" if token.lower_ in _PLURAL else _GENDERS.get(token.lower_, "")


def gender_of_noun(noun: Token) -> str:
    """ "m" or "f" where the noun itself tells, else ""."""
    lemma = noun.lemma_.lower()
    if lemma in words("feminine", "en_actors"):
        return "f"
    return "m" if lemma in words("masculine", "en_actors") else ""


def gender_by(name: str, roles: Iterable[str]) -> str:
    """ "m" or "f" by a title, a noun for what somebody is, or the first name, where one of these tells; else ""."""
    told = {word.lower().strip(".,") for role in roles for word in role.split()[-2:]}
    if told & (words("feminine_titles") | words("feminine", "en_actors")):
        return "f"
    if told & (words("masculine_titles") | words("masculine", "en_actors")):
        return "m"
    first = first_name(name)
    return first if first in ("m", "f") else ""
