"""Texts that are one text: most of the shorter one's running words stand in the longer one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

_LENGTH = 5
_SHARED = 0.5


def near_copies(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The sources of documents that print one text, each class sorted."""
    shingles = {source: _shingles(text) for source, text in texts.items()}
    class_of = {source: {source} for source in texts}
    for one, other in combinations(sorted(texts), 2):
        if _contained(shingles[one], shingles[other]) >= _SHARED:
            both = class_of[one] | class_of[other]
            class_of.update(dict.fromkeys(both, both))
    return sorted(set(map(tuple, map(sorted, (group for group in class_of.values() if len(group) > 1)))))


def shared(words: str, text: str) -> float:
    """How much of these words runs through the text."""
    return _contained(_shingles(words), _shingles(text))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + _LENGTH]) for at in range(len(words) - _LENGTH + 1)}


def _contained(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
