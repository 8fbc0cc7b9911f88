"""Where a text speaks of a draft: how many points it has, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.attribution.frames import VERBS
from sayso.communications.told import PEOPLE, objects_behind, subjects_of
from sayso.language.words import sorted_into
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Paragraph

TABLE = "en_drafts"
_IN_WORDS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        start=1,
    )
}
_DEFINITE = frozenset({"the", "that", "this"})


@cache
def listed(table: str, heading: str) -> frozenset[str]:
    """The words under one heading of one table of drafts."""
    return frozenset(word for word, under in sorted_into(table, TABLE).items() if under == heading)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One mention of a draft. `is_again`: it recalls one that the text spoke of before."""

    token: Token
    paragraph: Paragraph
    span: Span
    points: int | None
    authors: tuple[str, ...]
    is_again: bool

    @property
    def noun(self) -> str:
        """What the text calls it."""
        return str(self.token.lemma_.lower())


def mentions_of_drafts(cast: Cast) -> Iterator[Spoken]:
    """Every mention of a draft, in the order of the text."""
    for paragraph in cast.analysis.paragraphs:
        for token in paragraph.doc:
            if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in listed("nouns", "numbered") | listed(
                "nouns", "drafts"
            ):
                one = _spoken(cast, paragraph, token)
                if one is not None:
                    yield one


def _spoken(cast: Cast, paragraph: Paragraph, token: Token) -> Spoken | None:
    if token.dep_ == "compound":
        return None
    points = points_of(token)
    owners = [c for c in token.children if c.dep_ == "poss" or c.tag_ == "PRP$"]
    is_again = any(c.lower_ in _DEFINITE for c in token.children) and not _is_told_apart(token)
    is_draft = token.lemma_.lower() in listed("nouns", "drafts")
    if points is None and not is_again and not (is_draft and (owners or _is_told_apart(token))):
        return None
    span = paragraph.between(min(token.left_edge.i, token.i), token.i)
    return Spoken(token, paragraph, span, points, _authors(cast, paragraph, token, owners), is_again)


def points_of(noun: Token) -> int | None:
    """ "20-point plan", "a plan with twelve points": how many points it has."""
    before = noun.doc[noun.left_edge.i : noun.i].text.lower()
    near = re.findall(r"(\w+)[-‑– ]points?\b", before)
    behind = [c for p in noun.children if p.lower_ in ("of", "with") for c in p.children if c.lemma_.lower() == "point"]
    verb = noun.head if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in ("have", "contain", "number") else None
    behind += [c for c in verb.children if c.lemma_.lower() == "point"] if verb is not None else []
    near += [c.lower_ for point in behind for c in point.children if c.dep_ == "nummod"]
    return next((n for word in near if (n := _number(word)) is not None), None)


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _IN_WORDS.get(word)


def _is_told_apart(noun: Token) -> bool:
    """ "the initial draft", "the draft of the plan": more than the bare noun."""
    return any(c.dep_ in ("amod", "nummod") or c.lower_ == "of" for c in noun.children)


def _authors(cast: Cast, paragraph: Paragraph, token: Token, owners: list[Token]) -> tuple[str, ...]:
    """Its owners, whoever stands behind "by", and whoever drafts, revises or tables it."""
    phrases = [*owners, *objects_behind(token, frozenset({"by"}))]
    verb = next((a for a in token.ancestors if a.pos_ in VERBS), None)
    if verb is not None and token.dep_ == "dobj" and verb.lemma_.lower() in listed("writing", "verbs"):
        phrases += subjects_of(verb)
    found = (cast.who(paragraph.between(min(p.left_edge.i, p.i), p.i)) for p in phrases)
    known = [id for id in found if id is not None and cast.actor(id).kind in PEOPLE]
    return tuple(dict.fromkeys(m for id in known for m in (cast.actor(id).members or (id,))))
