"""Credit lines: whose text it is, by dateline, byline or a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.text.lists import section

AGENCIES = "|".join(re.escape(name) for name in section("credit")["agencies"])
# Agencies that no list holds are known by their last words.
NAMED_SO = (
    r"(?:[A-Z][\w’'&.-]*\s+){1,4}(?:(?:News|Press|Wire)\s+(?:Agency|Association|Service)|News\s?[Ww]ire|Newswire|Wire)"
)
AGENCY = re.compile(rf"(?:[Tt]he\s+)?(?P<agency>{AGENCIES}|{NAMED_SO})")
DATELINE = re.compile(r"(?P<line>(?P<place>[A-Z][^()\n]{1,60}?)?\s*\((?P<agency>[A-Z][^()\n]{1,40})\))\s*(?:—|–|--?)\s")
BYLINE = re.compile(rf"(?:^|\b[Bb]y\s+|[,|/–—-]\s*|\bfor\s+|\b(?:of|from)\s+){AGENCY.pattern}\s*(?:$|[,|/–—-])")
ITS_TEXT = (
    re.compile(rf"[\s(—–-]*{AGENCY.pattern}[\s).]*$"),
    re.compile(
        r"(?:©|\([cC]\)|[Cc]opyright)\W*(?:\d{4}\W*)?(?:by\s+)?(?:[Tt]he\s+)?(?P<agency>[A-Z][^.,;|©]{1,59}?)\s*(?:[.,;|]|$)"
    ),
    re.compile(
        r"(?:this|the)\s+(?:story|article|report|text|piece)\s+(?:(?:was|is|has been)\s+)?(?:first\s+|originally\s+)?"
        r"(?:provided|distributed|supplied|produced|published|appeared|comes?)\s+(?:by|in|on|from)\s+"
        r"(?:the\s+)?(?P<agency>[^.;]{2,60}?)(?:\s+(?:and|under|with)\b.*)?\.?$",
        re.I,
    ),
    re.compile(r"(?:source|credit|wire|agency)\s*:\s*(?:the\s+)?(?P<agency>[^\s.;:][^.;:]{1,59})\.?$", re.I),
)
ITS_SHARE = re.compile(
    r"(?:h/t\b.{2,60}|with\s+(?:material|files|reporting|additional reporting)\s+(?:from|by)\s.{2,80}|"
    r"(?:additional|further)\s+reporting\s+by\s.{2,80}|.{2,80}\s+contributed\s+(?:to\s+this\s+\w+|reporting))\.?$",
    re.I,
)
STAFF = re.compile(r"\b(?:staff|team|desk|newsroom|editors?|editorial|board|reporters?|correspondents?)\b", re.I)
LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Credit:
    """The agency whose text it is, and the line that says so, both as printed; a share in it has no `wire`."""

    wire: str | None = None
    line: str | None = None


def dateline_credit(paragraph: str) -> Credit | None:
    """The agency in the brackets of a dateline.

    >>> dateline_credit("VELDEN (NPA) — The minister denied it.")
    Credit(wire='NPA', line='VELDEN (NPA)')
    """
    match = DATELINE.match(paragraph)
    if match is None:
        return None
    # Brackets and a dash alone may be any aside: "Ana Petrov (Lake Party) — who".
    in_capitals = re.match(r"[A-Z]{3}", match["place"] or "") is not None
    if not in_capitals and not AGENCY.fullmatch(match["agency"]):
        return None
    return Credit(match["agency"], match["line"])


def byline_credit(byline: str) -> Credit | None:
    """The agency that a byline names.

    >>> byline_credit("By Mara Ilves, Northern Press Agency").wire
    'Northern Press Agency'
    """
    match = BYLINE.search(byline) if len(byline) < LONGEST_LINE else None
    return Credit(match["agency"], byline) if match else None


def closing_credit(paragraph: str) -> Credit | None:
    """A line of its own that says whose text it is, or who had a share in it.

    >>> closing_credit("© 2031 Northern Press Agency. All rights reserved.").wire
    'Northern Press Agency'
    >>> closing_credit("Rosa Lind contributed to this report.")
    Credit(wire=None, line='Rosa Lind contributed to this report.')
    """
    if len(paragraph) > LONGEST_LINE:
        return None
    for pattern in ITS_TEXT:
        if match := pattern.match(paragraph):
            return Credit(match["agency"], paragraph)
    return Credit(None, paragraph) if ITS_SHARE.match(paragraph) else None


def settled(stated: Iterable[str], printed: Iterable[Credit | None], outlet: str | None) -> Credit:
    """One credit out of what the page states formally and what it prints; the outlet's own name is no credit.

    The line is the printed one that names the agency, where there is one.
    """
    lines = [credit for credit in printed if credit and not is_own(credit.wire, outlet)]
    names = [name for name in stated if not is_own(name, outlet)]
    wire = next((name for name in [*names, *(credit.wire for credit in lines)] if name), None)
    if wire is None:
        return lines[0] if lines else Credit()
    naming = (credit.line for credit in lines if credit.line and wire.casefold() in credit.line.casefold())
    return Credit(wire, next(naming, wire))


def is_own(name: str | None, outlet: str | None) -> bool:
    """Is this the outlet itself, or its staff?"""
    if name is None:
        return False
    one, other = (re.sub(r"^the\s+", "", words.casefold()) for words in (name, outlet or ""))
    return bool(STAFF.search(name)) or bool(other and (other in one or one in other))
