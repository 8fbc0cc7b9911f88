"""The sentences of a text, and how much of a claim each of them carries."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sayso.trace.subject import subject_of

LEAST = 0.2
"""A report no sentence of which carries this share of the claim does not carry it."""

_BREAK = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9@#])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|Inc|Co|Corp|Ltd|vs|No|Jr|Sr"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z])\.\s+$"
)
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_ENDING = re.compile(r"(?:['’]s|ings?|ed|es|s|e|ly)$")
_ROOT = 5
"""Words that agree in so many letters count as one ("explode", "explosion")."""
_FUNCTION = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be been but by for from had has have he her his in into is it its of on one or she that the"
        " their they this to two was were which while who will with named elsewhere personal after"
        " over under not him them",
    )
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a text from `start` to `end`."""

    start: int
    end: int
    words: str


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order; a line end always ends one."""
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        if "\n" not in gap.group() and _SHORT.search(text[max(start, gap.start() - 8) : gap.end()]):
            continue
        found.append((start, gap.start() + len(gap.group().rstrip())))
        start = gap.end()
    found.append((start, len(text)))
    return [Sentence(a, b, text[a:b]) for a, b in found if text[a:b].strip()]


@lru_cache(maxsize=20_000)
def stems(words: str) -> frozenset[str]:
    """The content words, without what inflection adds."""
    return frozenset(_stem(word) for word in _WORD.findall(words.lower()) if word not in _FUNCTION)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    bare = _ENDING.sub("", word) if len(word) > 3 else word
    return bare[:_ROOT]


class Claim:
    """The words of a claim, weighed by how seldom sentences hold them."""

    def __init__(self, words: str, texts: Iterable[Iterable[Sentence]]) -> None:
        self.words = words
        self.stems = stems(words)
        self.subject = subject_of(words)
        held: Counter[str] = Counter()
        total = 1
        for text in texts:
            for sentence in text:
                total += 1
                held.update(self.stems & stems(sentence.words))
        self._weights = {stem: math.log(1 + total / held[stem]) for stem in self.stems if held[stem]}
        self._whole = sum(self._weights.values()) or 1.0

    def is_in(self, told: Iterable[Sentence]) -> bool:
        """Does any sentence carry enough of the claim?"""
        return any(self.carried(one.words) >= LEAST for one in told)

    def carried(self, words: str) -> float:
        """The share of the claim that these words carry, 0 to 1."""
        return sum(self._weights.get(stem, 0) for stem in self.stems & stems(words)) / self._whole
