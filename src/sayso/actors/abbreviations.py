"""Short forms that a text itself gives: "the Lindhaven Harbour Board (LHB)"."""

from __future__ import annotations

import re

# The words before the bracket, as many as the letters in it may stand for.
_GIVEN = re.compile(
    r"((?:[A-Z][\w’'&.-]*\s+)(?:(?:[A-Z][\w’'&.-]*|of|the|for|and|on|in|to)\s+){0,9})\(\s*(?:the\s+|or\s+|“)?([A-Z][A-Za-z&.-]{1,9})[”\"]?\s*\)"
)
_SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to"})


def abbreviations_in(text: str) -> dict[str, str]:
    """Every short form given in brackets → the name before it, both in lower case.

    >>> abbreviations_in("The Lindhaven Harbour Board (LHB) met.")
    {'lhb': 'lindhaven harbour board'}
    """
    given: dict[str, str] = {}
    for match in _GIVEN.finditer(text):
        name = _named(match[1].split(), match[2].replace(".", "").lower())
        if name:
            given.setdefault(match[2].replace(".", "").lower(), name)
    return given


def _named(before: list[str], letters: str) -> str | None:
    """The shortest run of words before the bracket whose initials are the letters, small words left out or not."""
    for at in range(len(before) - 1, -1, -1):
        run = before[at:]
        initials = "".join(word[0].lower() for word in run if word.lower() not in _SMALL)
        everything = "".join(word[0].lower() for word in run)
        if letters in (initials, everything) and run[0].lower() not in _SMALL:
            return " ".join(run).lower().replace(".", "")
    return None
