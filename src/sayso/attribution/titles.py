"""Names in quotation marks: “Good Morning Varn” on which somebody spoke is no part of what they said."""

from __future__ import annotations

import re

from sayso.attribution.quotes import Quotation

_WORD = re.compile(r"[\w’'&]+")
# What leads to the name of a programme, a paper or a place: on “Newsnight”, the town's “Gang of Four”.
_LEADS = re.compile(r"(?:\b(?:on|in|of|to|for|from|at|with|the|a|an|told|called|titled)|[’']s)\s*\Z", re.IGNORECASE)
# Words so short are small even in a title.
SMALL = 3
LEADS_LOOKED_AT = 12


def is_title(text: str, quotation: Quotation) -> bool:
    """Every word of weight has a capital, and it is two words or more, or led by what leads to a name."""
    words = _WORD.findall(quotation.inner.of(text))
    weighty = [word for number, word in enumerate(words) if not number or len(word) > SMALL]
    if not weighty or not all(word[0].isupper() or word[0].isdigit() for word in weighty):
        return False
    if quotation.inner.of(text).rstrip().endswith(("!", "?")):
        return False
    before = text[max(0, quotation.span.start - LEADS_LOOKED_AT) : quotation.span.start]
    return len(weighty) > 1 or _LEADS.search(before) is not None
