"""Texts that are one text: most of the shorter one's running words stand in the longer one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

_LENGTH = 5
_SHARED = 0.5


def near_copies(texts: Mapping[str, str]) -> list[list[str]]:
    """The sources of documents that print one text, each class sorted."""
    shingles = {source: _shingles(text) for source, text in texts.items()}
    classes: dict[str, set[str]] = {source: {source} for source in texts}
    for one, other in combinations(sorted(texts), 2):
        if _contained(shingles[one], shingles[other]) >= _SHARED:
            both = classes[one] | classes[other]
            classes |= dict.fromkeys(both, both)
    return sorted({tuple(sorted(together)) for together in classes.values() if len(together) > 1}, key=list)  # type: ignore[return-value]


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + _LENGTH]) for at in range(len(words) - _LENGTH + 1)}


def _contained(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
