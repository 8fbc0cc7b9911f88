"""Whether it was said at all: nobody is recorded as having said what they did not.

Two looks at the words above the cue, one along the line and one up the parse, since either alone is often led astray.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution import acts, leftward, upward
from sayso.attribution.operators import TABLE, Op, Ops, composed, has_form_of, is_one_of, looked_up
from sayso.attribution.scene import Scene, is_speech, norm
from sayso.language.words import words
from sayso.model import Act, Reality

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FRONT_WORDS = 40
TAIL_WORDS = 6
_VERBAL = frozenset({"VERB", "AUX"})


def reality_of(scene: Scene) -> Reality:
    """Said, or only denied, imagined, planned or asked about."""
    if _is_made_up(scene):
        return Reality.HYPOTHETICAL
    if _is_drafted(scene):
        return Reality.PLANNED
    if any(_is_silence(scene.doc[i]) for i in scene.cue):
        return Reality.SAID if _is_negated_silence(scene) else Reality.NOT_SAID
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
    if _is_performed(scene, head) or _is_at_a_loss_for_more(scene, head) or _is_told_at_last(scene, head):
        return Reality.SAID
    ops = _seen(scene, head.i)
    below = [op for op in (_below(scene, head),) if op is not None]
    return composed([*below, *_in_order(ops, head.i)])


def _in_order(ops: Ops, start: int) -> list[Op]:
    """The innermost first: to the left nearest first, with whatever stands to the right after it."""
    left = [ops[i] for i in sorted((i for i in ops if i <= start), reverse=True)]
    return [*left, *(ops[i] for i in sorted(i for i in ops if i > start))]


def _seen(scene: Scene, start: int) -> Ops:
    ops = {**upward.look(scene, start), **leftward.look(scene, start)}
    for first, _ in scene.source:
        if first < start and is_one_of(scene.doc[first], "conditions"):
            ops[first] = Op.IMAGINES
        elif first < start and leftward.is_nobody(scene.doc, first):
            ops[first] = Op.NOT
    after = upward.nobody_after(scene, start)
    if after is not None:
        ops[after] = Op.NOT
    if leftward.asks(scene, start) and _is_doubted(scene, start):
        ops[len(scene.doc)] = Op.ASKS
    return ops


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


def _below(scene: Scene, head: Token) -> Op | None:
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
    if _is_command(scene, head):
        return Op.IMAGINES
    return Op.NOT if _gives_nothing(scene, head) else None


def _is_to_speak(head: Token) -> bool:
    """ "hoped to tell": by its next verb."""
    following = next((t for t in head.doc[head.i + 2 : head.i + 5] if t.pos_ in _VERBAL), None)
    return following is not None and following.lemma_.lower() in words("speech")


def _is_command(scene: Scene, head: Token) -> bool:
    """ "Tell Maas that …": nobody has told him yet."""
    before = head.doc[head.i - 1].text if head.i else ""
    opens = head.is_sent_start or not before or before in '“"‘(' or norm(head.doc[head.i - 1]) in ("please", "just")
    named = any(first < head.i for first, _ in scene.source) or any(c.dep_ == "nsubj" for c in head.children)
    return bool(opens and norm(head) == head.lemma_.lower() and not named and head.tag_ in ("VB", "VBP", "NN", "NNP"))


def _withholds(scene: Scene, head: Token) -> bool:
    """ "refused to say" kept silent; "refused to cooperate" spoke."""
    following = [t for t in head.doc[head.i + 1 : head.i + 6] if t.pos_ in _VERBAL]
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
    return j < len(doc) and doc[j].pos_ in _VERBAL and doc[j].tag_ not in ("VBG",)


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
    verb = head.head if head.dep_ in ("dobj", "nsubjpass", "attr") and head.head.pos_ in _VERBAL else None
    if verb is not None and not scene.says(verb.i) and has_form_of(verb, "giving"):
        ops |= _seen(scene, verb.i)
    return composed(_in_order(ops, head.i))


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
    return token.lemma_.lower() in words("silences", TABLE) or norm(token) in words("silences", TABLE)


def _is_negated_silence(scene: Scene) -> bool:
    """ "wasn't shy about", "did not mince her words"."""
    first = min(scene.cue)
    return any(is_one_of(scene.doc[i], "negations") for i in (*range(max(0, first - 2), first), *scene.cue))


def _is_performed(scene: Scene, head: Token) -> bool:
    """ "I must say that", "let me tell you", "I have to admit": said by saying so, and about nothing else."""
    doc, j = scene.doc, head.i - 1
    if head.lemma_.lower() not in words("performed", TABLE):
        return False
    group = []
    while j >= 0 and head.i - j < FRONT_WORDS and len(group) < TAIL_WORDS:
        group.append(norm(doc[j]))
        if group[-1] in words("performers", TABLE):
            break
        j -= 1
    else:
        return False
    spoken = " ".join(reversed(group))
    return spoken in words("performances", TABLE) and not (leftward.asks(scene, head.i) or _has_condition(scene, head))


def _has_condition(scene: Scene, head: Token) -> bool:
    return any(norm(t) == "if" and not scene.says(t.i) for t in head.doc[head.sent.start : head.sent.end][:FRONT_WORDS])


def _is_at_a_loss_for_more(scene: Scene, head: Token) -> bool:
    """ "cannot say enough about", "can't stress enough", "could only say", "could be heard saying"."""
    doc = scene.doc
    before = [norm(t) for t in doc[max(0, head.i - 4) : head.i]]
    after = [norm(t) for t in doc[head.i + 1 : head.i + TAIL_WORDS]]
    able = {"can", "could", "ca"} & set(before)
    if not able:
        return False
    heard = {"heard", "seen", "overheard", "watched"} & set(before) and "be" in before
    enough = "enough" in after and {"not", "n't"} & set(before)
    return bool(
        (heard or enough or before[-1:] in (["only"], ["but"])) and not (heard and {"not", "n't"} & set(before))
    )


def _is_told_at_last(scene: Scene, head: Token) -> bool:
    """ "did not admit until Friday that", "Not until 2031 did he say": late, but said."""
    doc = scene.doc
    before = [norm(t) for t in doc[max(head.sent.start, head.i - 14) : head.i]]
    if {"did", "had", "was", "were"}.isdisjoint(before[-4:]) and "never" not in before[-2:]:
        return False
    if before[:2] == ["not", "until"] or (
        "until" in before and "not" in before and before.index("not") < before.index("until")
    ):
        return not leftward.asks(scene, head.i)
    negated = {"not", "n't"} & set(before[-3:])
    sentence = doc[head.i + 1 : head.sent.end][:FRONT_WORDS]
    until = next((t for t in sentence if norm(t) == "until" and not scene.says(t.i)), None)
    return bool(negated and until is not None and not any(scene.says(t.i) for t in (until,)))


def _is_made_up(scene: Scene) -> bool:
    """ "In a parody, Vento says", "a fake video shows him saying", "An imaginary Vento says"."""
    doc = scene.doc
    anchor = scene.head if scene.head is not None else min(scene.cue, default=None)
    if anchor is None:
        return False
    start = max(doc[anchor].sent.start, anchor - FRONT_WORDS)
    for j in range(start, anchor):
        if scene.says(j):
            continue
        if is_one_of(doc[j], "made_up") and _imagines_speech(scene, j):
            return True
        if is_one_of(doc[j], "made_up_settings") and (_is_setting(scene, j, start) or _shows(doc, j)):
            return True
    return False


def _imagines_speech(scene: Scene, j: int) -> bool:
    """It describes the speaker, or where the words stand; "Vento, who denounced a fake video, said" does not."""
    own = scene.speaks(j)
    if own is not None:
        return norm(scene.doc[j]) in words("made_up_speakers", TABLE)
    return _is_setting(scene, j, 0) or norm(scene.doc[min(j + 1, len(scene.doc) - 1)]) in words("recordings", TABLE)


def _is_setting(scene: Scene, j: int, start: int) -> bool:
    """Led by "in a": the words are spoken in it."""
    before = [norm(t) for t in scene.doc[max(start, j - 4) : j]]
    return "in" in before


def _shows(doc: Doc, j: int) -> bool:
    """ "Her play has the bishop say"."""
    return doc[min(j + 1, len(doc) - 1)].lemma_.lower() in ("have", "show", "let", "make", "depict", "portray")


def _is_drafted(scene: Scene) -> bool:
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
