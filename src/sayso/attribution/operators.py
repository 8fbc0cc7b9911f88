"""What a word does to the saying below it, and what is left of the saying under several of them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import TYPE_CHECKING

from sayso.attribution.scene import norm
from sayso.language.words import sorted_into, words
from sayso.model import Reality

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TABLE = "en_reality"


class Op(Enum):
    """One way to take back that something was said."""

    NOT = auto()
    FAILS = auto()
    REFUSES = auto()
    PLANS = auto()
    IMAGINES = auto()
    CAN = auto()
    ASKS = auto()
    ALLEGES = auto()
    # The saying took place, whatever stands above.
    FACTS = auto()


_OUTCOME = {
    Op.FAILS: Reality.NOT_SAID,
    Op.REFUSES: Reality.NOT_SAID,
    Op.PLANS: Reality.PLANNED,
    Op.IMAGINES: Reality.HYPOTHETICAL,
    Op.CAN: Reality.HYPOTHETICAL,
    Op.ASKS: Reality.ASKED_ONLY,
}
_ENDINGS = ("ing", "ed", "es", "s", "d")

Ops = dict[int, Op]


def composed(ops: Iterable[Op]) -> Reality:
    """What a saying comes to under these, the innermost first.

    >>> composed([Op.FAILS]).value, composed([Op.FAILS, Op.NOT]).value, composed([Op.REFUSES, Op.NOT]).value
    ('not_said', 'said', 'hypothetical')
    """
    state, before = Reality.SAID, None
    for op in ops:
        if op is Op.FACTS:
            break
        state, before = _under(op, state, before), op
    return state


def _under(op: Op, state: Reality, before: Op | None) -> Reality:
    if op is Op.NOT:
        return _negated(state, before)
    # "could not help saying": what cannot fail to happen happens.
    if op is Op.CAN and before is Op.NOT and state is Reality.SAID:
        return state
    if op in (Op.FAILS, Op.REFUSES) and state is Reality.NOT_SAID:
        return Reality.HYPOTHETICAL
    return _OUTCOME.get(op, state) if state is Reality.SAID else state


def _negated(state: Reality, before: Op | None) -> Reality:
    if state is Reality.NOT_SAID and before is Op.FAILS:
        return Reality.SAID
    if state is Reality.NOT_SAID and before is Op.REFUSES:
        return Reality.HYPOTHETICAL
    return state if state is Reality.ASKED_ONLY else Reality.NOT_SAID


def looked_up(frame: str, token: Token) -> Op | None:
    """What the word makes of a saying that hangs below it as `to say`, `saying`, `that he said` or bare `say`."""
    heading = next((h for form in _forms(token) if (h := sorted_into(frame, TABLE).get(form))), None)
    return Op[heading.upper()] if heading else None


def is_one_of(token: Token, name: str) -> bool:
    """Does the word stand in that list?"""
    return norm(token) in words(name, TABLE)


def has_form_of(token: Token, name: str) -> bool:
    """Does any form of the word stand in that list of lemmas?"""
    return any(form in words(name, TABLE) for form in _forms(token))


def _forms(token: Token) -> Iterable[str]:
    """The lemma, the word, and the word without its ending: the tagger takes many a verb for something else."""
    word = norm(token)
    yield token.lemma_.lower()
    yield word
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield from (stem, stem + "e")


def is_certain(token: Token) -> bool:
    """ "no doubt", "no question"."""
    return token.lemma_.lower() in words("certainties", TABLE)


def negated_at(doc: Doc, at: int) -> int | None:
    """Where "no", "little" or "without" takes the noun back."""
    for j in range(at - 1, max(-1, at - 4), -1):
        if norm(doc[j]) in ("no", "little", "scant", "without", "zero", "neither"):
            return j
        if doc[j].pos_ not in ("ADJ", "DET", "NOUN", "ADV"):
            return None
    return None


def is_name(token: Token) -> bool:
    """A name, unless it opens a sentence, where the tagger takes "Imagine" for one."""
    return bool(token.pos_ == "PROPN" and not token.is_sent_start)


def is_verbal(token: Token) -> bool:
    """A verb that stands for itself and helps no other."""
    return bool(token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")))
