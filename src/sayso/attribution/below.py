"""What follows a word of saying and takes it back: "said nothing about", "declined to comment", "was asked whether"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution import acts
from sayso.attribution.clauses import TAIL_WORDS, calls_it_false
from sayso.attribution.frames import VERBS
from sayso.attribution.operators import TABLE, Op, has_form_of, is_one_of, looked_up
from sayso.attribution.scene import Scene, is_speech, norm
from sayso.language.words import words
from sayso.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


# So many words between a passive and its infinitive, and between "to" and its verb.
REACH = 6


def below(scene: Scene, head: Token) -> Op | None:
    """What the words after the cue do: "said nothing about", "declined to comment", "was asked whether"."""
    act = acts.of_word(head)
    if act is Act.DECLINES:
        return Op.REFUSES if _withholds(scene, head) else None
    if act is Act.ASKS and _is_passive(scene, head) and not _has_agent(head):
        return Op.ASKS
    if _is_question(scene, head) and any(head.i < first for first, _ in scene.source):
        return Op.ASKS
    if head.tag_ == "VBN" and has_form_of(head, "credited") and _is_disowned(scene, head):
        return Op.REFUSES
    if _is_passive(scene, head) and (op := _of_passive(scene, head)) is not None:
        return op
    spoken = _infinitive_after(head)
    if spoken is not None and has_form_of(head, "intentions"):
        told = spoken.lemma_.lower() in words("speech") or head.lemma_ in ("plan", "intend")
        return looked_up("to", head) if told else None
    # "begged off answering".
    if _next_word(head) == "off" and head.lemma_.lower() in ("beg", "hold", "put"):
        return Op.REFUSES
    if _is_command(scene, head):
        return Op.IMAGINES
    return Op.NOT if _gives_nothing(scene, head) else None


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


def _of_passive(scene: Scene, head: Token) -> Op | None:
    """ "pressed on whether", "is expected on Sunday to say", "was urged to say", "was falsely said to have told"."""
    doc = head.doc
    if _is_question(scene, head):
        return Op.ASKS
    spoken = _infinitive_after(head)
    if spoken is None:
        return None
    if head.lemma_.lower() in words("awaited", TABLE):
        return Op.PLANS
    op = looked_up("to", head) if is_speech(spoken) else None
    wrongly = any(is_one_of(t, "wrongly") for t in doc[max(0, head.i - 2) : spoken.i])
    if op is Op.ALLEGES and wrongly:
        return Op.REFUSES
    return op if op is Op.IMAGINES else None


def _is_question(scene: Scene, head: Token) -> bool:
    """Does the content open with "whether", behind the cue?"""
    return any(norm(head.doc[first]) in ("whether", "if") and first > head.i for first, _ in scene.content[:1])


def _is_disowned(scene: Scene, head: Token) -> bool:
    """ "The line, credited to Vento, was invented"."""
    end = max((last for first, last in scene.source if first > head.i), default=head.i) + 1
    after = head.doc[end + 1 :] if head.doc[end : end + 1].text == "," else head.doc[end:]
    return calls_it_false(after[:TAIL_WORDS])


def _infinitive_after(head: Token) -> Token | None:
    """The verb behind the "to" that follows, with at most a time or place between ("expected on Sunday to say")."""
    doc = head.doc
    for token in doc[head.i + 1 : head.i + REACH]:
        if norm(token) == "to" and token.tag_ == "TO":
            return next((t for t in doc[token.i + 1 : token.i + REACH] if t.pos_ == "VERB"), None)
        if token.pos_ not in ("ADP", "DET", "NOUN", "PROPN", "NUM", "ADV", "ADJ"):
            return None
    return None


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
