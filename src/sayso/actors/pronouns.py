"""He, she, they: what a pronoun lets its antecedent be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "it": "it", "its": "it"}


def is_personal(token: Token) -> bool:
    """A pronoun that stands for somebody."""
    return is_first(token) or token.lower_ in _PLURAL or token.lower_ in _GENDERS


def is_first(token: Token) -> bool:
    """I and we: whoever is speaking. "The US" is nobody's pronoun."""
    return token.lower_ in _FIRST and token.text != "US"


def is_plural(token: Token) -> bool:
    """They: a group."""
    return token.lower_ in _PLURAL


def gender(token: Token) -> str:
    """ "m", "f", "it", or "" where the pronoun leaves it open."""
    return _GENDERS.get(token.lower_, "")


def gender_of_name(name: str, roles: Iterable[str]) -> str:
    """ "m" or "f" by title or first name where these tell, else ""."""
    titles = {word.lower() for role in roles for word in role.split()}
    if titles & words("feminine_titles"):
        return "f"
    if titles & words("masculine_titles"):
        return "m"
    first = name.split()[0].lower() if " " in name else ""
    if first in words("feminine_names"):
        return "f"
    return "m" if first in words("masculine_names") else ""
