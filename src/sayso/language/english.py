"""Is a text English? Counted by the little words, which no English sentence does without."""

from __future__ import annotations

import re

from sayso.language.words import words

# Characters that are looked at, and the words among them without which nothing can be told.
LOOKED_AT, TOLD_BY = 20_000, 25
# English running text has two in five; Dutch or Danish, which share some of them, one in twenty.
SHARE = 0.09
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether the text reads like English; a text of a few words counts as English.

    >>> is_english("Der Hafen wird geschlossen, sagte Anna Rossi am Dienstag vor dem Rat der Stadt. " * 3)
    False
    >>> is_english("The harbour will close, Anna Rossi told the council of the town on Tuesday. " * 3)
    True
    """
    told = [word.lower() for word in _WORD.findall(text[:LOOKED_AT])]
    little = words("little")
    return len(told) < TOLD_BY or sum(word in little for word in told) >= SHARE * len(told)
