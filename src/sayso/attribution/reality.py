"""Whether it was said at all, and what was done in saying it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.attribution.frames import VERBS, is_passive
from sayso.language.words import sorted_into, words
from sayso.model import Act, Reality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "acl"})


@cache
def act(lemma: str) -> Act:
    """The act that a word of saying names; `asserts` for the neutral ones."""
    return Act(sorted_into("acts").get(lemma, Act.ASSERTS))


def of_cue(cue: Token) -> Reality:
    """Said, or only denied, imagined, planned or asked about. Looks at the cue's own clause and what governs it."""
    if cue.pos_ not in VERBS:
        return Reality.SAID
    own = (
        _by_negation(cue)
        or _by_preposition(cue)
        or _by_modal(cue)
        or _by_condition(cue)
        or _by_governor(cue)
        or _by_passive(cue)
    )
    # "declined to comment": what stands under the verb was not said.
    return own or (Reality.NOT_SAID if act(cue.lemma_.lower()) is Act.DECLINES else Reality.SAID)


def _by_negation(cue: Token) -> Reality | None:
    if any(c.dep_ == "neg" or c.lower_ in ("never", "n’t") or _is_no_longer(c) for c in cue.children):
        return Reality.NOT_SAID
    # "nor did he say", "neither confirmed nor denied".
    first = cue.head if cue.dep_ == "conj" else cue
    if any(
        c.lower_ in ("nor", "neither") for verb in (first, cue) for c in verb.children if c.dep_ in ("cc", "preconj")
    ):
        return Reality.NOT_SAID
    subject = next((c for c in cue.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and (_is_nobody(subject) or any(_is_nobody(c) for c in subject.children)):
        return Reality.NOT_SAID
    # "said no such thing", "said nothing".
    said = next((c for c in cue.children if c.dep_ == "dobj"), None)
    if said is not None and (said.lower_ == "nothing" or any(c.lower_ == "no" for c in said.children)):
        return Reality.NOT_SAID if act(cue.lemma_.lower()) is Act.ASSERTS else None
    return None


def _is_no_longer(token: Token) -> bool:
    return token.lower_ == "longer" and any(c.lower_ == "no" for c in token.children)


def _is_nobody(token: Token) -> bool:
    return token.lower_ in words("nobody") or (token.lower_ == "no" and token.dep_ == "det")


def _by_modal(cue: Token) -> Reality | None:
    for aux in (c for c in cue.children if c.dep_ == "aux" and c.i < cue.i):
        if aux.lower_ in words("modals_unreal"):
            return Reality.HYPOTHETICAL
        if aux.lower_ in words("modals_future"):
            return Reality.PLANNED
    return None


def _by_condition(cue: Token) -> Reality | None:
    # The tagger takes an opening "Imagine" for a name.
    if cue.sent[0].lower_ in words("imagined"):
        return Reality.HYPOTHETICAL
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in cue.children):
        return Reality.HYPOTHETICAL
    if any(c.dep_ == "advmod" and c.lower_ in ("maybe", "perhaps") and c.i < cue.i for c in cue.children):
        return Reality.HYPOTHETICAL
    if cue.dep_ == "ROOT" and cue.sent[-1].text == "?" and cue.nbor(-1).pos_ != "PUNCT" if cue.i else False:
        return Reality.ASKED_ONLY
    return None


def _by_passive(cue: Token) -> Reality | None:
    """ "was asked whether", "is expected to announce"."""
    if not is_passive(cue):
        return None
    if act(cue.lemma_.lower()) is Act.ASKS:
        return Reality.ASKED_ONLY
    return Reality.PLANNED if cue.lemma_.lower() in words("planned") else None


def _by_governor(cue: Token) -> Reality | None:
    """ "refused to say", "has yet to say", "plans to announce", "no evidence that he said"."""
    if cue.dep_ not in _GOVERNED or cue.head == cue:
        return None
    return _by_doubt(cue.head) or _by_verb_above(cue)


def _by_doubt(above: Token) -> Reality | None:
    """ "it is not true that", "no evidence that", "rejected claims that", "the claim that … is false"."""
    if above.pos_ == "NOUN":
        owner = above.head
        refused = above.dep_ == "dobj" and act(owner.lemma_.lower()) is Act.DENIES
        false = above.dep_ in ("nsubj", "nsubjpass") and _is_false(owner)
        return Reality.NOT_SAID if refused or false or any(c.lower_ == "no" for c in above.children) else None
    return Reality.NOT_SAID if above.lemma_ == "be" and _is_false(above) else None


def _is_false(verb: Token) -> bool:
    qualities = {c.lower_: c for c in verb.children if c.dep_ in ("acomp", "attr")}
    negated = any(c.dep_ == "neg" for c in verb.children)
    return bool(qualities.keys() & words("untrue")) or (negated and bool(qualities.keys() & words("true")))


def _by_preposition(cue: Token) -> Reality | None:
    """ "without saying", "far from saying", "short of saying", "instead of saying"; the parse hangs these anywhere."""
    before = [token.lower_ for token in cue.doc[max(0, cue.i - 2) : cue.i]]
    led = before[-1:] == ["without"] or (before[-1:] in (["from"], ["of"]) and before[0] in ("far", "short", "instead"))
    return Reality.NOT_SAID if led or before == ["rather", "than"] else None


def _by_verb_above(cue: Token) -> Reality | None:
    # "stopped short of saying", "imagine Vento saying": the verb stands above a preposition or a name.
    above = cue.head.head if cue.head.pos_ in ("ADP", "PROPN") else cue.head
    lemma = above.lemma_.lower()
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in cue.children)
    if lemma in words("withheld") or (lemma == "have" and any(c.lower_ == "yet" for c in above.children)):
        return Reality.NOT_SAID
    if infinitive and above.pos_ in VERBS and any(c.dep_ == "neg" for c in above.children):
        return Reality.NOT_SAID
    if infinitive and lemma in words("planned"):
        return Reality.PLANNED
    if lemma in words("imagined") or (infinitive and lemma in words("proposed")):
        return Reality.HYPOTHETICAL
    return None
