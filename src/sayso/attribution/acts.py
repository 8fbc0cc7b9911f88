"""What was done in saying it: by the words of the cue, and for a neutral cue by what follows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.attribution.scene import Scene, norm
from sayso.language.words import sorted_into
from sayso.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSE_WORDS = 12
_ENDINGS = ("ing", "ed", "es", "s", "d")


@cache
def act(lemma: str) -> Act:
    """The act that a word of saying names; `asserts` for the neutral ones."""
    return Act(sorted_into("acts").get(lemma, Act.ASSERTS))


def of_word(token: Token) -> Act:
    """The act of a word as printed, found by its lemma, else by the word without its ending."""
    named = act(token.lemma_.lower())
    word = norm(token)
    for ending in _ENDINGS:
        if named is Act.ASSERTS and word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word.removesuffix(ending)
            named = next((a for w in (stem, stem + "e") if (a := act(w)) is not Act.ASSERTS), named)
    return named


def act_of(scene: Scene) -> Act:
    """The act of an attribution."""
    phrase = _of_phrase(scene)
    if phrase is not None:
        return phrase
    if scene.head is not None and (own := of_word(scene.doc[scene.head])) is not Act.ASSERTS:
        return _by_construction(scene.doc[scene.head], own)
    named = (of_word(scene.doc[i]) for i in reversed(scene.cue) if scene.doc[i].pos_ in ("NOUN", "VERB", "ADJ"))
    return next((one for one in named if one is not Act.ASSERTS), Act.ASSERTS)


def _of_phrase(scene: Scene) -> Act | None:
    """Cues of several words: "called for", "spoke out against", "cast doubt on"; also where the cue stops short."""
    doc = scene.doc
    if not scene.cue:
        return None
    last = scene.cue[-1]
    shown = [doc[i].lemma_.lower() for i in scene.cue]
    beyond = [doc[j].lemma_.lower() for j in range(last + 1, min(last + 2, len(doc)))]
    said = f" {' '.join(shown + beyond)} "
    return next((Act(heading) for phrase, heading in sorted_into("act_phrases").items() if f" {phrase} " in said), None)


def _by_construction(head: Token, own: Act) -> Act:
    """Verbs that do one thing or another, as they are built."""
    lemma = head.lemma_.lower()
    if lemma == "call":
        return _called(head)
    if lemma == "suggest":
        return own if _proposes(head) else Act.ASSERTS
    return own


def _proposes(head: Token) -> bool:
    """ "suggested closing it", "suggested that it be closed"; but "suggested that it was old" asserts."""
    following = head.doc[head.i + 1 : head.i + CLAUSE_WORDS]
    first = next((t for t in following if t.pos_ in ("VERB", "AUX")), None)
    return first is None or first.tag_ in ("VB", "VBG") or norm(first) in ("should", "could", "ought")


def _called(head: Token) -> Act:
    """ "called on Maas to go" demands; "called him a liar" judges, by the words that it calls him."""
    following = [norm(t) for t in head.doc[head.i + 1 : head.i + 9]]
    if {"for", "on", "upon"} & set(following[:1]):
        return Act.DEMANDS
    judged = [heading for word in following for heading in (sorted_into("judging").get(word),) if heading]
    return Act(judged[0]) if judged else Act.ASSERTS
