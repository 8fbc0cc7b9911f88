"""Words that two accounts share: runs of what was said, names of places and media."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

RUN = 6
"""Words in a row that two people do not say by chance, and that are more than a slogan."""

_SMALL = frozenset(
    {"the", "a", "an", "in", "at", "on", "of", "aboard", "via", "near", "outside", "his", "her", "their", "its"}
)
_RENAMED = {"twitter": "x"}


def runs(said: Iterable[str]) -> frozenset[str]:
    """Every run of so many words.

    >>> sorted(runs(["We will not leave the harbour now", "No."]))
    ['we will not leave the harbour', 'will not leave the harbour now']
    """
    return frozenset(
        " ".join(words[at : at + RUN]) for words in map(_words, said) for at in range(len(words) - RUN + 1)
    )


def same_name(one: str, other: str) -> bool:
    """Do the words of one name of a place or medium all stand in the other?

    >>> same_name("Geneva", "in Geneva, Switzerland"), same_name("Twitter", "X"), same_name("Paris", "Bern")
    (True, True, False)
    """
    mine, theirs = _content(one), _content(other)
    return mine == theirs or bool(mine and theirs and (mine <= theirs or theirs <= mine))


def _content(name: str) -> set[str]:
    return {_RENAMED.get(word, word) for word in _words(name)} - _SMALL


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
