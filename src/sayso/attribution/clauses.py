"""What stands before the clause of a verb of saying: "if", "did", "it is not true that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.groups import is_more_than
from sayso.attribution.operators import Op, Ops, is_certain, is_name, is_one_of, is_verbal, looked_up, negated_at
from sayso.attribution.scene import STOPS, Scene, norm
from sayso.attribution.subjects import add_nobody, phrase_start, subject_start

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

FRONT_WORDS = 25
# "At no point …": what is fronted to deny a clause stands among its first words.
OPENING_WORDS = 3
TAIL_WORDS = 8


def over_clause(scene: Scene, at: int, j: int, ops: Ops) -> int | None:
    """Past the subject: an inverted auxiliary, a condition, or "it is not true that"."""
    doc = scene.doc
    if norm(doc[j]) in ("who", "which", "that") and j:
        _add_antecedent(scene, j - 1, ops)
        return None
    first = subject_start(scene, at, j)
    add_nobody(scene, first, j, ops)
    j = first - 1
    if j < 0 or scene.says(j):
        return None
    if _is_inverted(doc[j]) or (norm(doc[j]) in ("n't", "not") and j and _is_helper(doc[j - 1])):
        _add_inversion(scene, at, j, ops)
        return None
    front = doc[j]
    if is_one_of(front, "questions"):
        ops[j] = Op.IMAGINES
        return _asker(scene, j - 1, ops)
    if is_one_of(front, "conditions"):
        if not (j and norm(doc[j - 1]) in ("as", "even") and norm(front) == "though"):
            ops[j] = Op.IMAGINES
        return _asker(scene, j - 1, ops)
    if is_one_of(front, "perhaps"):
        ops[j] = Op.IMAGINES
        return None
    if norm(front) in ("which", "whom", "where") and j:
        _add_antecedent(scene, j - 1, ops)
        return None
    above = _over_that(scene, j, ops)
    if above is not None and _is_subjunctive(doc, at) and looked_up("to", doc[above]) is Op.IMAGINES:
        ops[above] = Op.IMAGINES
    return above


def _is_subjunctive(doc: Doc, at: int) -> bool:
    """ "suggested that the dean say": one person, and the bare verb."""
    bare = doc[at].tag_ in ("VB", "VBP") and norm(doc[at]) == doc[at].lemma_.lower()
    return bool(
        bare and at and doc[at - 1].tag_ in ("NN", "NNP", "PRP") and norm(doc[at - 1]) not in ("i", "you", "we", "they")
    )


def _add_antecedent(scene: Scene, j: int, ops: Ops) -> None:
    """ "It was not Vento who said", "nobody who said"."""
    first = phrase_start(scene, j)
    add_nobody(scene, first, j, ops)
    if first and is_one_of(scene.doc[first - 1], "negations") and _is_cleft(scene.doc, first - 1):
        ops[first - 1] = Op.NOT


def _is_helper(token: Token) -> bool:
    return norm(token) in ("do", "does", "did", "has", "have", "had", "wo", "would", "could", "ca", "should")


def _is_inverted(token: Token) -> bool:
    return is_one_of(token, "auxiliaries") or is_one_of(token, "modals_unreal") or is_one_of(token, "modals_future")


def _is_cleft(doc: Doc, j: int) -> bool:
    """ "It was not Vento who said"."""
    return bool(j and norm(doc[j - 1]) in ("was", "is", "were") and norm(doc[max(0, j - 2)]) == "it")


def _add_inversion(scene: Scene, at: int, j: int, ops: Ops) -> None:
    """ "Did Vento say …?", "Nor did she say", "Had Vento said …, …"."""
    doc = scene.doc
    word = norm(doc[j])
    if word in ("n't", "not") and j:
        j, word = j - 1, norm(doc[j - 1])
    if is_one_of(doc[j], "modals_unreal"):
        ops[j] = Op.IMAGINES
    elif is_one_of(doc[j], "modals_future"):
        ops[j] = Op.PLANS
    front = _front(scene, j)
    for k in (*front[:OPENING_WORDS], *front[-2:]):
        if is_one_of(doc[k], "fronted") and not is_more_than(doc, k):
            ops[k] = Op.NOT
    if asks(scene, at):
        ops[j] = Op.ASKS
    elif word in ("had", "were", "should") and not any(doc[k].is_alpha for k in front[-1:]) and doc[at].tag_ != "VBG":
        ops[j] = Op.IMAGINES


def _front(scene: Scene, j: int) -> list[int]:
    """The words of the clause that stand before its inverted auxiliary."""
    doc, first = scene.doc, j
    while first > max(doc[j].sent.start, j - FRONT_WORDS) and doc[first - 1].text not in STOPS | {","}:
        first -= 1
    return [k for k in range(first, j) if not scene.says(k)]


def asks(scene: Scene, at: int) -> bool:
    """Does the sentence of that word end in a question mark?"""
    return next((t.text for t in scene.doc[at : at + 200] if t.text in (".", "?", "!", ";")), "") == "?"


def _asker(scene: Scene, j: int, ops: Ops) -> int | None:
    """ "was asked whether he said": the question above; "can't say if he said" goes on upward."""
    doc = scene.doc
    for place in range(j, max(-1, j - 4), -1):
        if scene.says(place) or doc[place].text in STOPS:
            return None
        if looked_up("that", doc[place]) is Op.ASKS and is_verbal(doc[place]):
            # The innermost decides, and it is no condition but a question.
            ops[j + 1] = Op.ASKS
            return None
    return None


def _over_that(scene: Scene, j: int, ops: Ops) -> int | None:
    """The word that "that he said" hangs from, with or without its "that"."""
    doc = scene.doc
    linked = norm(doc[j]) == "that"
    place = j - 1 if linked else j
    for near in range(place, max(-1, place - (4 if linked else 1)), -1):
        if scene.says(near) or doc[near].text in STOPS:
            return None
        token = doc[near]
        op = looked_up("that", token) if token.pos_ in ("VERB", "NOUN", "ADJ", "ADV", "SCONJ") or linked else None
        if op is not None and not is_name(token):
            return governed(scene, near, op, ops)
        if is_verbal(token) or (linked and token.pos_ in ("NOUN", "ADJ") and near == place):
            return governed(scene, near, None, ops)
    return None


def governed(scene: Scene, at: int, op: Op | None, ops: Ops) -> int | None:
    """Add what the governor of a that-clause does, and how it is itself denied ("no evidence that")."""
    doc = scene.doc
    bare = negated_at(doc, at)
    if bare is not None and (is_certain(doc[at]) or op in (Op.FACTS, Op.REFUSES)):
        ops[at] = Op.FACTS
        return None
    if bare is not None:
        ops[bare] = Op.NOT
        return None
    if op is not None:
        ops[at] = op
    if op is Op.FACTS:
        return None
    for j in range(at - 1, max(-1, at - 3), -1):
        if is_one_of(doc[j], "wrongly"):
            ops[j] = Op.REFUSES
    if doc[at].pos_ == "NOUN":
        if _turns_out_false(scene):
            ops[at] = Op.REFUSES
        return _over_noun(doc, at, ops)
    if doc[at].pos_ == "ADJ":
        _add_copula(doc, at, ops)
        return None
    return at


def _turns_out_false(scene: Scene) -> bool:
    """ "The report that he had said so is false": what follows the content, or what it was drawn too wide to hold."""
    if not scene.content:
        return False
    first, last = scene.content[-1]
    ends = (scene.doc[start : last + 1] for start in range(max(first - 1, last - 3), last))
    return any(calls_it_false(words) for words in (scene.doc[last + 1 :][:TAIL_WORDS], *ends))


def calls_it_false(after: TokenSpan) -> bool:
    """Do the words that follow say that it was not so ("was made up", "is not true")?"""
    if not len(after) or after[0].pos_ != "AUX":
        return False
    negated = any(is_one_of(t, "negations") for t in after[:3])
    true = any(norm(t) in ("true", "correct", "accurate") for t in after[:5])
    false = any(looked_up("that", t) is Op.REFUSES for t in after[:5]) or "made up" in after[:5].text
    return false != negated or (true and negated)


def _over_noun(doc: Doc, at: int, ops: Ops) -> int | None:
    """ "rejected claims that", "lack of evidence that", "has not seen any evidence that"."""
    for j in range(at - 1, max(-1, at - 6), -1):
        token = doc[j]
        if token.text in STOPS or token.text == ",":
            return None
        if (is_verbal(token) or token.pos_ in ("NOUN", "ADP", "ADJ")) and looked_up("that", token) is Op.REFUSES:
            ops[j] = Op.REFUSES
        if is_verbal(token):
            return j
    return None


def _add_copula(doc: Doc, at: int, ops: Ops) -> None:
    """ "is not true", "isn't clear"."""
    for j in range(at - 1, max(-1, at - 5), -1):
        if is_one_of(doc[j], "negations"):
            ops[j] = Op.NOT
        elif doc[j].pos_ not in ("ADV", "AUX", "DET", "PART"):
            return
