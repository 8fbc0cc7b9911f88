"""Speech in a parody, a fake or a play, and speech that so far is only a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.operators import TABLE, is_one_of
from sayso.attribution.scene import Scene, norm
from sayso.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

FRONT_WORDS = 40
# "In the minister's second, much longer novel".
SETTING_WORDS = 10


def is_made_up(scene: Scene) -> bool:
    """ "In a parody, Vento says", "a fake video shows him saying", "An imaginary Vento says"."""
    doc = scene.doc
    anchor = scene.head if scene.head is not None else min(scene.cue, default=None)
    if anchor is None:
        return False
    if _is_depicted(scene, anchor):
        return True
    start = max(doc[anchor].sent.start, anchor - FRONT_WORDS)
    for j in range(start, anchor):
        if scene.says(j):
            continue
        if is_one_of(doc[j], "made_up") and _imagines_speech(scene, j):
            return True
        if is_one_of(doc[j], "made_up_settings") and (_is_setting(scene, j, start) or _shows(doc, j)):
            return True
    return False


def _is_depicted(scene: Scene, anchor: int) -> bool:
    """ "A picture has him saying": shown, where no recording shows it."""
    doc = scene.doc
    first = next((first for first, _ in scene.source if first < anchor), 0)
    if doc[anchor].tag_ != "VBG" or first < 2 or doc[first - 1].lemma_ != "have" or doc[first - 2].pos_ != "NOUN":
        return False
    return doc[first - 2].lemma_.lower() not in words("recordings", TABLE)


def _imagines_speech(scene: Scene, j: int) -> bool:
    """It describes the speaker, or where the words stand; "Vento, who denounced a fake video, said" does not."""
    own = scene.speaks(j)
    if own is not None:
        return norm(scene.doc[j]) in words("made_up_speakers", TABLE)
    return _is_setting(scene, j, 0) or norm(scene.doc[min(j + 1, len(scene.doc) - 1)]) in words("recordings", TABLE)


def _is_setting(scene: Scene, j: int, start: int) -> bool:
    """Led by "in a": the words are spoken in it."""
    for token in reversed(scene.doc[max(start, j - SETTING_WORDS) : j]):
        if token.pos_ in ("ADP", "VERB", "PUNCT"):
            return norm(token) == "in"
    return False


def _shows(doc: Doc, j: int) -> bool:
    """ "Her play has the bishop say", "The sketch ends with him saying"."""
    return doc[min(j + 1, len(doc) - 1)].lemma_.lower() in words("shows", TABLE)


def is_drafted(scene: Scene) -> bool:
    """ "according to a draft of the speech that he will give"."""
    doc = scene.doc
    for first, last in scene.source:
        named = [doc[i].lemma_.lower() for i in range(first, min(last + 1, first + FRONT_WORDS))]
        drafted = next((n for n, word in enumerate(named) if word in words("drafts", TABLE)), None)
        if drafted is None or not any(word in words("to_be_given", TABLE) for word in named[drafted:]):
            continue
        rest = named[drafted:] + [norm(t) for t in doc[last + 1 : last + 6] if not scene.says(t.i)]
        if named[drafted] in ("draft", "advance") or {"will", "prepare", "due", "plan", "deliver", "shall"} & set(rest):
            return True
    return False
