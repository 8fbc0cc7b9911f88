"""People and bodies by name who speak to the claim: "the company said", "spokesman Tom Hale told …", "Hale denied"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Span
from sayso.trace.parts import meet

_WORD = r"[A-Z][\w.’'-]*[\w]"
_NAME = rf"(?:Dr\. |Mr\.? |Mrs\.? |Ms\.? )?{_WORD}(?: (?:of |de |al-|bin |van )?{_WORD}){{0,3}}"
_BODY = (
    r"(?:[Tt]he|[Ii]ts) (?:company|firm|group|agency|ministry|government|police|army|military|bank|club"
    r"|airline|clinic|hospital|department|university|school|organi[sz]ation|team|family|union|party)"
)
_SAID = (
    r"(?:said|says|announced|confirmed|confirms|denied|denies|disclosed|disputes?|disputed|stated|claimed"
    r"|claims|tweeted|insisted|admitted"
    r"|acknowledged|revealed|wrote|added|explained|dismissed|rejected|rejects|told|has (?:denied|confirmed"
    r"|said|announced|dismissed)"
    r"|have (?:denied|confirmed|said)|is disput\w+|is denying|released a statement|issued a statement)"
)
_ROLE = (
    r"(?:(?:police|company|government|army|military|defen[cs]e|foreign|interior|prime|deputy"
    r"|chief) )?(?:spokes(?:man|woman|person)|chief|minister|president|director|executive|officer|lawyer|mayor"
    r"|doctor)"
)
_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"(?P<who>(?:[Aa] |[Tt]he )?(?:[A-Z]\w+ )?(?:spokes(?:man|woman|person)|representative|rep|publicist"
        rf"|lawyer|attorney) (?:for|of|from) (?:the )?{_NAME})(?:, [^,]{{2,60}},)? {_SAID}",
        rf"(?P<who>(?:{_NAME} )?(?:spokes(?:man|woman|person)|chief executive|CEO|president|minister|director"
        rf"|lawyer|attorney) {_NAME}),? {_SAID}",
        rf"(?P<who>{_NAME})(?:, [^,.]{{2,70}},)? ,? ?(?:also |later |today |reportedly )?{_SAID}",
        rf"(?P<who>{_BODY}) (?:also |later )?{_SAID}",
        rf"said (?P<who>(?:{_ROLE} )?{_NAME})",
        rf"[Aa]ccording to (?P<who>(?:(?:the )?{_ROLE} )?{_NAME})",
        rf"(?:statement|press release|announcement|tweet|filing|letter|document|memo|video) (?:from|by"
        rf"|of) (?P<who>(?:the )?{_NAME})",
    )
)
_NOBODY = re.compile(
    r"^(?:It|He|She|They|We|I|You|This|That|These|Those|There|Who|What|One|Some|Many|But|And|As|So|If|While"
    r"|Although|However|Sources?|Insiders?"
    r"|Reports?|Meanwhile|According|The|In|On|At|An?|Also|Both|Neither|Officials|Investigators|People|Analysts"
    r"|Experts|Reporters|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|When|Once|Employees|Last|Next|Earlier|Later|Now|Today|Yesterday|Rumou?rs?|Twitter|Facebook|News|Image"
    r"|Photo|Only|Not|No|Just|Here|His|Her|Their|Its|Several|Multiple)\b(?! \w+ (?:Co|Inc)\b)"
)
_NO_WORD = re.compile(
    r"(?:no comment|declin\w+ to|refus\w+ to|did not (?:respond|return|reply)|could not be reached)", re.IGNORECASE
)
_INSIDE = re.compile(r"(?:\b(?:from|of|at|and|in|the|on|by)|['’]s|[A-Z][\w.’'-]*)\s$")
_COMMENTS = re.compile(r"\b(?:analysts?|strategist|economist|professor|experts?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody by name who speaks at `span`; `quoted` if in their own words."""

    who: str
    span: Span
    quoted: bool


def named_in(sentence: str, offset: int) -> list[Spoken]:
    """Who speaks in a sentence by name; a refusal to comment is no word on the claim."""
    if _NO_WORD.search(sentence) or _COMMENTS.search(sentence):
        return []
    found: list[Spoken] = []
    for frame in _FRAMES:
        for match in frame.finditer(sentence):
            span = Span(offset + match.start(), offset + match.end())
            inside = _INSIDE.search(sentence[: match.start("who")]) and match.start() == match.start("who")
            if not inside and not _NOBODY.match(match["who"]) and not any(meet(span, one.span) for one in found):
                found.append(Spoken(match["who"].strip(), span, bool(re.search('["“]', sentence))))
    return sorted(found, key=lambda one: one.span.start)
