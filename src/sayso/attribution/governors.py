"""What "to say", "saying" and a bare "say" hang from: "refused to", "without", "heard him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.groups import is_more_than
from sayso.attribution.operators import Op, Ops, is_certain, is_name, is_one_of, is_verbal, looked_up, negated_at
from sayso.attribution.scene import STOPS, Scene, norm

if TYPE_CHECKING:
    from spacy.tokens import Doc

# So many words between "urged" and "to say".
OBJECT_WORDS = 8


def over_infinitive(scene: Scene, at: int, j: int, ops: Ops, *, perfect: bool) -> int | None:
    doc = scene.doc
    if scene.speaks(j) is None and (op := of_infinitive(doc, j, perfect=perfect)) is not None:
        ops[j] = op
        return j
    if norm(doc[j]) in ("is", "are", "was", "were", "be", "'s", "'re", "am"):
        ops[j] = Op.PLANS
        return j + 1 if j + 1 < at else j
    if is_verbal(doc[j]):
        return j
    place = j
    while place >= 0 and j - place < OBJECT_WORDS and doc[place].text not in STOPS and not scene.says(place):
        own = scene.speaks(place)
        if norm(doc[place]) == "were" and (doc[place].is_sent_start or not doc[place - 1].is_alpha):
            ops[place] = Op.IMAGINES
            return None
        if own is None and norm(doc[place]) == "for":
            ops[place] = Op.IMAGINES
            return None
        if own is None and (is_verbal(doc[place]) or doc[place].pos_ in ("NOUN", "ADJ")):
            op = of_infinitive(doc, place, perfect=perfect)
            if op is not None and is_verbal(doc[place]):
                ops[place] = op
                return place
            if is_verbal(doc[place]):
                _add_between(doc, place, j, ops)
                return place
        place = own[0] - 1 if own is not None else place - 1
    # "Vento to announce …" in a headline.
    if place < doc[at].sent.start and scene.speaks(j) is not None:
        ops[j] = Op.PLANS
    return None


def _add_between(doc: Doc, verb: int, last: int, ops: Ops) -> None:
    """ "was not brave enough to say"."""
    for j in range(verb + 1, last):
        if is_one_of(doc[j], "negations") and not is_more_than(doc, j):
            ops[j] = Op.NOT


def of_infinitive(doc: Doc, j: int, *, perfect: bool) -> Op | None:
    """What the word does to an infinitive; some words do it only in one of their forms."""
    token, word = doc[j], norm(doc[j])
    if word in ("had", "having") or is_name(token):
        return None
    if perfect and looked_up("to", token) is Op.IMAGINES and token.lemma_.lower() == "suppose":
        return Op.ALLEGES
    if word == "able" and j and norm(doc[j - 1]) in ("was", "were", "been"):
        return None
    if word == "order" and j and norm(doc[j - 1]) == "in":
        return None
    if word in ("right", "good", "long") and token.pos_ != "NOUN":
        return None
    # "called to say" and "dared to say" said it; "called on Maas to say" did not.
    if (
        token.pos_ == "VERB"
        and token.lemma_.lower() in ("call", "dare")
        and j + 1 < len(doc)
        and norm(doc[j + 1]) == "to"
    ):
        return None
    if token.pos_ == "ADJ" and j and norm(doc[j - 1]) == "too":
        return Op.FAILS
    if token.lemma_.lower() in ("chance", "opportunity", "time") and _is_taken(doc, j):
        return None
    return looked_up("to", token)


def _is_taken(doc: Doc, j: int) -> bool:
    """ "took the opportunity to say" said it."""
    return any(t.lemma_.lower() in ("take", "use", "seize", "grab") for t in doc[max(0, j - 4) : j])


def over_participle(scene: Scene, j: int, ops: Ops) -> int | None:
    doc = scene.doc
    for place in range(j, max(-1, j - OBJECT_WORDS), -1):
        if doc[place].text in STOPS or doc[place].text == "," or scene.says(place):
            return None
        # A source that holds a verb has been cut too wide ("One imagines the captain").
        if scene.speaks(place) is not None and not is_verbal(doc[place]):
            continue
        if doc[place].pos_ == "NOUN" and (bare := negated_at(doc, place)) is not None:
            ops[bare] = Op.FACTS if is_certain(doc[place]) else Op.NOT
            return None
        op = None if is_name(doc[place]) else looked_up("ing", doc[place])
        # ", from saying this to doing that" keeps nobody from saying it.
        if norm(doc[place]) == "from" and place and doc[place - 1].is_punct:
            return None
        if op is Op.FACTS and place == j and norm(doc[place]) != "in":
            ops[place] = op
            return None
        if op not in (None, Op.FACTS):
            ops[place] = op
            return place
        if is_verbal(doc[place]):
            _add_between(doc, place, j, ops)
            return place
    return None


def over_bare(scene: Scene, at: int, j: int, ops: Ops) -> int | None:
    """ "heard him say", "rather than say", "let him say"."""
    doc = scene.doc
    # "let slip" did say it.
    if norm(doc[at]) in ("slip", "drop"):
        return None
    for place in range(j, max(-1, j - 4), -1):
        if scene.says(place) or doc[place].text in STOPS:
            return None
        if scene.speaks(place) is not None:
            continue
        op = looked_up("bare", doc[place])
        if op is not None:
            ops[place] = op
            return place
        if doc[place].pos_ == "VERB":
            return place if doc[place].lemma_.lower() in ("hear", "see", "make", "watch", "have", "help") else None
    return None
