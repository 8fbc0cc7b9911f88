"""The one person whom a noun phrase names, without a parse: the capitalised words that it ends in."""

from __future__ import annotations

import re

from sayso.language.words import words


def listed(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


# Capitalised at the start of a sentence, or for another reason than being somebody's name.
_NO_NAME = listed(
    "the a an in on at but and when after before he she they it we i you later then yesterday today tonight earlier "
    "still however meanwhile as for this that these those his her their its my our your one asked if so to by with "
    "once both what who while monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december mr mrs ms dr not no yes now here there"
)
_PEOPLE_OR_PLACE = listed(
    "people staff management everyone everybody someone somebody nobody neither moscow washington kyiv beijing "
    "brussels london paris berlin tehran jerusalem street hall palace office pentagon"
)
_SURNAMES_IN_S = listed(
    "harris williams jones davis adams roberts edwards collins evans phillips rogers james lewis thomas sanders "
    "chris charles maas gates hughes myers ross walters stevens powers peters burns brooks hayes jenkins kraus"
)
# A name after one of these belongs to the phrase, and is not who it is about; after "and" there are two.
_SPOILS = listed("for of at from with in by near and or & the to on about than via between against")
_CAPITAL = r"[A-ZÀ-Þ][\w’'\-]*"
_PARTICLE = r"(?:de|van|von|der|den|bin|al|el|la|di|da|du)"
_RUN = rf"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof|St|[A-Z])\.|{_CAPITAL})"
_AT_END = re.compile(rf"(?:^|(?<=[\s—–(]))(?P<name>{_RUN}(?: (?:{_RUN}|{_PARTICLE}))*)$")
_ENDS_SUBJECT = re.compile(r" (?:to|in|at|on|during|after|who|as|when|while|before|from|told|of) ")
_DISTINCTION = re.compile(r"(?<=\S) \([^()]*(?:\([^()]*\)[^()]*)?\)$")
_POSSESSIVE = re.compile(r"[’']s?$")


def person_at_end(phrase: str) -> str | None:
    """The name that a phrase ends in, if it is the name of what the phrase is about.

    >>> person_at_end("Halvane's fisheries commissioner Ilse Varnholt"), person_at_end("a spokesman for the Kremlin")
    ('Ilse Varnholt', None)
    """
    phrase = phrase.strip().rstrip(".")
    match = _AT_END.search(phrase)
    if match is None or _POSSESSIVE.search(match["name"]):
        return None
    before = phrase[: match.start()].split()
    tokens = match["name"].split()
    while tokens and (tokens[0].lower() in _NO_NAME or _POSSESSIVE.search(tokens[0])):
        before.append(tokens.pop(0))
    spoilt = bool(before) and before[-1].lower() in _SPOILS and before != ["and"]
    if not tokens or spoilt:
        return None
    return " ".join(tokens) if _may_be_person(tokens, opens_sentence=not before) else None


def subject(phrase: str) -> str | None:
    """The person whom the subject of a verb names, past appositions.

    >>> subject("Ilse Varnholt, who had met Brask,"), subject("the premier's aide, Teodor Brask,")
    ('Ilse Varnholt', 'Teodor Brask')
    """
    phrase = phrase.strip()
    parts = [part.strip() for part in phrase.split(",") if part.strip()]
    if not phrase.endswith(","):
        return person_at_end(parts[-1]) if parts else None
    named = (person_at_end(part) for part in reversed(parts) if part is parts[0] or part[:1].isupper())
    return next((name for name in named if name), None)


def named_first(phrase: str) -> str | None:
    """The person whom the subject after a verb names: "said Ilse Varnholt, the commissioner"."""
    parts = [_ENDS_SUBJECT.split(f" {part} ")[0].strip() for part in phrase.split(",")]
    first = person_at_end(parts[0])
    return first or (person_at_end(parts[1]) if len(parts) > 1 and parts[1][:1].isupper() else None)


def _may_be_person(tokens: list[str], opens_sentence: bool) -> bool:
    folded = [token.lower().strip(".") for token in tokens]
    bodies = _PEOPLE_OR_PLACE | words("organisation_words") | words("outlet_words")
    if not bodies.isdisjoint(folded):
        return False
    # "Critics said": a plural that opens a sentence is seldom somebody's name.
    return not (opens_sentence and len(tokens) == 1 and folded[0].endswith("s") and folded[0] not in _SURNAMES_IN_S)


def undistinguished(name: str) -> str:
    """A record's name without what tells namesakes apart there: "Jan Smit" of "Jan Smit (dentist)"."""
    return _DISTINCTION.sub("", name)


def is_name(name: str) -> bool:
    """Is this the proper name of a person, not a description ("two officials"), a body or an outlet?

    >>> is_name("Jan Smit (dentist)"), is_name("two officials")
    (True, False)
    """
    match = _AT_END.fullmatch(undistinguished(name).strip().rstrip("."))
    return match is not None and _may_be_person(match["name"].split(), opens_sentence=False)
