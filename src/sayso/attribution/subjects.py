"""The subject of a verb of saying, where it begins and whether it is anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.operators import Op, Ops, is_one_of
from sayso.attribution.scene import Scene, norm

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECT_WORDS = 14
_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP"})


def subject_start(scene: Scene, at: int, j: int) -> int:
    """Where the subject that ends at `j` begins."""
    doc = scene.doc
    own = scene.speaks(j)
    if own is not None:
        return own[0]
    subject = next((c for c in doc[at].children if c.dep_ in ("nsubj", "nsubjpass") and c.i <= j), None)
    if subject is not None and subject.right_edge.i == j:
        return int(subject.left_edge.i)
    return phrase_start(scene, j)


def phrase_start(scene: Scene, j: int) -> int:
    """Where the noun phrase that ends at `j` begins, as far as the parts of speech tell."""
    doc = scene.doc
    own = scene.speaks(j)
    if own is not None:
        return own[0]
    first = j + 1
    while first > 0 and j + 1 - first < SUBJECT_WORDS and doc[first - 1].pos_ in _SUBJECT and not scene.says(first - 1):
        if is_one_of(doc[first - 1], "conditions") or norm(doc[first - 1]) in ("that", "but"):
            break
        if is_one_of(doc[first - 1], "negations"):
            break
        first -= 1
    return first


def add_nobody(scene: Scene, first: int, last: int, ops: Ops) -> None:
    """ "Nobody", "no minister", "neither of them", "not one of them"."""
    doc = scene.doc
    for j in (first - 1, first):
        if 0 <= j <= last and not scene.says(j) and is_nobody(doc, j):
            ops[j] = Op.NOT


def is_nobody(doc: Doc, j: int) -> bool:
    """Does the noun phrase that begins here stand for nobody?"""
    token, word = doc[j], norm(doc[j])
    after = norm(doc[j + 1]) if j + 1 < len(doc) else ""
    if word == "no":
        named = token.text == "No" and not token.is_sent_start
        return not (named or after == "." or after[:1].isdigit())
    if word == "not":
        return after == "one" or [norm(t) for t in doc[j + 1 : j + 3]] == ["a", "single"]
    if word == "hardly":
        return after in ("anyone", "anybody")
    return is_one_of(token, "nobody")
