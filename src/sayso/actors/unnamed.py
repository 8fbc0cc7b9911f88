"""An unnamed source as it is described: how many, who by their own account, on which terms, and how they know."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.language.words import sorted_into, words
from sayso.model import Basis

_NUMBER = re.compile(r"(\d+|a dozen|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I)
_COUNTED = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {"a": 1, "an": 1, "a dozen": 12}


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A source without a name.

    `number` is how many they are, None where the text does not count them. `terms` are those on which they spoke, by
    the words that say so; `basis` is how they know.
    """

    description: str
    number: int | None = None
    terms: str | None = None
    basis: Basis = Basis.NOT_STATED


def unnamed(description: str, context: str = "") -> Unnamed:
    """What the description, and the clause that it stands in, tell of a source without a name.

    >>> two = unnamed("two people briefed on the call", "who spoke on condition of anonymity")
    >>> two.number, two.terms, two.basis.value
    (2, 'on condition of anonymity', 'told')
    """
    told = f"{description} {context}"
    return Unnamed(description, _number(description), _terms(told), _basis(told))


def _number(description: str) -> int | None:
    counted = _NUMBER.match(description.strip())
    if counted is None:
        return None
    word = counted[1].lower()
    return int(word) if word.isdigit() else _COUNTED[word]


def _terms(told: str) -> str | None:
    found = (re.search(rf"\b{pattern}\b", told, re.I) for pattern in sorted(words("terms", "en_actors")))
    first = min((m for m in found if m), key=lambda m: (m.start(), -len(m[0])), default=None)
    return first[0] if first else None


def _basis(told: str) -> Basis:
    """Firsthand outweighs what was read or told."""
    table = sorted_into("basis_in_frame")
    known = {heading for pattern, heading in table.items() if re.search(rf"\b(?:{pattern})\b", told, re.I)}
    return next((Basis(name) for name in ("firsthand", "document", "told") if name in known), Basis.NOT_STATED)
