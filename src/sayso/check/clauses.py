"""Where the clause begins that a verb of saying is followed by, and what is a clause at all. No parse is needed."""

from __future__ import annotations

import re

from sayso.check.verbs import takes_clause
from sayso.check.who import listed
from sayso.language.words import words
from sayso.pins.substance import COMMON
from sayso.pins.words import words_in

FEWEST_WORDS = 4
"""Words; less is seldom a clause, and stands in many texts by chance."""
_FEWEST_CONTENT = 2
_CAPITAL = r"[A-ZÀ-Þ][\w’'\-]*"
_THAT = re.compile(r"(?P<before>[^.;:“”\"\x00]{0,90}?)\bthat\s+(?=\S)")
_WHETHER = re.compile(r"(?P<before>[^.;:“”\"\x00]{0,90}?)\b(?:whether|if)\s+(?=\S)")
_BEFORE_PRONOUN = listed("of in at on for to from after before with about by all now so like than")
_AUXILIARY = listed("is was would will had has could can may might")
_ASKS = listed("ask wonder question")
_TELLING = listed("tell assure remind warn inform notify promise advise")
_DAY = (
    r"(?:(?:on|late|early|last|this) )*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|earlier|later|again)"
)
_PLACE = (
    r"(?:in|on|at|during|through|via) (?:an?|the|his|her|their|its) (?:[\w’'-]+ ){0,3}?"
    r"(?:statement|interview|call|speech|letter|post|message|e-?mail|report|briefing|conference|meeting|radio)"
)
_ADVERBIAL = re.compile(rf"\s*(?:{_DAY}|{_PLACE})\b,?(?: (?:morning|afternoon|evening|night)\b)?")
_OBJECT = re.compile(
    rf"\s*(?:him|her|them|me|us|you|it|reporters|journalists|lawmakers|colleagues|{_CAPITAL}(?: {_CAPITAL})*)\s+(?=\S)"
)
_NO_CLAUSE = listed(
    "that in on at to of from with for by about as so nothing yes goodbye hello thank thanks what how why who where "
    "which against into over under during after before and but or more less much little something anything only when "
    "himself herself themselves"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|did|does|do|cannot|"
    r"[a-z]+n[’']t|[a-z]{2,}ed|[a-z]+[’'](?:s|re|ve|ll|d))\b",
)
_PLAINEST = listed("say tell add")
# She said a few words, his goodbyes, the same.
_OPENS_OBJECT = listed("a an few some his her their its same")
_PLACES = listed("in on at to during through via after before from late early then also again repeatedly")
_SUBJECTS = listed("i he she they we there who")
_ASKING = listed("what how why who where which when whether")
_LONGEST_TAIL = 9
_LONGEST_BETWEEN = 12
_LONGEST_OBJECT = 4


def begins(rest: str, form: str, lemma: str) -> int | None:
    """Where, after a form of a verb, the clause begins; None where it has none.

    >>> begins(" on Monday that it was over.", "said", "say"), begins(" to him.", "said", "say")
    (16, None)
    """
    if rest.lstrip().startswith((",", ".")):
        return None
    if lemma in _ASKS:
        return _led_by(_WHETHER, rest, lemma)
    led = _led_by(_THAT, rest, lemma)
    if led is not None:
        return led
    # Remarks, claims and answers are nouns as well.
    is_verb = lemma in _PLAINEST or not form.endswith("s")
    return _bare(rest, lemma) if is_verb and takes_clause(lemma) else None


def _led_by(pattern: re.Pattern[str], rest: str, lemma: str) -> int | None:
    match = pattern.match(rest)
    if match is None:
        return None
    if not _may_part(match["before"], lemma):
        return None
    following = rest[match.end() :].split(None, 1)[0].lower()
    # "said that was wrong": here it is the subject.
    return match.start() + len(match["before"]) if following in _AUXILIARY else match.end()


def _may_part(before: str, lemma: str) -> bool:
    """May this stand between the verb and its "that"? Whom it was told, and where and when; no clause of its own."""
    tokens = before.split()
    if not tokens:
        return True
    first, last = tokens[0].lower(), tokens[-1].lower()
    if last in _BEFORE_PRONOUN or len(tokens) > _LONGEST_BETWEEN or _FINITE.search(before):
        return False
    placed = first in _PLACES or _ADVERBIAL.match(f" {before}") is not None or before.lstrip().startswith(",")
    return placed or (lemma in words("addressing") and first not in _SUBJECTS)


def _bare(rest: str, lemma: str) -> int | None:
    """She said the boats would go; she told Brask on Monday the boats would go."""
    at = 0
    if lemma in _TELLING:
        told = _OBJECT.match(rest)
        if told is None:
            return None
        at = told.end()
    while adverbial := _ADVERBIAL.match(rest, at):
        at = adverbial.end()
    clause = re.split(r"[.;]\s|$", rest[at:])[0]
    first = clause.split(None, 1)[0].lower().strip(",.") if clause.split() else ""
    if first in _NO_CLAUSE or not first or not (first[0].isalnum() or first[0] == "\x00"):
        return None
    return at if _FINITE.search(clause) or (lemma in _PLAINEST and first not in _OPENS_OBJECT) else None


def looks_whole(clause: str) -> bool:
    """Is it long enough to be a clause that can be looked for?"""
    keys = words_in(clause).keys
    return len(keys) >= FEWEST_WORDS and len(set(keys) - COMMON) >= _FEWEST_CONTENT


def is_tail(phrase: str) -> bool:
    """May this follow "she said" at the end of its sentence? To reporters; in a statement on Monday; nothing."""
    told = _OBJECT.match(f"{phrase} ")
    phrase = f"{phrase} "[told.end() if told else 0 :].strip(" .,")
    tokens = phrase.split()
    if len(tokens) > _LONGEST_TAIL or "that" in tokens:
        return False
    if tokens and tokens[0].lower() in _ASKING:
        return False
    if not tokens or tokens[0].lower() in _NO_CLAUSE or _ADVERBIAL.match(phrase):
        return True
    return len(tokens) <= _LONGEST_OBJECT and not _FINITE.search(phrase)
