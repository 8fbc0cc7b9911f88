"""The words by which a report stands back from itself: "reportedly", "is said to", "appeared to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.operators import Op, looked_up
from sayso.attribution.scene import Scene, norm
from sayso.language.words import words
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

# So many words to the left of a cue belong to its group ("is reported to have repeatedly said").
REACH = 7
_PASSED = frozenset({"AUX", "ADV", "PART", "VERB"})
_TO_SAY = frozenset({"to", "of", "as"})


def hedges_of(scene: Scene) -> Spans:
    """Where the hedges stand that belong to the report and not to what is reported."""
    found: dict[int, Span] = {}
    for place in _near(scene):
        token = scene.doc[place]
        if norm(token) in words("hedges") or norm(token) in words("doubtful"):
            found[place] = scene.paragraph.span_of(token)
        elif _is_alleged(scene, token):
            found[place] = _with_auxiliary(scene, token)
    return tuple(found[place] for place in sorted(found))


def _near(scene: Scene) -> list[int]:
    """The cue, the words of its group to the left, and one to the right; an opening adverb counts as well."""
    if not scene.cue:
        return []
    doc, first, last = scene.doc, min(scene.cue), max(scene.cue)
    near = [*scene.cue]
    j = first - 1
    while j >= 0 and first - j <= REACH and not scene.says(j) and doc[j].pos_ in _PASSED:
        near.append(j)
        j -= 1
    own = scene.speaks(j) if j >= 0 else None
    opening = (own[0] if own is not None else j + 1) - 1
    if opening >= 0 and doc[opening].text == "," and opening:
        opening -= 1
    if opening >= 0 and not scene.says(opening) and doc[opening].pos_ == "ADV":
        near.append(opening)
    if last + 1 < len(doc) and not scene.says(last + 1) and doc[last + 1].pos_ == "ADV":
        near.append(last + 1)
    return near


def _is_alleged(scene: Scene, token: Token) -> bool:
    """ "is said to have", "appeared to say", "was accused of saying"; not "said" itself where that is the cue."""
    if token.i == scene.head or token.pos_ not in ("VERB", "AUX", "ADJ"):
        return False
    after = norm(token.nbor()) if token.i + 1 < len(token.doc) else ""
    if after not in _TO_SAY:
        return False
    seems = token.lemma_.lower() in ("appear", "seem", "purport")
    passive = token.tag_ in ("VBN", "VBD", "JJ") and token.i > 0 and token.nbor(-1).pos_ in ("AUX", "ADV")
    frame = "to" if after == "to" else "ing"
    return seems or (passive and looked_up(frame, token) is Op.ALLEGES)


def _with_auxiliary(scene: Scene, token: Token) -> Span:
    """ "is said to", whole."""
    first = token.i - 1 if token.i and token.nbor(-1).pos_ == "AUX" else token.i
    return scene.paragraph.between(first, min(token.i + 1, len(token.doc) - 1))
