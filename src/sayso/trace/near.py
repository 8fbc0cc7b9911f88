"""Texts that are one text: most of the shorter one's running words stand in the longer one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

_LENGTH = 5
_SHARED = 0.5


def near_copies(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The sources of documents that print one text, each class sorted."""
    shingles = {source: _shingles(text) for source, text in texts.items()}
    class_of = {source: {source} for source in texts}
    for (one, other), common in _in_common(shingles).items():
        if common >= _SHARED * min(len(shingles[one]), len(shingles[other])):
            both = class_of[one] | class_of[other]
            class_of.update(dict.fromkeys(both, both))
    return sorted({tuple(sorted(group)) for group in class_of.values() if len(group) > 1})


def _in_common(shingles: Mapping[str, set[int]]) -> Counter[tuple[str, str]]:
    """How many runs of words every two share; those that share none are never looked at."""
    held_by: dict[int, list[str]] = {}
    for source in sorted(shingles):
        for shingle in shingles[source]:
            held_by.setdefault(shingle, []).append(source)
    return Counter(pair for sources in held_by.values() if len(sources) > 1 for pair in combinations(sources, 2))


def shared(words: str, text: str) -> float:
    """How much of these words runs through the text."""
    return _contained(_shingles(words), _shingles(text))


def _shingles(text: str) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return set(map(hash, zip(*(words[at:] for at in range(_LENGTH)), strict=False)))


def _contained(one: set[int], other: set[int]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
