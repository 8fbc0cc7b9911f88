"""Which quotations of a story ask for a check: speech, not scare quotes and titles."""

from __future__ import annotations

from sayso.check.cues import Cue
from sayso.check.who import listed
from sayso.pins.words import words_in

SHORT = 2
"""Words; so few are a check's matter only where the story says that somebody said them, or where they stand."""
_TITLE_AT_MOST = 8
_SMALL = listed("a an the of in on at to for and or but from by with is")


def must_stand(words: str, cue: Cue | None) -> bool:
    """Is it worth saying so if the record has no such words?"""
    return cue is not None or (len(words_in(words)) > SHORT and not _like_title(words))


def may_be_shown(words: str, cue: Cue | None) -> bool:
    """Is it worth saying so if the record has these words? A lone word in quotation marks seldom is."""
    return len(words_in(words)) >= (1 if cue is not None else SHORT)


def _like_title(words: str) -> bool:
    """The Art of the Deal: every longer word with a capital, and no stop at the end."""
    tokens = words.split()
    if len(tokens) > _TITLE_AT_MOST or words.rstrip().endswith((".", ",", "?", "!")):
        return False
    return all(token[:1].isupper() or token in _SMALL for token in tokens)
