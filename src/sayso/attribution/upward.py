"""Second look: the words above a word of saying in the parse, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.clauses import governed
from sayso.attribution.governors import of_infinitive
from sayso.attribution.groups import helping
from sayso.attribution.leftward import STEPS
from sayso.attribution.operators import Op, Ops, is_one_of, is_verbal, looked_up
from sayso.attribution.scene import Scene, norm
from sayso.attribution.subjects import is_nobody

if TYPE_CHECKING:
    from spacy.tokens import Token


def look(scene: Scene, start: int) -> Ops:
    """What the parse hangs above the saying at `start`."""
    ops: Ops = {}
    token: Token | None = scene.doc[start]
    for _ in range(STEPS):
        if token is None or (token.i != start and scene.says(token.i)):
            break
        _add_own(scene, token, ops)
        token = _above(scene, token, ops)
    return {i: op for i, op in ops.items() if not scene.says(i)}


def _add_own(scene: Scene, token: Token, ops: Ops) -> None:
    """What hangs below the verb itself, before it."""
    for child in token.children:
        if child.i >= token.i or scene.says(child.i):
            continue
        if child.dep_ in ("neg", "aux"):
            ops |= helping(scene.doc, token.i, child.i)
        elif child.dep_ in ("nsubj", "nsubjpass"):
            if is_nobody(scene.doc, child.left_edge.i) and not scene.says(child.left_edge.i):
                ops[child.left_edge.i] = Op.NOT
        elif (
            child.dep_ == "mark"
            and not _is_apart(child, token)
            and (is_one_of(child, "conditions") or is_one_of(child, "questions"))
        ):
            asked = looked_up("that", token.head) is Op.ASKS and token.head.i < child.i
            ops[child.i] = Op.ASKS if asked else Op.IMAGINES


def _is_apart(one: Token, other: Token) -> bool:
    """A comma without a second one lies between: another clause, whatever the parse ties together."""
    return sum(t.text == "," for t in one.doc[one.i : other.i]) % 2 == 1


def _above(scene: Scene, token: Token, ops: Ops) -> Token | None:
    head = token.head
    if head == token or (head.i > token.i and token.dep_ not in ("ccomp", "csubj", "csubjpass")):
        return None
    if token.dep_ == "conj":
        return _first_of_pair(token, ops)
    if token.dep_ == "xcomp":
        _add(ops, head, token)
        return head
    if token.dep_ in ("ccomp", "acl") and head.i < token.i and not _is_apart(head, token):
        return _over_clause(scene, token, ops)
    if token.dep_ in ("csubj", "csubjpass") and _is_unreal(head):
        ops[token.i] = Op.IMAGINES
    return None


def _add(ops: Ops, head: Token, below: Token) -> None:
    """What the head does to the verb that hangs from it."""
    perfect = any(norm(c) == "have" for c in below.children)
    op = of_infinitive(head.doc, head.i, perfect=perfect) if _is_infinitive(below) else looked_up("ing", head)
    if op is not None:
        ops[head.i] = op


def _is_infinitive(token: Token) -> bool:
    return any(norm(c) == "to" and c.dep_ == "aux" for c in token.children)


def _first_of_pair(token: Token, ops: Ops) -> Token | None:
    """ "did not stand up and say": a bare verb shares what helps the first one; so does one after "or" and "nor"."""
    first = token.head
    joined = {norm(c) for c in first.children if c.dep_ in ("cc", "preconj") and c.i < token.i}
    own = any(c.dep_ in ("nsubj", "aux", "neg") for c in token.children)
    if own:
        return None
    shared = token.tag_ == "VB" or (joined & {"or", "nor"} and token.tag_ in ("VBN", "VBD", "VBP"))
    if not shared or "but" in joined:
        return None
    for child in first.children:
        if child.i < first.i and child.dep_ in ("neg", "aux"):
            ops |= helping(first.doc, first.i, child.i)
    return first


def _over_clause(scene: Scene, token: Token, ops: Ops) -> Token | None:
    head = token.head
    if scene.says(head.i) or any(norm(c) in ("who", "which") for c in token.children):
        return None
    if token.dep_ == "acl" and token.tag_ in ("VBG", "VBN"):
        return None
    if token.dep_ == "acl" and _is_infinitive(token):
        _add(ops, head, token)
        return None
    op = looked_up("ing" if token.tag_ == "VBG" else "that", head)
    if op is not Op.FACTS and (false := _is_false(head)) is not None:
        ops[false.i] = Op.REFUSES
        return None
    above = governed(scene, head.i, op, ops)
    if above is None or not is_verbal(scene.doc[above]) or op is Op.FACTS:
        return None
    return scene.doc[above]


def _is_false(head: Token) -> Token | None:
    """The word for it in "It is false that", "The claim that he said so is untrue"."""
    owner = head.head if head.dep_ in ("nsubj", "nsubjpass") else head
    qualities = [c for c in owner.children if c.dep_ in ("acomp", "attr") and c != head]
    if any(c.dep_ == "neg" for c in owner.children):
        return next((c for c in qualities if norm(c) in ("true", "correct")), None) if owner != head else None
    return next((c for c in qualities if looked_up("that", c) is Op.REFUSES), None)


def _is_unreal(head: Token) -> bool:
    return any(c.dep_ == "aux" and is_one_of(c, "modals_unreal") for c in head.children)


def nobody_after(scene: Scene, start: int) -> int | None:
    """ "“…,” said nobody": where the subject that follows the verb stands for nobody."""
    doc = scene.doc
    if start + 1 < len(doc) and not scene.says(start + 1) and is_nobody(doc, start + 1):
        own = scene.speaks(start + 1)
        return start + 1 if own is not None and own[0] == start + 1 else None
    return None
