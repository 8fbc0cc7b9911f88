"""Names of organisations and outlets: the same under article, legal form, abbreviation and ampersand."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.people.spelling import plain
from sayso.people.words import listed, mapped


@lru_cache(maxsize=20_000)
def body_words(printed: str) -> tuple[str, ...]:
    """The words of a body's name that tell it from others.

    >>> body_words("The Halvane Fishing Co., Inc."), body_words("U.S. Dept. of Fish & Sea")
    (('halvane', 'fishing'), ('us', 'department', 'fish', 'sea'))
    """
    text = re.sub(r"\b([^\W\d_])\.(?=[^\W\d_]\b|\s|$)", r"\1", plain(printed).replace("&", " and "))
    text = re.sub(r"[’']s?$", "", text)
    words = [mapped("abbreviated").get(word, word) for word in re.findall(r"[^\W_]+", text)]
    kept = [word for word in words if word not in ("the", "of", "and", "for", "a", "an")]
    while len(kept) > 1 and kept[-1] in listed("legal_forms"):
        kept.pop()
    return tuple(kept or words)


def is_common(printed: str) -> bool:
    """May every text mean another body by it: "the Ministry", "the council"?"""
    words = body_words(printed)
    return not words or all(word in listed("common_bodies") for word in words) or not any(map(str.isupper, printed))


@lru_cache(maxsize=20_000)
def initials(printed: str) -> frozenset[str]:
    """What a body may be abbreviated to: with and without its little words.

    >>> sorted(initials("Halvane Institute of Marine Research"))
    ['himr', 'hiomr']
    """
    words = re.findall(r"[^\W_]+", plain(printed).replace("&", " and "))
    little = listed("left_out")
    bare = [word for word in words if word != "the"]
    forms = (bare, [word for word in bare if word not in little], words)
    return frozenset("".join(word[0] for word in form) for form in forms if len(form) > 1)


def is_abbreviation(printed: str) -> bool:
    """Capitals only, two to seven of them: BBC, U.N."""
    bare = re.sub(r"[.\s]", "", re.sub(r"^[Tt]he\s+", "", printed))
    return 2 <= len(bare) <= 7 and bare.isalnum() and sum(map(str.isupper, bare)) >= len(bare) - 1


def abbreviation(printed: str) -> str:
    """The letters of an abbreviation."""
    return re.sub(r"[^a-z0-9]", "", plain(re.sub(r"^[Tt]he\s+", "", printed)))
