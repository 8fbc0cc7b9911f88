"""Differences as a sentence for an editor. What turns the meaning comes first."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Difference
from sayso.pins.substance import names, negations, numbers

_TOLD_AT_MOST = 5
_WORDS_SHOWN = 14


def told(differences: Sequence[Difference]) -> str | None:
    """All differences in one line, negations first, or None if there are none.

    >>> told([Difference("six", "five"), Difference("not", "")])
    'leaves out a negation, “not”; “six” became “five”'
    """
    ordered = sorted(differences, key=lambda difference: not turns_meaning(difference))
    parts = [_told(difference) for difference in ordered[:_TOLD_AT_MOST]]
    more = len(ordered) - len(parts)
    return "; ".join([*parts, *([f"{more} more"] if more else [])]) or None


def turns_meaning(difference: Difference) -> bool:
    """Does it lose or add a negation?"""
    return len(negations(difference.original)) != len(negations(difference.printed))


def is_of_substance(difference: Difference) -> bool:
    """Does it change a negation, a number or a name?"""
    one, other = difference.original, difference.printed
    return turns_meaning(difference) or numbers(one) != numbers(other) or names(one) != names(other)


def _told(difference: Difference) -> str:
    kind = " a negation," if turns_meaning(difference) else ""
    original, printed = _shown(difference.original), _shown(difference.printed)
    if not difference.original:
        return f"adds{kind} {printed}"
    if not difference.printed:
        return f"leaves out{kind} {original}"
    if difference.printed == "…":
        return f"leaves out{kind} {original} at the ellipsis"
    changed = f"{original} became {printed}"
    return f"changes a negation: {changed}" if kind else changed


def _shown(words: str) -> str:
    tokens = words.split()
    if len(tokens) > _WORDS_SHOWN:
        half = _WORDS_SHOWN // 2
        tokens = [*tokens[:half], "…", *tokens[-half:]]
    return f"“{' '.join(tokens)}”"
