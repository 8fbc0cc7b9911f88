"""Whom a claim is about, under the names that reports give it, and who speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEADING = re.compile(r"^(?:The |An? )?(?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)")
_COMMON = re.compile(r"^(?:An?|The|Some|Many|Two|Three|Several|Police|Scientists|Doctors|Researchers)$")
_BODY = re.compile(
    r"^(?:the|its) (?:company|firm|group|agency|ministry|bank|airline|organi[sz]ation|club|party)$", re.IGNORECASE
)
_LEGAL = re.compile(r",? (?:Co|Corp|Inc|Ltd|LLC|PLC|plc|Company|Group)\.?$")
_OFFICE = (
    r"(?:current |former |chief |new |vice )*(?:CEO|executive(?: officer)?|president|chair(?:man|woman|person)?"
    r"|spokes(?:man|woman|person)"
    r"|director|founder|minister|representative|publicist|lawyer|boss)"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The name a claim begins with, and its other forms."""

    name: str
    aliases: frozenset[str]

    def is_meant(self, who: str) -> bool:
        """Does this name, or "the company", mean the subject?"""
        return bool(_BODY.match(who)) or _LEGAL.sub("", who).lower() in self.aliases

    def officers(self, text: str) -> set[str]:
        """The last names of those whom a text calls its chief, spokeswoman …"""
        either = "|".join(re.escape(alias) for alias in sorted(self.aliases, key=len, reverse=True))
        named = rf"(?i:\b(?:{either})(?:['’]s)?) (?i:{_OFFICE}),? (?P<name>[A-Z][\w.-]+(?: [A-Z][\w-]+){{1,2}})"
        behind = rf"(?P<name>[A-Z][\w.-]+(?: [A-Z][\w-]+){{1,2}}), (?i:(?:the )?{_OFFICE} (?:of|for|at) (?:{either}))"
        return {match["name"].split()[-1] for frame in (named, behind) for match in re.finditer(frame, text)}


def subject_of(claim: str) -> Subject | None:
    """Whom the claim is about, if it begins with a name."""
    match = _LEADING.match(claim)
    name = re.sub(r"['’]s$", "", match["name"]) if match else ""
    if not name or _COMMON.match(name):
        return None
    parts = [part for part in re.split(r"[ -]", name) if part]
    initials = {"".join(part[0] for part in parts).lower()} if len(parts) > 1 else set()
    return Subject(name, frozenset({name.lower(), name.replace("-", " ").lower()} | initials))
