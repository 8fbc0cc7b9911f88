"""Whether it was said at all: nobody is recorded as having said what they did not.

Two looks at the words above the cue, one along the line and one up the parse, since either alone is often led astray.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution import acts, leftward, upward
from sayso.attribution.below import below
from sayso.attribution.clauses import asks
from sayso.attribution.frames import VERBS
from sayso.attribution.idioms import is_at_a_loss_for_more, is_performed, is_told_at_last
from sayso.attribution.operators import TABLE, Op, Ops, composed, has_form_of, is_one_of
from sayso.attribution.scene import Scene, norm
from sayso.attribution.subjects import is_nobody
from sayso.attribution.unreal import is_drafted, is_made_up
from sayso.language.words import words
from sayso.model import Act, Reality

if TYPE_CHECKING:
    from spacy.tokens import Token

TAIL_WORDS = 6


def reality_of(scene: Scene) -> Reality:
    """Said, or only denied, imagined, planned or asked about."""
    if is_made_up(scene):
        return Reality.HYPOTHETICAL
    if is_drafted(scene):
        return Reality.PLANNED
    if any(_is_silence(scene.doc[i]) for i in scene.cue):
        return Reality.SAID if _is_negated_silence(scene) else Reality.NOT_SAID
    if not scene.source and any(is_one_of(scene.doc[i], "conditions") for i in scene.cue):
        return Reality.HYPOTHETICAL
    if any(_is_passed_on(scene, scene.doc[i]) for i in scene.cue):
        return Reality.ASKED_ONLY
    if scene.head is None:
        return _without_head(scene)
    head = scene.doc[scene.head]
    return _of_noun(scene, head) if _is_nominal(scene, head) else _of_verb(scene, head)


def _is_nominal(scene: Scene, head: Token) -> bool:
    """ "his promise that"; but "Didn't Vento promise" is a verb, whatever the tagger says."""
    if head.pos_ != "NOUN" or not head.i:
        return head.pos_ == "NOUN"
    return scene.speaks(head.i - 1) is None or head.nbor(-1).tag_ in ("POS", "PRP$")


def _of_verb(scene: Scene, head: Token) -> Reality:
    if is_performed(scene, head) or is_at_a_loss_for_more(scene, head) or is_told_at_last(scene, head):
        return Reality.SAID
    if (spoken := _saying_in_content(scene, head)) is not None:
        return composed(_in_order(_seen(scene, spoken.i), spoken.i))
    ops = _seen(scene, head.i)
    after = below(scene, head)
    return composed([*([after] if after is not None else []), *_in_order(ops, head.i)])


def _saying_in_content(scene: Scene, head: Token) -> Token | None:
    """The verb in "resisted calls to | say who would pay", "thought of | telling her": the cue itself says nothing."""
    if head.lemma_.lower() in words("speech") or acts.of_word(head) is not Act.ASSERTS:
        return None
    first = next((first for first, _ in scene.content if first > head.i), None)
    if first is None:
        return None
    verb = scene.doc[min(first + (norm(scene.doc[first]) == "to"), len(scene.doc) - 1)]
    return verb if verb.lemma_.lower() in words("speech") and verb.tag_ in ("VB", "VBG") else None


def _in_order(ops: Ops, start: int) -> list[Op]:
    """The innermost first: to the left nearest first, with whatever stands to the right after it."""
    left = [ops[i] for i in sorted((i for i in ops if i <= start), reverse=True)]
    return [*left, *(ops[i] for i in sorted(i for i in ops if i > start))]


def _seen(scene: Scene, start: int) -> Ops:
    ops = {**upward.look(scene, start), **leftward.look(scene, start)}
    first = max((first for first, _ in scene.source if first < start), default=None)
    if first is not None and _begins_imagined(scene, first):
        ops[first] = Op.IMAGINES
    elif first is not None and is_nobody(scene.doc, first):
        ops[first] = Op.NOT
    ops |= {last: Op.NOT for _, last in scene.source if last < start and is_one_of(scene.doc[last], "negations")}
    after = upward.nobody_after(scene, start)
    if after is not None:
        ops[after] = Op.NOT
    if asks(scene, start) and _is_doubted(scene, start):
        ops[len(scene.doc)] = Op.ASKS
    return ops


def _begins_imagined(scene: Scene, first: int) -> bool:
    """ "Imagine Vento", "One imagines Vento": a source that was cut too wide."""
    return is_one_of(scene.doc[first], "conditions") or any(
        scene.speaks(t.i) is not None and t.pos_ != "PROPN" and has_form_of(t, "conditions")
        for t in scene.doc[first + 1 : first + 3]
    )


def _is_doubted(scene: Scene, start: int) -> bool:
    """ "Vento said that the dam was safe?", "Who said that it was safe?": the mark belongs to the whole sentence."""
    doc = scene.doc
    if acts.act_of(scene) is Act.ASKS or any(doc[i].text == ":" for i in scene.cue):
        return False
    opening = next((doc[first] for first, _ in scene.source if first < start), None)
    if opening is not None and norm(opening) in ("who", "which", "what"):
        return True
    following = next((t for t in doc[start + 1 : start + TAIL_WORDS] if norm(t) in ("that", "so", "it")), None)
    quoted = any(t.text in '"“”‘' for t in doc[start + 1 : start + TAIL_WORDS])
    return following is not None and following.i <= start + 3 and not quoted


def _of_noun(scene: Scene, head: Token) -> Reality:
    """ "no claim that", "a possible announcement", "made no promise to", "issued a warning that"."""
    doc = scene.doc
    ops: Ops = {}
    for j in range(head.i - 1, max(-1, head.i - 4), -1):
        if scene.speaks(j) is not None:
            continue
        if norm(doc[j]) in ("no", "without", "neither"):
            ops[j] = Op.NOT
        elif norm(doc[j]) in words("unspoken", TABLE):
            ops[j] = Op.REFUSES
        elif norm(doc[j]) in words("not_yet", TABLE):
            ops[j] = Op.IMAGINES
        elif doc[j].pos_ not in ("ADJ", "DET", "NOUN", "ADV", "VERB"):
            break
    if head.dep_ == "dobj" and has_form_of(head.head, "silences"):
        negated = any(c.dep_ == "neg" for c in head.head.children)
        return Reality.SAID if negated else Reality.NOT_SAID
    verb = head.head if head.dep_ in ("dobj", "nsubjpass", "attr") and head.head.pos_ in VERBS else None
    if verb is not None and not scene.says(verb.i) and has_form_of(verb, "giving"):
        ops |= _seen(scene, verb.i)
    return composed(_in_order(ops, head.i))


def _is_passed_on(scene: Scene, token: Token) -> bool:
    """ "walked past a question about whether": not a question that the source asked."""
    if token.pos_ != "NOUN" or token.lemma_.lower() != "question":
        return False
    whether = any(norm(scene.doc[first]) == "whether" for first, _ in scene.content)
    above = next((t for t in token.ancestors if t.pos_ in VERBS), None)
    return whether and above is not None and not has_form_of(above, "posing") and scene.speaks(token.i - 1) is None


def _without_head(scene: Scene) -> Reality:
    """Cues without a verb ("according to", a colon) were said, unless something in front imagines them."""
    first = min((*scene.cue, *(one[0] for one in scene.source)), default=None)
    if first is None:
        return Reality.SAID
    before = [t for t in scene.doc[max(0, first - 3) : first] if not scene.says(t.i)]
    if any(is_one_of(t, "perhaps") for t in before) or any(norm(t) in ("imagine", "suppose") for t in before):
        return Reality.HYPOTHETICAL
    return Reality.NOT_SAID if [norm(t) for t in before][-1:] == ["not"] else Reality.SAID


def _is_silence(token: Token) -> bool:
    """ "stayed silent"; but "broke her silence" did not."""
    if any(t.lemma_.lower() == "break" for t in token.doc[max(0, token.i - 3) : token.i]):
        return False
    return token.lemma_.lower() in words("silences", TABLE) or norm(token) in words("silences", TABLE)


def _is_negated_silence(scene: Scene) -> bool:
    """ "wasn't shy about", "did not mince her words"."""
    first = min(scene.cue)
    return any(is_one_of(scene.doc[i], "negations") for i in (*range(max(0, first - 2), first), *scene.cue))
