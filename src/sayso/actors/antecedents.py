"""Whom a pronoun takes up: everybody that it may mean, weighed by what the text shows of them.

The weights are counted on the public part of GUM by training/antecedents.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.actors.mentions import Discourse, Known, Mention
from sayso.actors.nouns import Sort
from sayso.language.words import weights

if TYPE_CHECKING:
    from spacy.tokens import Token

# Characters back to the last mention that a pronoun may take up, and how many actors are weighed.
_REACH = 3_000
_WEIGHED = 10
_SORTS = {
    "m": frozenset({Sort.PERSON}),
    "f": frozenset({Sort.PERSON}),
    "it": frozenset({Sort.BODY, Sort.PLACE, Sort.DOCUMENT}),
    "they": frozenset({Sort.PEOPLE, Sort.BODY, Sort.PLACE}),
    "body": frozenset({Sort.BODY}),
    "": frozenset({Sort.PERSON}),
}


@dataclass(frozen=True, slots=True)
class Seeking:
    """A pronoun or noun that takes somebody up: `form` is "m", "f", "it", "they", "body" or "" (open)."""

    mention: Mention
    form: str
    barred: frozenset[str] = frozenset()
    is_possessive: bool = False


# What puts the actors in order that a pronoun may mean: `ranked`, and in training what knows the answer.
Ranker = Callable[["Seeking", Discourse], list[tuple[float, str]]]


def ranked(seeking: Seeking, discourse: Discourse) -> list[tuple[float, str]]:
    """Everybody whom it may mean, the likeliest first."""
    scored = [
        (sum(_weight(name) * value for name, value in shows(seeking, known, rank, discourse).items()), key)
        for rank, (key, known) in enumerate(fitting(seeking, discourse))
    ]
    return sorted(scored, key=lambda one: -one[0])


@cache
def _weight(name: str) -> float:
    return weights("en_antecedents").get(name, 0.0)


def fitting(seeking: Seeking, discourse: Discourse) -> Iterator[tuple[str, Known]]:
    """Those near enough that agree with it, the last mentioned first."""
    left = _WEIGHED
    for key in reversed(discourse.known):
        known = discourse.known[key]
        if left == 0 or seeking.mention.span.start - known.last.span.start > _REACH:
            return
        if key not in seeking.barred and _agrees(seeking.form, known) and not _is_bound(seeking, known):
            left -= 1
            yield key, known


def _agrees(form: str, known: Known) -> bool:
    if known.last.sort not in _SORTS[form]:
        return False
    return form not in ("m", "f") or known.gender in ("", form)


def _is_bound(seeking: Seeking, known: Known) -> bool:
    """Nobody is the object of his own verb without a "self", and no phrase holds itself."""
    last, token = known.last, seeking.mention.token
    if last.token.doc is not token.doc:
        return False
    if last.token.left_edge.i <= token.i <= last.token.right_edge.i and last.token.i >= token.i:
        return True
    if seeking.is_possessive:
        return False
    return _clause(last.token) == _clause(token) and last.token.dep_ != "poss"


def _clause(token: Token) -> int:
    """The verb whose argument the token is, through prepositions and joined nouns."""
    head = token
    while head.dep_ in ("conj", "appos") and head.head.i != head.i:
        head = head.head
    head = head.head
    while head.dep_ in ("prep", "agent", "dative") and head.pos_ == "ADP" and head.head.i != head.i:
        head = head.head
    return int(head.i)


def shows(seeking: Seeking, known: Known, rank: int, discourse: Discourse) -> dict[str, float]:
    """What the text shows of one of them, as the weights name it."""
    here, last = seeking.mention, known.last
    apart = here.sentence - last.sentence
    near = known.subject is not None and here.sentence - known.subject.sentence <= 1
    told = {
        f"apart {min(apart, 3)}": 1.0,
        "further": math.log1p(max(apart - 3, 0)),
        f"rank {min(rank, 4)}": 1.0,
        "subject": last.is_subject,
        "subject lately": near,
        "both subjects": last.is_subject and here.is_subject,
        "subject before": last.is_subject and apart == 1,
        "subject here": last.is_subject and apart == 0,
        "owner": last.token.dep_ == "poss",
        "object": last.token.dep_ in ("dobj", "dative"),
        "behind a preposition": last.token.dep_ == "pobj",
        "pronoun": last.is_pronoun,
        "name": last.is_name,
        "ever named": known.name is not None,
        "often": math.log1p(known.count),
        "voice": last.speaks,
        "last voice": last.key == discourse.last_voice,
        "both voices": here.speaks and known.voice is not None,
        "gender known": bool(known.gender) and seeking.form in ("m", "f"),
        "other quotation": last.quote is not None and last.quote != here.quote,
        "into quotation": here.quote is not None and last.quote is None,
        "possessive": seeking.is_possessive and last.is_subject and apart == 0,
        "body": last.sort is Sort.BODY,
        "people": last.sort is Sort.PEOPLE,
        "place": last.sort is Sort.PLACE,
        "document": last.sort is Sort.DOCUMENT,
    }
    return {name: float(value) for name, value in told.items() if value}
