"""Words whose change is never small: negations, numbers, names."""

from __future__ import annotations

from sayso.pins.words import words_in


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEGATIONS = _listed("not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely")
_NUMBERS = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen half"
)

COMMON = _listed(
    "a an the of in on at to for from by with as and or but if so that this these those it its he she they we you i "
    "him her them us me his their our your my is are was were be been am do does did has have had will would can could "
    "not no there what which who when than then"
)
"""Words so common that sharing nothing else is chance."""


def negations(text: str) -> list[str]:
    """The words that negate, as printed."""
    words = words_in(text)
    return [words.between(k, k + 1) for k, key in enumerate(words.keys) if key in _NEGATIONS or key.endswith("n't")]


def numbers(text: str) -> set[str]:
    """Numbers in digits or in words."""
    return {key for key in words_in(text).keys if key in _NUMBERS or any(map(str.isdigit, key))}


def names(text: str) -> set[str]:
    """Words with a capital letter, but for the commonest, whose capital only says that a sentence begins."""
    words = words_in(text)
    capitals = (k for k, first in enumerate(words.firsts) if words.folded.letters[first].isupper())
    return {words.keys[k] for k in capitals if words.keys[k].partition("'")[0] not in COMMON}
