"""What a rule is: the words that it begins with, a pattern, and how a match becomes a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sayso.model import TimeType
from sayso.times.vocabulary import AHEAD, BEHIND

_CLAUSE = 90
SENTENCE_END = re.compile(
    r"(?<![ap]\.m)(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bMrs)[.?!][\"”’')]*\s+(?=[\"“‘'(]*[A-Z])|\n\s*\n|[;:”\"]"
)
_WORD = re.compile(r"['’]?[A-Za-z]+(?:['’]t)?")
# A preposition and an article at most stand before what opens a sentence.
_OPENING = 2
_WILL = ("will", "'ll", "’ll", "won't", "won’t", "shall")
_PAST_FORM = re.compile(r"[a-z]{2,}(?<!e)(?<!hundr)ed")


@dataclass(frozen=True, slots=True)
class Value:
    """What words of time mean, in TIMEX3 and, where they set a date, in EDTF."""

    type: TimeType
    value: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the text has spoken of before: relative words may count from it."""

    day: date | None = None
    """The last day, however it was named."""
    told: date | None = None
    """The last day that was more than a weekday: "reported on Tuesday" says when it was printed, not what is told."""
    month: date | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None


_QUOTED = re.compile("[“\"]|''")


@dataclass(frozen=True, slots=True)
class Place:
    """A match, and what its words can count from."""

    match: re.Match[str]
    published: date | None
    spoken: Spoken

    def __getitem__(self, name: str) -> str:
        """The words of a group in lower case, one space between; empty where the group took no part."""
        return " ".join((self.match.groupdict().get(name) or "").lower().split())

    @property
    def before(self) -> str:
        """The sentence up to the words, or its last part."""
        start, text = self.match.start(), self.match.string
        return SENTENCE_END.split(text[max(0, start - _CLAUSE) : start])[-1]

    @property
    def after(self) -> str:
        """What follows in the sentence, or its first part; not what somebody is quoted with."""
        end = self.match.end()
        return _QUOTED.split(SENTENCE_END.split(self.match.string[end : end + _CLAUSE])[0])[0]

    @property
    def capitalised(self) -> bool:
        """Do the words begin with a capital? "may" and "march" are words of their own."""
        return self.match[0][0].isupper()

    def ahead(self) -> bool | None:
        """Does the clause speak of what is to come (True), of what is over (False), or of neither (None)?"""
        words = _WORD.findall(self.before)
        following = next((word.lower() for word in _WORD.findall(self.after) if _looks_ahead(word) is not None), None)
        if words and words[-1].lower() in ("through", "until"):
            # "Until Thursday, they had not called" is over.
            return following is None or _looks_ahead(following) is True
        for at in range(len(words) - 1, -1, -1):
            ahead = _looks_ahead(words[at])
            # "will be held": what is to be done is not over.
            if ahead is not None and not (ahead is False and "be" in words[max(0, at - 2) : at]):
                # "had been scheduled to expire on Friday" is over.
                return ahead and "had" not in words[max(0, at - 3) : at]
        # "On Friday the board will vote."
        return True if following in _WILL and len(words) <= _OPENING else None


def _looks_ahead(word: str) -> bool | None:
    lower = word.lower().replace("’", "'")
    if lower in AHEAD:
        return True
    return False if lower in BEHIND or _PAST_FORM.fullmatch(word) else None


Resolver = Callable[[Place], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern is only tried where a word stands that it can begin with, so that a long text costs little."""

    starts: frozenset[str]
    pattern: re.Pattern[str]
    resolve: Resolver


def rule(starts: Iterable[str], pattern: str, resolve: Resolver) -> Rule:
    """A rule for words that begin with one of `starts`, "0" for a figure."""
    firsts = (re.split(r"\W", word)[0].lower() for word in starts)
    return Rule(frozenset(firsts), re.compile(pattern, re.IGNORECASE), resolve)
