"""Who is described and not named: sources, insiders, staff; rumours and reports of nobody; posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span
from sayso.trace.parts import Origin

_HEAD = (
    r"\b(?i:sources?|insiders?|people|person|officials?|employees?|staff members?|staff|staffers?|staffer"
    r"|witness(?:es)?|aides?"
    r"|workers?|friends?|colleagues?|executives?|individuals?|informants?|residents?|neighbou?rs?|relatives?"
    r"|diplomats?"
    r"|officers?|commanders?|militants?|fighters?|activists?|tipsters?|traders?|doctors?|nurses?|locals?"
    r"|bystanders?|man|woman)"
)
_SURE_HEAD = r"\b(?i:sources?|insiders?|staff members?|staffers?|tipsters?|informants?|whistleblowers?|employees)"
_KNOWING = (
    r"(?:who (?:asked|spoke|declined|wished|requested|was|were|is|are)[^,.;]{0,60}|(?:close to|familiar with"
    r"|with (?:direct )?knowledge of|briefed on"
    r"|inside|within|near|in|at|from|for|of|with|interviewed by|cited by|involved in)(?: (?!(?:told|tells?"
    r"|said|says?|that|who|have|has|had|also|allegedly|reportedly|claim(?:s|ed)?|confirm\w*|reveal\w*|added|as"
    r"|is|are|was|were|which)\b)[\w'’-]+){1,6})"
)
_BEFORE = (
    r"(?:(?:an?|the|one|two|three|four|five|six|several|multiple|many|some|other|another|its|their|his|her"
    r"|every|anonymous|unnamed"
    r"|unidentified|senior|top|medical|military|security|government|police|intelligence|industry|inside"
    r"|prominent|high-ranking|local"
    r"|well-placed|reliable|former|current|key|diplomatic|law enforcement|family|hospital|company|clinic|eye"
    r"|multiple|[A-Z][\w'’-]+|unnamed clinic) ){0,5}"
)
_SAID = (
    r"(?:,[^,.;]{3,80},)? ?(?:was the one who |who )?(?:have |has |had |also |allegedly |reportedly )*(?:said"
    r"|says?|told|tells?|claims?"
    r"|claimed|revealed|added|adds|confirmed|confirming|confirm|agreed"
    r"|insist(?:s|ed)?|described|explained|alleged|reveals|believes?|suggest(?:s|ed)?|maintain(?:s|ed)?|reported)\b"
)
_NAMELESS = rf"(?P<who>{_BEFORE}{_HEAD}(?: {_KNOWING})?)"
_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"(?:[Aa]ccording to|[Cc]iting|[Cc]ites?|[Cc]ited|[Cc]onversations with|[Ss]poke (?:to|with)|[Tt]alked to"
        rf"|[Ii]nclud(?:e|ing)|[Ff]rom|[Bb]y|[Ww]ith) [\"“]?{_NAMELESS}",
        rf"[\"“]?{_NAMELESS}[\"”,]*{_SAID}",
        rf"(?:said|says|added|adds|claimed) {_NAMELESS}",
        rf"(?P<who>{_BEFORE}\b(?i:sources?|insiders?) {_KNOWING})",
    )
)
_OWNER = re.compile(r"^(?:[Tt]he )?(?:[A-Z][\w/.]*['’]s )+")
_SURE = re.compile(_SURE_HEAD, re.IGNORECASE)
_ANY = re.compile(_HEAD)
_SECOND_HAND = re.compile(
    r"[”\"’]?(?:,[^,]{3,80},)? (?:was the one who |who )?(?:have |has |had |also |allegedly )*(?:told|tells?"
    r"|informed) (?:\w+ )?(?:investigators|police|officers|detectives|authorities|prosecutors"
    r"|the court|friends|officials)"
)
_VAGUE = re.compile(
    r"(?:(?:[Uu]nconfirmed|UNCONFIRMED|[Mm]arket|MARKET|[Mm]edia|[Ll]ocal|[Nn]ews|[Oo]nline|[Ii]nternet"
    r"|various|[Mm]ultiple|[Ss]everal|[Ee]arly|[Hh]earing|the|The|some|Some) )+"
    r"(?:reports?|REPORTS?|rumou?rs?|RUMOU?RS?)(?: in the market| on the internet| online)?|(?:on|amid|by|to"
    r"|of|ON|AMID) (?:reports?|rumou?rs|REPORTS|RUMOU?RS) (?:of|OF|that|THAT)"
    r"|[Ii]t is (?:being )?(?:reported|rumou?red|claimed)|[Aa] report said|[Rr]umou?rs (?:are|have|were|began|that)"
    r"|Rumou?r has it|[Rr]eports (?:say|suggest|claim|emerged|indicate|are)|[Aa]ccording to (?:some )?reports",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:(?:on|to|via|over|from|by|in) )?(?:the )?(?:Twitter|Facebook|Instagram|YouTube|Reddit|Snapchat|Vine"
    r"|Tumblr|Vkontakte|VK|4chan|WhatsApp|social media|social network\w*|twittersphere|blogosphere)\b"
    r"|\b(?:tweet(?:ed|s|ing)?|retweeted|Facebook post)\b"
)
_HANDLE = re.compile(r"(?<![\w.(])@(?P<who>\w{2,30})")
_SPREAD = re.compile(
    r"(?:circulat|post(?:ed|s|ing)\b|shar(?:ed|ing)|spread|report|appear|surfac|emerg|claim|viral|wrote|said"
    r"|announc|coming from|tweet|hearing|pic from)",
    re.IGNORECASE,
)
_FOLLOW = re.compile(r"\b(?:[Ff]ollow|via @|on Twitter @)")


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody described, or nobody at all, at `span`; `second_hand` told somebody else than a reporter."""

    kind: Origin
    who: str
    span: Span
    second_hand: bool = False


