"""Via: the outlets and documents through whose hands the words came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.actors.names import is_outlet
from sayso.language.words import sorted_into
from sayso.model import ActorKind, Statement
from sayso.occasions.setting import TABLE, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Paragraph

_PRINTED = frozenset({"article", "report"})
_IN = frozenset({"in", "for", "by", "from", "with", "of"})


def outlets_of(cast: Cast, paragraph: Paragraph, noun: Token) -> tuple[str, ...]:
    """ "in a Courier essay", "in an article for The Courier": the outlet that printed it."""
    if sorted_into("nouns", TABLE).get(noun.lemma_.lower()) not in _PRINTED:
        return ()
    phrases = [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")]
    phrases += [
        w for p in noun.children if p.dep_ == "prep" and p.lower_ in _IN for w in p.children if w.dep_ == "pobj"
    ]
    return _outlets(cast, paragraph, phrases)


def hands_of(cast: Cast, statement: Statement) -> tuple[str, ...]:
    """ "emails published by The Courier", "a study in The Courier": who holds or printed the document that speaks."""
    head = cast.analysis.head(statement.source[0]) if statement.source else None
    if head is None or head[1].lemma_.lower() not in sorted_into("sources", TABLE):
        return ()
    return _outlets(cast, head[0], [*_holders(head[1]), *_passed_on_by(head[1])])


def _holders(noun: Token) -> Iterator[Token]:
    """ "the Courier emails": a paper writes its own polls, but not the letters that it holds."""
    if sorted_into("sources", TABLE)[noun.lemma_.lower()] == "letter":
        yield from (c for c in noun.children if c.dep_ in ("compound", "poss", "nmod"))


def _passed_on_by(noun: Token) -> Iterator[Token]:
    for clause in (c for c in noun.children if c.dep_ in ("acl", "relcl", "prep")):
        if clause.dep_ == "prep" and clause.lower_ not in _IN:
            continue
        if clause.dep_ == "acl" and clause.lemma_.lower() not in listed("passing", "verbs"):
            continue
        yield from (t for t in clause.subtree if t.dep_ in ("pobj", "nsubj") and t.pos_ == "PROPN")


def _outlets(cast: Cast, paragraph: Paragraph, phrases: list[Token]) -> tuple[str, ...]:
    named = (outlet_at(cast, paragraph, token) for token in phrases if token.pos_ == "PROPN")
    return tuple(dict.fromkeys(id for id in named if id is not None))


def outlet_at(cast: Cast, paragraph: Paragraph, token: Token) -> str | None:
    """The outlet whose name ends in this proper noun, if it is one, whatever the tagger takes it for."""
    first = token.i
    while first > 0 and token.doc[first - 1].pos_ == "PROPN" and token.doc[first - 1].head == token:
        first -= 1
    place = paragraph.between(first, token.i)
    named = [id for _, id in cast.named_within(place)]
    if named:
        return named[-1] if cast.actor(named[-1]).kind is ActorKind.OUTLET else None
    printed = place.of(cast.analysis.text)
    return cast.add(printed, ActorKind.OUTLET, [place]) if first < token.i and is_outlet(printed) else None
