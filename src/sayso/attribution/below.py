"""What follows a word of saying and takes it back: "said nothing about", "declined to comment", "was asked whether"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution import acts
from sayso.attribution.frames import VERBS
from sayso.attribution.operators import TABLE, Op, has_form_of, looked_up
from sayso.attribution.scene import Scene, is_speech, norm
from sayso.language.words import words
from sayso.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def below(scene: Scene, head: Token) -> Op | None:
    """What the words after the cue do: "said nothing about", "declined to comment", "was asked whether"."""
    act = acts.of_word(head)
    if act is Act.DECLINES:
        return Op.REFUSES if _withholds(scene, head) else None
    if act is Act.ASKS and _is_passive(scene, head) and not _has_agent(head):
        return Op.ASKS
    if _is_planned_passive(scene, head):
        return Op.PLANS
    if _next_word(head) == "to" and has_form_of(head, "intentions"):
        return looked_up("to", head) if _is_to_speak(head) or head.lemma_ in ("plan", "intend") else None
    # "begged off answering".
    if _next_word(head) == "off" and head.lemma_.lower() in ("beg", "hold", "put"):
        return Op.REFUSES
    if _is_command(scene, head):
        return Op.IMAGINES
    return Op.NOT if _gives_nothing(scene, head) else None


def _is_to_speak(head: Token) -> bool:
    """ "hoped to tell": by its next verb."""
    following = next((t for t in head.doc[head.i + 2 : head.i + 5] if t.pos_ in VERBS), None)
    return following is not None and following.lemma_.lower() in words("speech")


def _is_command(scene: Scene, head: Token) -> bool:
    """ "Tell Maas that …": nobody has told him yet."""
    before = head.doc[head.i - 1].text if head.i else ""
    opens = head.is_sent_start or not before or before in '“"‘(' or norm(head.doc[head.i - 1]) in ("please", "just")
    named = any(first < head.i for first, _ in scene.source) or any(c.dep_ == "nsubj" for c in head.children)
    return bool(opens and norm(head) == head.lemma_.lower() and not named and head.tag_ in ("VB", "VBP", "NN", "NNP"))


def _withholds(scene: Scene, head: Token) -> bool:
    """ "refused to say" kept silent; "refused to cooperate" spoke."""
    following = [t for t in head.doc[head.i + 1 : head.i + 6] if t.pos_ in VERBS]
    if _next_word(head) != "to":
        return any(
            t.lemma_.lower() in ("comment", "request", "question", "interview", "answer", "be")
            for t in head.doc[head.i + 1 : head.i + 6]
        )
    return not following or is_speech(following[0]) or following[0].lemma_.lower() in words("speaking", TABLE)


def _next_word(token: Token) -> str:
    return norm(token.nbor()) if token.i + 1 < len(token.doc) else ""


def _is_passive(scene: Scene, head: Token) -> bool:
    """ "was asked", "Asked whether …, he said", "when asked if"."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in head.children):
        return True
    before = [norm(t) for t in head.doc[max(0, head.i - 3) : head.i]]
    if head.tag_ == "VBN" and any(w in ("was", "were", "been", "being", "is", "are", "when", "if") for w in before):
        return True
    if scene.source or head.tag_ not in ("VBN", "VBD"):
        return False
    return head.i == head.sent.start or (
        bool(before) and before[-1] in ("when", "if", "and", ",", "“", '"', "repeatedly", "once")
    )


def _has_agent(head: Token) -> bool:
    return any(norm(t) == "by" for t in head.doc[head.i + 1 : head.i + 5])


def _is_planned_passive(scene: Scene, head: Token) -> bool:
    return (
        _is_passive(scene, head)
        and head.lemma_.lower() in ("expect", "schedule", "slate", "tip")
        and (_next_word(head) == "to")
    )


def _gives_nothing(scene: Scene, head: Token) -> bool:
    """ "said nothing about", "gave no indication that", "made no mention of", "said no such thing"."""
    doc = head.doc
    for j in range(head.i + 1, min(head.i + 4, len(doc))):
        word, after = norm(doc[j]), norm(doc[j + 1]) if j + 1 < len(doc) else ""
        if word == "nothing":
            return after not in ("but", "except", "other") and not _opens_clause(doc, j + 1)
        if word in ("no", "not", "little") and scene.speaks(j) is None:
            return _is_empty_gift(scene, head, j)
        if doc[j].text in ',:;“"' or (scene.speaks(j) is None and doc[j].pos_ not in ("PRON", "PROPN", "DET", "NOUN")):
            return False
    return False


def _opens_clause(doc: Doc, j: int) -> bool:
    """ "nothing would help": what follows is a verb of its own."""
    while j < len(doc) and doc[j].pos_ == "ADV":
        j += 1
    return j < len(doc) and doc[j].pos_ in VERBS and doc[j].tag_ not in ("VBG",)


def _is_empty_gift(scene: Scene, head: Token, j: int) -> bool:
    doc = head.doc
    following = [norm(t) for t in doc[j + 1 : j + 4]]
    if norm(doc[j]) == "not":
        return following[:2] in (["a", "word"], ["one", "word"])
    if following[:1] == ["more"] and head.lemma_.lower() == "say":
        return not _opens_clause(doc, j + 2)
    if following[:2] == ["such", "thing"] or following[:1] == ["word"]:
        return not _opens_clause(doc, j + (3 if following[0] == "such" else 2))
    given = has_form_of(head, "giving")
    return given and (j in scene.cue or any(word in words("given", TABLE) for word in following))
