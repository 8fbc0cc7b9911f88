"""Outlets as they stand in a text: "X reported", "told X", "according to X", "a report in X"; learned and looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model import Span
from sayso.trace.outlets import Outlet, Outlets, plain

_WORD = (
    r"(?:[A-Z][\w/&!-]*(?:\.(?:com|org|net|co\.uk|tv))?|[a-z]+\.com|[0-9]+[a-z]+[0-9][A-Z]\w+"
    r"|[A-Z]\.(?:[A-Z]\.)+)"
)
_NAME = rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|on|and|&|der|du) (?:the )?)?{_WORD}){{0,4}}"
_REPORTED = r"(?:reports?|reported|is reporting|are reporting|was reporting|has reported|had reported)"
_SAYS = (
    r"(?:says?|said|claims?|claimed|revealed|reveals|writes|wrote|notes?|noted|cites?|cited|quotes|quoted|published"
    r"|adds|added|confirmed|confirms|alleged|alleges|described|broke|obtained|learned|has learned|has confirmed"
    r"|was (?:the )?first to|first reported|explains|refuted|debunked|spoke|interviewed)"
)
_TELL = (
    r"(?:told|tells|telling|tell|(?:revealed|confirmed|said|speaking|spoke|talked|confided|leaked|explained|admitted)"
    r" (?:exclusively )?(?:to|with)|(?:interview|statement|comments?|remarks) (?:to|with))"
)
_ITEM = (
    r"(?:reports?|story|stories|article|piece|post|blog post|interview|scoop|exclusive|headline|account"
    r"|coverage|rumou?r)"
)
_WHEN = r"(?:today|yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|this week)['’]s "
_BETWEEN = r"(?:also|now|first|recently|later|further|originally|previously|exclusively|has|had|even)"

_STRONG = (
    rf"(?P<name>{_NAME}) (?:\([^)]{{0,40}}\) )?(?:{_BETWEEN} )?{_REPORTED}\b(?! to\b)(?! (?:an? |its |net "
    rf"|record )?(?:\w+ )?(?:revenues?|profits?|loss(?:es)?|sales|earnings|beat|income)\b)",
    rf"(?:reported|published|cited|quoted|obtained|uncovered|broken|posted|written|interviewed) (?:\w+ )?(?:by"
    rf"|in) (?P<name>{_NAME})",
    rf"{_ITEM} (?:published |posted |released |appearing )?(?:on|in|by|from|at) (?:{_WHEN})?(?P<name>{_NAME})",
    rf"(?P<name>{_NAME})(?:['’]s?)? {_ITEM}\b",
    rf"(?:(?i:sources?)|insiders?|officials?|employees|people) (?:[\w’-]+ ){{0,9}}{_TELL} (?P<name>{_NAME})",
    rf"(?m:^)(?:\W*)(?:(?i:source)|[Vv]ia|VIA|[Hh]/[Tt]|[Hh]at [Tt]ip):? (?P<name>{_NAME})\W*(?m:$)",
    rf"[Tt]he (?:newspaper|website|site|network|magazine|tabloid|daily|blog|broadcaster|news agency"
    rf"|agency) (?P<name>{_NAME})",
    rf"(?P<name>{_NAME}),? (?:an?|the) (?:\w+ ){{0,3}}(?:newspaper|news website|website|tabloid|news agency"
    rf"|broadcaster)\b",
)
_WEAK = (
    rf"[Aa]ccording to (?:\w+ {_ITEM} )?(?P<name>{_NAME})(?:['’]s (?:{_WORD} {_WORD}|sources?))?",
    rf"(?P<name>{_NAME}) (?:\([^)]{{0,40}}\) )?(?:{_BETWEEN} )?{_SAYS}\b",
    rf"{_TELL} (?P<name>{_NAME})",
    rf"[Cc]iting (?P<name>{_NAME})",
    rf"(?P<name>{_NAME})['’]s? (?:claims?|sources?|{_WORD} {_WORD})",
    rf"(?:by|in|from|on|at|[Vv]ia|to|with) (?:{_WHEN})?(?P<name>{_NAME})",
    rf"(?:says|said|reports|reported|writes|wrote) (?P<name>{_NAME})",
    rf"(?P<name>{_NAME})",
)
_STRONG_FRAMES = tuple(re.compile(frame) for frame in _STRONG)
_FRAMES = tuple(re.compile(frame) for frame in _STRONG + _WEAK[:5] + _WEAK[6:7])
_NO_OUTLET = re.compile(
    r"^(?:Dr|Mr|Mrs|Ms|Sen|Gov|President|Prime|Police|Officials?|Officers?|Investigators?|Sources?|Insiders?"
    r"|Witness\w*"
    r"|Reports?|According|It|He|She|They|We|I|You|This|That|These|Those|There|Who|What|When|One|Some|Many"
    r"|Several|Other"
    r"|Another|An?|In|On|At|But|And|As|So|If|For|While|Although|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|News|Media|Local|State"
    r"|Twitter|Facebook|Instagram|YouTube|Reddit|Image|Photo|Pictures?|Hearing|Multiple|Authorities|Doctors|People"
    r"|Company|Earlier|Meanwhile|Yesterday|Today|Citing|Unconfirmed|Also|Read|Once|Now|Here|Original|Update|UPDATE"
    r"|Inside|However|Neither|Not|No|Just|More|Most|Analysts?|Experts?|Spokes\w+|Story|Article|The)\b"
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet named at `span`, its name alone at `name`; `is_owner` where its report is spoken of ("X's claims")."""

    outlet: Outlet
    span: Span
    name: Span


def learned(texts: Iterable[str], not_these: set[str]) -> set[str]:
    """Names that stand as only outlets stand, in any of the texts; `not_these` are the claim's own names."""
    found: set[str] = set()
    for text in texts:
        for frame in _STRONG_FRAMES:
            found |= {name for match in frame.finditer(text) if _may_be(name := plain(match["name"]), not_these)}
    return found


def _may_be(name: str, not_these: set[str]) -> bool:
    words = re.findall(r"\w+", name.lower())
    return len(name) > 1 and not _DAY.search(name) and not _NO_OUTLET.match(name) and not not_these & set(words)


def outlets_in(sentence: str, offset: int, known: Outlets) -> list[Named]:
    """The outlets that a sentence rests something on, each once, in order; `offset` is where the sentence starts."""
    found: dict[str, Named] = {}
    for match in _matches(sentence):
        for outlet, start, end in _inside(match, known):
            if outlet.name not in found:
                span = Span(offset + min(match.start(), start), offset + max(match.end(), end))
                found[outlet.name] = Named(outlet, span, Span(offset + start, offset + end))
    return sorted(found.values(), key=lambda named: named.name.start)


def _matches(sentence: str) -> Iterator[re.Match[str]]:
    for frame in _FRAMES:
        yield from frame.finditer(sentence)


def _inside(match: re.Match[str], known: Outlets) -> Iterator[tuple[Outlet, int, int]]:
    """The name, or the end or beginning of it that is an outlet's ("Apple Wall Street Journal" is none)."""
    words = list(re.finditer(r"\S+", match["name"]))
    start = match.start("name")
    for first, last in (
        (a, b) for size in range(len(words), 0, -1) for a in range(len(words) - size + 1) for b in [a + size]
    ):
        begin, end = words[first].start(), words[last - 1].end()
        if outlet := known.get(match["name"][begin:end]):
            yield outlet, start + begin, start + end
            return
