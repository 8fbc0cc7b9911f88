"""Are two names one person's? A missing name, a title or a surname alone is no other speaker."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

from sayso.check.who import undistinguished
from sayso.language.words import words

# What a transcript calls somebody whom it does not name.
_GENERIC = frozenset(
    {"moderator", "interviewer", "host", "operator", "reporter", "question", "answer", "unknown", "unidentified", "man",
     "woman", "voice", "audience", "interpreter", "translator", "participant", "caller", "member", "the", "a", "an"}
)  # fmt: skip
_SPELLINGS_DIFFER_BY = 2
_LONG_ENOUGH_TO_VARY = 6
_POSSESSIVE = re.compile(r"[’']s\b|[’'](?!\w)")
# O'Neill, d'Arcy: often left out, and the name is the same.
_PREFIX = re.compile(r"\b[od][’'](?=\w)")


def same_person(one: str | None, other: str | None) -> bool:
    """May the two be the same? False only where both are names, and names of different people.

    What a record adds in brackets, to tell namesakes apart, is no part of a name.

    >>> same_person("Secretary Rossi", "Anna Rossi"), same_person("Karl Rossi", "Anna Rossi")
    (True, False)
    """
    ours, theirs = name_parts(undistinguished(one or "")), name_parts(undistinguished(other or ""))
    if not ours or not theirs or set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    if not _same_surname(ours[-1], theirs[-1]):
        return False
    return len(ours) == 1 or len(theirs) == 1 or _same_first(ours[:-1], theirs[:-1])


def name_parts(name: str) -> list[str]:
    """The parts of a proper name, folded, without titles; none where it names nobody ("THE PRESIDENT", "Speaker 2").

    >>> name_parts("Sen. B. O'Neill"), name_parts("Q")
    (['b', 'neill'], [])
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = _PREFIX.sub("", _POSSESSIVE.sub("", plain))
    titles = words("titles")
    parts = (part for part in re.findall(r"[^\W\d_]+\.?", plain) if part not in _GENERIC)
    named = [bare for part in parts if {bare := part.rstrip("."), f"{bare}."}.isdisjoint(titles)]
    # A letter alone is an initial where a surname follows it, and nobody's name where none does.
    return [part for at, part in enumerate(named) if len(part) > 1 or any(len(one) > 1 for one in named[at + 1 :])]


def _same_surname(one: str, other: str) -> bool:
    """Zelensky is Zelenskyy: the name of a speaker, unlike a quoted word, is often spelt in two ways."""
    if min(len(one), len(other)) < _LONG_ENOUGH_TO_VARY:
        return one == other
    return Levenshtein.distance(one, other) <= _SPELLINGS_DIFFER_BY and one[:3] == other[:3]


def _same_first(ours: list[str], theirs: list[str]) -> bool:
    """Steve is Steven, B. may be Boris, and also Lyndon B.; but B. is not Anna."""
    one, other = ours[0], theirs[0]
    if len(one) == 1 or len(other) == 1:
        initials, names = (ours, theirs) if len(one) == 1 else (theirs, ours)
        return any(name.startswith(initials[0]) for name in names)
    return one.startswith(other[:3]) or other.startswith(one[:3])