def unnamed_in(sentence: str, offset: int) -> list[Unnamed]:
    """The sources that a sentence describes without a name, in order, each stretch once."""
    found: list[Unnamed] = []
    if not _ANY.search(sentence):
        return found
    for frame in _FRAMES:
        for match in frame.finditer(sentence):
            who = _OWNER.sub("", match["who"].strip())
            if _is_somebody(sentence, match) and not any(_meet(match, one, offset) for one in found):
                second = _SECOND_HAND.match(sentence[match.end("who") :])
                span = Span(offset + match.start(), offset + match.end())
                found.append(Unnamed(Origin.ANONYMOUS, _described(who), span, bool(second)))
    return sorted(found, key=lambda one: one.span.start)


def _meet(match: re.Match[str], one: Unnamed, offset: int) -> bool:
    return offset + match.start("who") < one.span.end and one.span.start < offset + match.end("who")


def _is_somebody(sentence: str, match: re.Match[str]) -> bool:
    """A name behind a role is no unnamed source, nor are the many ("people said"), nor the source of a picture."""
    who = match["who"]
    after = sentence[match.end("who") :]
    if re.match(r" (?:[A-Z][\w.'’-]+ )?[A-Z][a-z]+\b(?! (?:reports|told|said to))", after) and not _SURE.search(who):
        return False
    if re.match(r"\s*[:(]", after):
        return False
    return bool(_SURE.search(who)) or len(who.split()) > 2 or bool(re.match(r"(?i)(?:an?|one|two|three|several) ", who))


def _described(who: str) -> str:
    return re.sub(r"^(?:an?|the|one|another|unnamed|anonymous|its|their|his|her|every) ", "", who, flags=re.IGNORECASE)


def vague_in(sentence: str, offset: int) -> Unnamed | None:
    """Reports or rumours of nobody in particular."""
    match = _VAGUE.search(sentence)
    if not match:
        return None
    who = "rumours" if re.search("rumou?r", match.group(), re.IGNORECASE) else "reports"
    return Unnamed(Origin.VAGUE, f"unnamed {who}", Span(offset + match.start(), offset + match.end()))


def posts_in(sentence: str, offset: int) -> list[Unnamed]:
    """Posts by an account that is named, or by nobody in particular."""
    return list(_posts(sentence, offset))


def _posts(sentence: str, offset: int) -> Iterator[Unnamed]:
    if not _SPREAD.search(sentence) or _FOLLOW.search(sentence):
        return
    handles = {match["who"].lower(): match for match in reversed(list(_HANDLE.finditer(sentence)))}
    for match in handles.values():
        yield Unnamed(Origin.POST, f"@{match['who']}", Span(offset + match.start(), offset + match.end()))
    if not handles and (told := _POST.search(sentence)):
        yield Unnamed(Origin.POST, "unnamed posts", Span(offset + told.start(), offset + told.end()))
