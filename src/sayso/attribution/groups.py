"""A verb with its auxiliaries, negations and adverbs, as they stand before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.attribution.operators import TABLE, Op, Ops, is_one_of
from sayso.attribution.scene import STOPS, Scene, norm
from sayso.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

# So many words stand between two commas at most, and before the subject of a sentence.
ASIDE_WORDS = 8


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries, negations and adverbs: what they do, what links it upward, where it begins.

    `governs` is true of a verb above the one of saying.
    """

    ops: Ops = field(default_factory=dict)
    helpers: set[str] = field(default_factory=set)
    link: str = ""
    first: int = 0
    governs: bool = False


def group_of(scene: Scene, at: int, *, governs: bool) -> Group:
    doc, group = scene.doc, Group(first=at, governs=governs)
    j = at - 1
    while j >= 0 and not scene.says(j) and scene.speaks(j) is None:
        token = doc[j]
        word = norm(token)
        if word == "to" and token.tag_ != "IN":
            group.link, group.first = "to", j
            j = _take_negations(scene, j - 1, group)
            break
        if word == "," and (opening := _aside(scene, j)) is not None:
            j = opening - 1
            continue
        if token.pos_ == "NOUN" and (opening := _phrase_between(doc, j)) is not None:
            j = opening - 1
            continue
        if not _takes(doc, at, j, group):
            break
        group.first = j
        j -= 1
    _add_link(doc, at, group)
    return group


def helping(doc: Doc, at: int, j: int) -> Ops:
    """What one helper of a verb does to it."""
    group = Group(first=at)
    _takes(doc, at, j, group)
    return group.ops


def _phrase_between(doc: Doc, j: int) -> int | None:
    """Where "at any point" begins in "did not at any point say"."""
    k = j - 1
    while k > 0 and j - k < 4 and doc[k].pos_ in ("DET", "ADJ"):
        k -= 1
    helped = k > 0 and (is_one_of(doc[k - 1], "negations") or is_one_of(doc[k - 1], "auxiliaries"))
    return k if helped and doc[k].pos_ == "ADP" else None


def _takes(doc: Doc, at: int, j: int, group: Group) -> bool:
    """Take the word into the group, if it belongs there."""
    token, word = doc[j], norm(doc[j])
    if is_one_of(token, "negations"):
        if not is_more_than(doc, j):
            group.ops[j] = Op.NOT
    elif is_one_of(token, "modals_unreal") and not (word in ("need", "dare") and token.pos_ == "NOUN"):
        _add_modal(doc, at, j, group)
    elif is_one_of(token, "modals_future"):
        group.ops[j] = Op.PLANS
    elif is_one_of(token, "auxiliaries"):
        group.helpers.add(word)
    elif token.pos_ == "ADV" or is_one_of(token, "more_than") or word.endswith("ly"):
        return _takes_adverb(doc, at, j, group)
    else:
        return False
    return True


def _takes_adverb(doc: Doc, at: int, j: int, group: Group) -> bool:
    token, word = doc[j], norm(doc[j])
    if word in ("too", "yet", "still") and group.link == "to":
        return False
    if is_one_of(token, "perhaps"):
        group.ops[j] = Op.IMAGINES
    elif group.governs and is_one_of(token, "wrongly"):
        group.ops[j] = Op.REFUSES
    elif is_one_of(token, "nearly") and j == at - 1:
        group.ops[j] = Op.REFUSES
    elif word == "longer" and j and norm(doc[j - 1]) in ("no", "any"):
        group.ops[j] = Op.NOT
    elif word == "but" and j and norm(doc[j - 1]) == "all" and j == at - 1:
        group.ops[j] = Op.REFUSES
    elif word in ("better", "rather") and j and norm(doc[j - 1]) in ("had", "would", "'d"):
        group.ops[j] = Op.IMAGINES
    return True


def is_more_than(doc: Doc, j: int) -> bool:
    """ "not only said", "did not just say", "not so much said as"."""
    if j + 1 >= len(doc):
        return False
    following = [norm(t) for t in doc[j + 1 : j + 3]]
    return following[0] in words("more_than", TABLE) or following == ["so", "much"]


def _add_modal(doc: Doc, at: int, j: int, group: Group) -> None:
    word = norm(doc[j])
    following = doc[j + 1 : at]
    # "he'd said" had said it.
    if word == "'d" and doc[at].tag_ in ("VBN", "VBD") and not any(norm(t) == "have" for t in following):
        group.helpers.add("had")
    elif word in ("would", "'d") and (_is_told_back(doc, at, j) or _is_wished(doc, at, group)):
        group.helpers.add(word)
    else:
        group.ops[j] = Op.CAN if word in ("can", "could", "ca") else Op.IMAGINES


def _is_wished(doc: Doc, at: int, group: Group) -> bool:
    """ "would like the dam closed" is a wish that was spoken."""
    return not group.governs and doc[at].lemma_.lower() in words("wishes", TABLE)


def _is_told_back(doc: Doc, at: int, j: int) -> bool:
    """ "would later say", "years later he would tell", "would go on to say"."""
    if any(norm(t) == "have" for t in doc[j + 1 : at]):
        return False
    if any(is_one_of(t, "looking_back") for t in doc[j + 1 : at + 1]):
        return True
    if norm(doc[at]) in ("go", "come", "end") and norm(doc[min(at + 1, len(doc) - 1)]) in ("on", "to", "up"):
        return True
    return _opens_with_time(doc, j)


def _opens_with_time(doc: Doc, j: int) -> bool:
    """ "Years later", "Every morning", "As a boy he", at the head of the sentence and before its subject."""
    opening = doc[doc[j].sent.start : j][:ASIDE_WORDS]
    heads = {norm(t) for t in opening} | {t.lemma_.lower() for t in opening}
    if heads & {"if", "that", "said", "tomorrow", "next"}:
        return False
    spans = heads & words("spans_of_time", TABLE)
    return bool(spans and heads & {"later", "every", "each", "most", "many", "after"}) or (
        len(opening) > 0 and is_one_of(opening[0], "looking_back")
    )


def _aside(scene: Scene, comma: int) -> int | None:
    """Where the words between two commas begin (", however,"); None where there is no such pair."""
    doc = scene.doc
    for j in range(comma - 1, max(-1, comma - ASIDE_WORDS), -1):
        if scene.says(j) or scene.speaks(j) is not None or doc[j].text in STOPS or doc[j].pos_ == "VERB":
            return None
        if doc[j].text == ",":
            return j
    return None


def _take_negations(scene: Scene, j: int, group: Group) -> int:
    """ "decided not to say": what stands right before the `to`."""
    doc = scene.doc
    while j >= 0 and is_one_of(doc[j], "negations") and not is_more_than(doc, j):
        group.ops[j], group.first = Op.NOT, j
        j -= 1
    return j


def _add_link(doc: Doc, at: int, group: Group) -> None:
    if group.link:
        return
    token, before = doc[at], doc[group.first - 1] if group.first else None
    being = group.helpers & {"be", "is", "are", "was", "were", "am", "been", "'s", "'re", "'m"}
    if (token.lower_.endswith("ing") and not being) or group.helpers & {"having", "being"}:
        group.link = "ing"
    elif before is not None and norm(before) == "than":
        group.link = "bare"
    elif token.tag_ == "VB" and not group.ops and not group.helpers:
        group.link = "bare"
