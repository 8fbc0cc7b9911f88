"""What a sentence says beside its content words: numbers, negations, modal verbs, quantifiers, names.

A retelling may change tense, person and the words for now and here. It may not change these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.check.who import listed

_UNITS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = (
    {word: at for at, word in enumerate(_UNITS.split())}
    | {word: 10 * at for at, word in enumerate(_TENS.split(), 2)}
    | {"dozen": 12}
)
_LARGE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
NUMBER_WORDS = frozenset(_SMALL) | frozenset(_LARGE)
_FIGURES = re.compile(r"\d[\d.,]*")


def _classes(*lines: str) -> dict[str, frozenset[str]]:
    """Word → every class that it is in; a class goes by its first word."""
    found: dict[str, set[str]] = {}
    for line in lines:
        for word in line.split():
            found.setdefault(word, set()).add(line.split()[0])
    return {word: frozenset(names) for word, names in found.items()}


# Words of one line are of one force, also when tense moves: will → would, must → had to. "could" is both.
MODALS: Mapping[str, frozenset[str]] = _classes(
    "will would shall should 'll 'd won't", "can could able cannot", "may might could", "must need"
)
QUANTIFIERS: Mapping[str, frozenset[str]] = _classes(
    "all every each everyone everybody both always",
    "most mostly",
    "some several somebody someone sometimes",
    "many much",
    "few little",
    "any anybody anyone",
)
NEGATIVES = listed("no not none never nobody nothing nowhere neither nor cannot")
"""Words that negate; a word that ends in n't does too."""
NEGATES_OTHERWISE = listed(
    "refuse refused refuses refusing fail failed fails failing without unable false untrue deny denied denies reject "
    "rejected rejects hardly scarcely barely wrong impossible lack lacked lacks avoid avoided doubt doubted"
)
"""Words that may do the work of a "not": where one has come or gone, counting negations tells nothing."""


def value(words: list[str]) -> float | None:
    """What number some words are; None where they are none.

    >>> value(["twenty", "four"]), value(["1,500"]), value(["two", "thousand"]), value(["boats"])
    (24.0, 1500.0, 2000.0, None)
    """
    whole, part = 0.0, 0.0
    for word in words:
        figure = _figure(word)
        if figure is not None:
            part += figure
        elif word in _SMALL:
            part += _SMALL[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _LARGE:
            whole, part = whole + (part or 1) * _LARGE[word], 0.0
        else:
            return None
    return whole + part if words else None


def is_number(word: str) -> bool:
    """A number in words or in figures."""
    return word in NUMBER_WORDS or _figure(word) is not None


def _figure(word: str) -> float | None:
    if not _FIGURES.fullmatch(word):
        return None
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return None


def negates(word: str) -> bool:
    """Does this word negate?"""
    return word in NEGATIVES or word.endswith("n't")
