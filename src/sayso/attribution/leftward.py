"""First look: the words to the left of a word of saying, one by one, whatever the parse made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.attribution.operators import TABLE, Op, Ops, is_one_of, looked_up
from sayso.attribution.scene import Scene, norm
from sayso.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# So many words of saying and doing above one another, and so many words between "urged" and "to say".
STEPS = 6
OBJECT_WORDS = 8
SUBJECT_WORDS = 14
ASIDE_WORDS = 8
FRONT_WORDS = 5
_STOPS = frozenset('.;:!?—–"“”()[]')
_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP"})


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


def look(scene: Scene, start: int) -> Ops:
    """What the words to the left make of the saying at `start`."""
    ops: Ops = {}
    at, steps = start, 0
    while steps < STEPS:
        group = _group(scene, at, governs=at != start)
        ops |= group.ops
        above = _above(scene, at, group, ops)
        if above is None or above >= at:
            break
        at, steps = above, steps + 1
    return ops


def _group(scene: Scene, at: int, *, governs: bool) -> Group:
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
        if not _is_more_than(doc, j):
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


def _is_more_than(doc: Doc, j: int) -> bool:
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
        if scene.says(j) or scene.speaks(j) is not None or doc[j].text in _STOPS or doc[j].pos_ == "VERB":
            return None
        if doc[j].text == ",":
            return j
    return None


def _take_negations(scene: Scene, j: int, group: Group) -> int:
    """ "decided not to say": what stands right before the `to`."""
    doc = scene.doc
    while j >= 0 and is_one_of(doc[j], "negations") and not _is_more_than(doc, j):
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


def _above(scene: Scene, at: int, group: Group, ops: Ops) -> int | None:
    """The word that governs this one; what it does is added to `ops`."""
    j = group.first - 1
    if j < 0 or scene.says(j):
        return None
    if group.link == "to":
        return _over_infinitive(scene, at, j, ops, perfect="have" in group.helpers)
    if group.link == "ing":
        return _over_participle(scene, j, ops)
    if group.link == "bare" and (found := _over_bare(scene, at, j, ops)) is not None:
        return found
    return _over_clause(scene, at, j, ops)


def _over_infinitive(scene: Scene, at: int, j: int, ops: Ops, *, perfect: bool) -> int | None:
    doc = scene.doc
    if scene.speaks(j) is None and (op := of_infinitive(doc, j, perfect=perfect)) is not None:
        ops[j] = op
        return j
    if norm(doc[j]) in ("is", "are", "was", "were", "be", "'s", "'re", "am"):
        ops[j] = Op.PLANS
        return j + 1 if j + 1 < at else j
    if is_verbal(doc[j]):
        return j
    place = j
    while place >= 0 and j - place < OBJECT_WORDS and doc[place].text not in _STOPS and not scene.says(place):
        own = scene.speaks(place)
        if norm(doc[place]) == "were" and (doc[place].is_sent_start or not doc[place - 1].is_alpha):
            ops[place] = Op.IMAGINES
            return None
        if own is None and norm(doc[place]) == "for":
            ops[place] = Op.IMAGINES
            return None
        if own is None and (is_verbal(doc[place]) or doc[place].pos_ in ("NOUN", "ADJ")):
            op = of_infinitive(doc, place, perfect=perfect)
            if op is not None and is_verbal(doc[place]):
                ops[place] = op
                return place
            if is_verbal(doc[place]):
                _add_between(doc, place, j, ops)
                return place
        place = own[0] - 1 if own is not None else place - 1
    # "Vento to announce …" in a headline.
    if place < doc[at].sent.start and scene.speaks(j) is not None:
        ops[j] = Op.PLANS
    return None


def _add_between(doc: Doc, verb: int, last: int, ops: Ops) -> None:
    """ "was not brave enough to say"."""
    for j in range(verb + 1, last):
        if is_one_of(doc[j], "negations") and not _is_more_than(doc, j):
            ops[j] = Op.NOT


def of_infinitive(doc: Doc, j: int, *, perfect: bool) -> Op | None:
    """What the word does to an infinitive; some words do it only in one of their forms."""
    token, word = doc[j], norm(doc[j])
    if word in ("had", "having") or is_name(token):
        return None
    if perfect and looked_up("to", token) is Op.IMAGINES and token.lemma_.lower() == "suppose":
        return Op.ALLEGES
    if word == "able" and j and norm(doc[j - 1]) in ("was", "were", "been"):
        return None
    if word == "order" and j and norm(doc[j - 1]) == "in":
        return None
    if word in ("right", "good", "long") and token.pos_ != "NOUN":
        return None
    # "called to say" and "dared to say" said it; "called on Maas to say" did not.
    if token.lemma_.lower() in ("call", "dare") and j + 1 < len(doc) and norm(doc[j + 1]) == "to":
        return None
    if token.pos_ == "ADJ" and j and norm(doc[j - 1]) == "too":
        return Op.FAILS
    if token.lemma_.lower() in ("chance", "opportunity", "time") and _is_taken(doc, j):
        return None
    return looked_up("to", token)


def _is_taken(doc: Doc, j: int) -> bool:
    """ "took the opportunity to say" said it."""
    return any(t.lemma_.lower() in ("take", "use", "seize", "grab") for t in doc[max(0, j - 4) : j])


def _over_participle(scene: Scene, j: int, ops: Ops) -> int | None:
    doc = scene.doc
    for place in range(j, max(-1, j - OBJECT_WORDS), -1):
        if doc[place].text in _STOPS or doc[place].text == "," or scene.says(place):
            return None
        if scene.speaks(place) is not None:
            continue
        if doc[place].pos_ == "NOUN" and (bare := _negates_noun(doc, place)) is not None:
            ops[bare] = Op.FACTS if is_certain(doc[place]) else Op.NOT
            return None
        op = None if is_name(doc[place]) else looked_up("ing", doc[place])
        # ", from saying this to doing that" keeps nobody from saying it.
        if norm(doc[place]) == "from" and place and doc[place - 1].is_punct:
            return None
        if op is Op.FACTS and place == j and norm(doc[place]) != "in":
            ops[place] = op
            return None
        if op not in (None, Op.FACTS):
            ops[place] = op  # type: ignore[assignment]
            return place
        if is_verbal(doc[place]):
            return place
    return None


def _over_bare(scene: Scene, at: int, j: int, ops: Ops) -> int | None:
    """ "heard him say", "rather than say", "let him say"."""
    doc = scene.doc
    # "let slip" did say it.
    if norm(doc[at]) in ("slip", "drop"):
        return None
    for place in range(j, max(-1, j - 4), -1):
        if scene.says(place) or doc[place].text in _STOPS:
            return None
        if scene.speaks(place) is not None:
            continue
        op = looked_up("bare", doc[place])
        if op is not None:
            ops[place] = op
            return place
        if doc[place].pos_ == "VERB":
            return place if doc[place].lemma_.lower() in ("hear", "see", "make", "watch", "have", "help") else None
    return None


def is_name(token: Token) -> bool:
    """A name, unless it opens a sentence, where the tagger takes "Imagine" for one."""
    return bool(token.pos_ == "PROPN" and not token.is_sent_start)


def is_verbal(token: Token) -> bool:
    """A verb that stands for itself and helps no other."""
    return bool(token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")))


def _over_clause(scene: Scene, at: int, j: int, ops: Ops) -> int | None:
    """Past the subject: an inverted auxiliary, a condition, or "it is not true that"."""
    doc = scene.doc
    if norm(doc[j]) in ("who", "which", "that") and j:
        _add_antecedent(scene, j - 1, ops)
        return None
    first = _subject_start(scene, at, j)
    _add_nobody(scene, first, j, ops)
    j = first - 1
    if j < 0 or scene.says(j):
        return None
    if _is_inverted(doc[j]) or (norm(doc[j]) in ("n't", "not") and j and _is_helper(doc[j - 1])):
        _add_inversion(scene, at, j, ops)
        return None
    front = doc[j]
    if is_one_of(front, "questions"):
        ops[j] = Op.IMAGINES
        return _asker(scene, j - 1, ops)
    if is_one_of(front, "conditions"):
        if not (j and norm(doc[j - 1]) in ("as", "even") and norm(front) == "though"):
            ops[j] = Op.IMAGINES
        return _asker(scene, j - 1, ops)
    if is_one_of(front, "perhaps"):
        ops[j] = Op.IMAGINES
        return None
    above = _over_that(scene, j, ops)
    if above is not None and _is_subjunctive(doc, at) and looked_up("to", doc[above]) is Op.IMAGINES:
        ops[above] = Op.IMAGINES
    return above


def _is_subjunctive(doc: Doc, at: int) -> bool:
    """ "suggested that the dean say": one person, and the bare verb."""
    bare = doc[at].tag_ in ("VB", "VBP") and norm(doc[at]) == doc[at].lemma_.lower()
    return bool(
        bare and at and doc[at - 1].tag_ in ("NN", "NNP", "PRP") and norm(doc[at - 1]) not in ("i", "you", "we", "they")
    )


def _add_antecedent(scene: Scene, j: int, ops: Ops) -> None:
    """ "It was not Vento who said", "nobody who said"."""
    first = _phrase_start(scene, j)
    _add_nobody(scene, first, j, ops)
    if first and is_one_of(scene.doc[first - 1], "negations") and _is_cleft(scene.doc, first - 1):
        ops[first - 1] = Op.NOT


def _subject_start(scene: Scene, at: int, j: int) -> int:
    """Where the subject that ends at `j` begins."""
    doc = scene.doc
    own = scene.speaks(j)
    if own is not None:
        return own[0]
    subject = next((c for c in doc[at].children if c.dep_ in ("nsubj", "nsubjpass") and c.i <= j), None)
    if subject is not None and subject.right_edge.i == j:
        return int(subject.left_edge.i)
    return _phrase_start(scene, j)


def _phrase_start(scene: Scene, j: int) -> int:
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


def _add_nobody(scene: Scene, first: int, last: int, ops: Ops) -> None:
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


def _is_helper(token: Token) -> bool:
    return norm(token) in ("do", "does", "did", "has", "have", "had", "wo", "would", "could", "ca", "should")


def _is_inverted(token: Token) -> bool:
    return is_one_of(token, "auxiliaries") or is_one_of(token, "modals_unreal") or is_one_of(token, "modals_future")


def _is_cleft(doc: Doc, j: int) -> bool:
    """ "It was not Vento who said"."""
    return bool(j and norm(doc[j - 1]) in ("was", "is", "were") and norm(doc[max(0, j - 2)]) == "it")


def _add_inversion(scene: Scene, at: int, j: int, ops: Ops) -> None:
    """ "Did Vento say …?", "Nor did she say", "Had Vento said …, …"."""
    doc = scene.doc
    word = norm(doc[j])
    if word in ("n't", "not") and j:
        j, word = j - 1, norm(doc[j - 1])
    if is_one_of(doc[j], "modals_unreal"):
        ops[j] = Op.IMAGINES
    elif is_one_of(doc[j], "modals_future"):
        ops[j] = Op.PLANS
    front = [k for k in range(max(doc[j].sent.start, j - FRONT_WORDS), j) if not scene.says(k)]
    for k in front:
        if (is_one_of(doc[k], "negations") or norm(doc[k]) == "no") and not _is_more_than(doc, k):
            ops[k] = Op.NOT
    if asks(scene, at):
        ops[j] = Op.ASKS
    elif word in ("had", "were", "should") and not any(doc[k].is_alpha for k in front[-1:]) and doc[at].tag_ != "VBG":
        ops[j] = Op.IMAGINES


def asks(scene: Scene, at: int) -> bool:
    """Does the sentence of that word end in a question mark?"""
    return next((t.text for t in scene.doc[at : at + 200] if t.text in (".", "?", "!", ";")), "") == "?"


def _asker(scene: Scene, j: int, ops: Ops) -> int | None:
    """ "was asked whether he said": the question above; "can't say if he said" goes on upward."""
    doc = scene.doc
    for place in range(j, max(-1, j - 4), -1):
        if scene.says(place) or doc[place].text in _STOPS:
            return None
        if looked_up("that", doc[place]) is Op.ASKS and is_verbal(doc[place]):
            # The innermost decides, and it is no condition but a question.
            ops[j + 1] = Op.ASKS
            return None
    return None


def _over_that(scene: Scene, j: int, ops: Ops) -> int | None:
    """The word that "that he said" hangs from, with or without its "that"."""
    doc = scene.doc
    linked = norm(doc[j]) == "that"
    place = j - 1 if linked else j
    for near in range(place, max(-1, place - (4 if linked else 1)), -1):
        if scene.says(near) or doc[near].text in _STOPS:
            return None
        token = doc[near]
        op = looked_up("that", token) if token.pos_ in ("VERB", "NOUN", "ADJ", "ADV", "SCONJ") or linked else None
        if op is not None and not is_name(token):
            return governed(scene, near, op, ops)
        if is_verbal(token) or (linked and token.pos_ in ("NOUN", "ADJ") and near == place):
            return governed(scene, near, None, ops)
    return None


def governed(scene: Scene, at: int, op: Op | None, ops: Ops) -> int | None:
    """Add what the governor of a that-clause does, and how it is itself denied ("no evidence that")."""
    doc = scene.doc
    bare = _negates_noun(doc, at)
    if bare is not None and (is_certain(doc[at]) or op in (Op.FACTS, Op.REFUSES)):
        ops[at] = Op.FACTS
        return None
    if bare is not None:
        ops[bare] = Op.NOT
        return None
    if op is not None:
        ops[at] = op
    if op is Op.FACTS:
        return None
    for j in range(at - 1, max(-1, at - 3), -1):
        if is_one_of(doc[j], "wrongly"):
            ops[j] = Op.REFUSES
    if doc[at].pos_ == "NOUN":
        if _turns_out_false(scene):
            ops[at] = Op.REFUSES
        return _over_noun(doc, at, ops)
    if doc[at].pos_ == "ADJ":
        _add_copula(doc, at, ops)
        return None
    return at


def _turns_out_false(scene: Scene) -> bool:
    """ "The report that he had said so is false": what follows the content."""
    if not scene.content:
        return False
    after = scene.doc[scene.content[-1][1] + 1 :][:ASIDE_WORDS]
    if not len(after) or after[0].pos_ != "AUX":
        return False
    negated = any(is_one_of(t, "negations") for t in after[:3])
    true = any(norm(t) in ("true", "correct", "accurate") for t in after[:5])
    return any(looked_up("that", t) is Op.REFUSES for t in after[:5]) != negated or (true and negated)


def is_certain(token: Token) -> bool:
    """ "no doubt", "no question"."""
    return token.lemma_.lower() in words("certainties", TABLE)


def _negates_noun(doc: Doc, at: int) -> int | None:
    """Where "no", "little" or "without" takes the noun back."""
    for j in range(at - 1, max(-1, at - 4), -1):
        if norm(doc[j]) in ("no", "little", "scant", "without", "zero", "neither"):
            return j
        if doc[j].pos_ not in ("ADJ", "DET", "NOUN", "ADV"):
            return None
    return None


def _over_noun(doc: Doc, at: int, ops: Ops) -> int | None:
    """ "rejected claims that", "lack of evidence that", "has not seen any evidence that"."""
    for j in range(at - 1, max(-1, at - 6), -1):
        token = doc[j]
        if token.text in _STOPS or token.text == ",":
            return None
        if (is_verbal(token) or token.pos_ in ("NOUN", "ADP", "ADJ")) and looked_up("that", token) is Op.REFUSES:
            ops[j] = Op.REFUSES
        if is_verbal(token):
            return j
    return None


def _add_copula(doc: Doc, at: int, ops: Ops) -> None:
    """ "is not true", "isn't clear"."""
    for j in range(at - 1, max(-1, at - 5), -1):
        if is_one_of(doc[j], "negations"):
            ops[j] = Op.NOT
        elif doc[j].pos_ not in ("ADV", "AUX", "DET", "PART"):
            return
