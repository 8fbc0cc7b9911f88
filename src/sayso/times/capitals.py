"""Words of time that are part of a name: USA Today, The Daily Tide."""

from __future__ import annotations

import re

# Words that only a name or the head of a sentence gives a capital.
_SMALL = re.compile(
    r"(?:The\s+)?(?:(?P<first>Daily|Weekly|Monthly|Quarterly|Annual|Yearly)|Today|Tomorrow|Tonight|Now)$"
)
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w’'.]*[ ]$")
_CAPITAL_BEHIND = re.compile(r"[ ][A-Z][a-z]")


def is_in_a_name(text: str, start: int, end: int) -> bool:
    """Is the capital that of a name: another one stands straight before, or straight behind a "Daily"?

    >>> is_in_a_name("she told USA Today", 13, 18), is_in_a_name("Today Vento spoke", 0, 5)
    (True, False)
    """
    small = _SMALL.match(text[start:end])
    if small is None:
        return False
    if _CAPITAL_BEFORE.search(text[max(0, start - 30) : start]):
        return True
    return small["first"] is not None and _CAPITAL_BEHIND.match(text, end) is not None
