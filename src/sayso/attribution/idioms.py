"""Said for all their "not", "could" and "must": "I must say", "cannot say enough", "did not admit until Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.clauses import asks
from sayso.attribution.operators import TABLE
from sayso.attribution.scene import Scene, norm
from sayso.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

FRONT_WORDS = 40
TAIL_WORDS = 6


def is_performed(scene: Scene, head: Token) -> bool:
    """ "I must say that", "let me tell you", "I have to admit": said by saying so, and about nothing else."""
    doc, j = scene.doc, head.i - 1
    if head.lemma_.lower() not in words("performed", TABLE):
        return False
    group: list[str] = []
    while j >= 0 and head.i - j < FRONT_WORDS and len(group) < TAIL_WORDS:
        group.append(norm(doc[j]))
        if group[-1] in words("performers", TABLE):
            break
        j -= 1
    else:
        return False
    spoken = " ".join(reversed(group))
    return spoken in words("performances", TABLE) and not (asks(scene, head.i) or _has_condition(scene, head))


def _has_condition(scene: Scene, head: Token) -> bool:
    return any(norm(t) == "if" and not scene.says(t.i) for t in head.doc[head.sent.start : head.sent.end][:FRONT_WORDS])


def is_at_a_loss_for_more(scene: Scene, head: Token) -> bool:
    """ "cannot say enough about", "can't stress enough", "could only say", "could be heard saying"."""
    doc = scene.doc
    before = [norm(t) for t in doc[max(0, head.i - 4) : head.i]]
    after = [norm(t) for t in doc[head.i + 1 : head.i + TAIL_WORDS]]
    if _says_no_more(head) or _is_outdone(head, before):
        return True
    if before[-2:] == ["would", "only"]:
        return not _has_condition(scene, head)
    if {"can", "could", "ca"}.isdisjoint(before):
        return False
    heard = {"heard", "seen", "overheard", "watched"} & set(before) and "be" in before
    enough = "enough" in after and {"not", "n't"} & set(before)
    return bool(
        (heard or enough or before[-1:] in (["only"], ["but"])) and not (heard and {"not", "n't"} & set(before))
    )


def _says_no_more(head: Token) -> bool:
    """ "would reveal no more than that", "said little more than that": so much was said."""
    after = [norm(t) for t in head.doc[head.i + 1 : head.i + 4]]
    return after[:3] in (["no", "more", "than"], ["little", "more", "than"])


def _is_outdone(head: Token, before: list[str]) -> bool:
    """ "nobody put it more bluntly than Vento", "could not have made it clearer": said as strongly as can be."""
    following = head.doc[head.i + 1 : head.i + TAIL_WORDS]
    if head.lemma_.lower() not in ("put", "say", "make", "express") or [norm(t) for t in following[:1]] != ["it"]:
        return False
    stronger = any(t.tag_ in ("JJR", "RBR") for t in following[1:4])
    return stronger and not {"not", "n't", "nobody", "one", "none", "hardly", "scarcely", "never"}.isdisjoint(before)


def is_told_at_last(scene: Scene, head: Token) -> bool:
    """ "did not admit until Friday that", "Not until 2031 did he say": late, but said."""
    doc = scene.doc
    before = [norm(t) for t in doc[max(head.sent.start, head.i - 14) : head.i]]
    if {"did", "had", "was", "were"}.isdisjoint(before[-4:]) and "never" not in before[-2:]:
        return False
    if before[:2] == ["not", "until"] or (
        "until" in before and "not" in before and before.index("not") < before.index("until")
    ):
        return not asks(scene, head.i)
    negated = {"not", "n't"} & set(before[-3:])
    sentence = doc[head.i + 1 : head.sent.end][:FRONT_WORDS]
    until = next((t for t in sentence if norm(t) == "until" and not scene.says(t.i)), None)
    return bool(negated and until is not None and not any(scene.says(t.i) for t in (until,)))
