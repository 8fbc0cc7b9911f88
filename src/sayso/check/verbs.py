"""The forms of verbs of saying, from the word lists. No parse is needed to see one."""

from __future__ import annotations

import re
from functools import cache

from sayso.check.who import listed
from sayso.language import words as lists
from sayso.language.words import words

_IRREGULAR = {"say": "said", "tell": "told", "write": "wrote", "speak": "spoke", "swear": "swore"}
_DOUBLED = listed("quip admit brag snap beg chat")
# What outlets do, and what is done to things, as often as it is said by somebody.
_NO_CUE_HERE = listed("report read go put begin post believe think charge offer show press direct invite address")
# Most bare forms are nouns as well: "her answer", "the call".
_BARE = {"say": "say", "tell": "tell"}
_REPORTS_A_CLAUSE = 0.4


@cache
def verbs() -> re.Pattern[str]:
    """Any form of a verb that stands beside somebody's words."""
    return pattern_of(forms())


@cache
def forms() -> dict[str, str]:
    """Form → lemma."""
    lemmas = (words("speech") | words("addressing") | {"speak"}) - _NO_CUE_HERE
    return {form: lemma for lemma in sorted(lemmas) for form in _forms(lemma)} | _BARE


@cache
def takes_clause(lemma: str) -> bool:
    """Is what follows the verb, without a "that", mostly a clause that tells what was said?"""
    return lists.cues().get(lemma, {}).get("ccomp", [0.0])[0] >= _REPORTS_A_CLAUSE


def pattern_of(forms: dict[str, str]) -> re.Pattern[str]:
    """Any of these words, whole, in any case."""
    return re.compile(rf"(?<![\w’'])(?i:{'|'.join(sorted(forms, key=len, reverse=True))})(?![\w’'-])")


def _forms(lemma: str) -> set[str]:
    """Says, said, saying; replies, replied, replying; quips, quipped, quipping."""
    if lemma.endswith("e"):
        return {lemma + "s", _IRREGULAR.get(lemma, lemma + "d"), lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    return {third, _IRREGULAR.get(lemma, stem + "ed"), stem + "ing"}
