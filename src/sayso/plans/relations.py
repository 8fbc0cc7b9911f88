"""Which draft a text says came from which: "revised the plan into one of nine points", "believed to be a draft of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.actors import Cast
from sayso.attribution.frames import VERBS
from sayso.language.words import sorted_into
from sayso.model import DraftMention, DraftRelation, Span, Statement, digest_of
from sayso.plans.mentions import TABLE, Spoken, listed, mentions_of_drafts

if TYPE_CHECKING:
    from spacy.tokens import Token


def drafts_told(
    cast: Cast, statements: Sequence[Statement]
) -> tuple[tuple[DraftMention, ...], tuple[DraftRelation, ...]]:
    """The drafts that the text speaks of, and the relations that it states, alleges or denies between them."""
    spoken = list(mentions_of_drafts(cast))
    drafts, homes = _grouped(cast, spoken)
    relations = {
        (one.from_, one.to): one
        for mention in spoken
        if id(mention) in homes
        for one in _relations(cast, mention, spoken, homes, statements)
    }
    return tuple(drafts), tuple(relations.values())


def _grouped(cast: Cast, spoken: Sequence[Spoken]) -> tuple[list[DraftMention], dict[int, str]]:
    """Mentions of one draft put together: by the number of points, by "our version", by "the draft"."""
    drafts: list[DraftMention] = []
    homes: dict[int, str] = {}
    heads: dict[str, str] = {}
    for one in spoken:
        at = _known(drafts, heads, one)
        if at is None and (one.is_again and one.points is None):
            continue
        if at is None:
            id_ = "p" + digest_of(cast.analysis.document.id, "draft", str(one.span.start))[:12]
            name = " ".join(one.span.of(cast.analysis.text).split())
            drafts.append(DraftMention(id_, name, one.points, (one.span,), one.authors))
            heads[id_] = one.noun
            at = len(drafts) - 1
        else:
            drafts[at] = _grown(drafts[at], one)
        homes[id(one)] = drafts[at].id
    return drafts, homes


def _known(drafts: Sequence[DraftMention], heads: dict[str, str], one: Spoken) -> int | None:
    latest = range(len(drafts) - 1, -1, -1)
    if one.points is not None:
        return next((i for i in latest if drafts[i].points == one.points), None)
    alike = (i for i in latest if heads[drafts[i].id] == one.noun)
    if one.is_again:
        return next(alike, None)
    mine = set(one.authors)
    return next((i for i in alike if drafts[i].points is None and (mine & set(drafts[i].authors) or not mine)), None)


def _grown(draft: DraftMention, one: Spoken) -> DraftMention:
    authors = tuple(dict.fromkeys((*draft.authors, *(() if one.is_again else one.authors))))
    return replace(draft, spans=(*draft.spans, one.span), authors=authors)


def _relations(
    cast: Cast, one: Spoken, spoken: Sequence[Spoken], homes: dict[int, str], statements: Sequence[Statement]
) -> Iterator[DraftRelation]:
    here = homes[id(one)]
    for other, relation, is_parent, words in _tied(one, spoken, homes):
        there = homes[id(other)]
        if there == here:
            continue
        from_, to = (there, here) if is_parent else (here, there)
        status = _status(one.token, words)
        told = _tellers(statements, _reach(one, words))
        yield DraftRelation(from_, to, relation, status, told, (one.span, other.span))


def _reach(one: Spoken, words: Sequence[Token]) -> Span:
    """From the draft to the words that tie it to the other."""
    first = min(one.token.i, *(w.i for w in words))
    return one.paragraph.between(first, max(one.token.i, *(w.i for w in words)))


def _tied(
    one: Spoken, spoken: Sequence[Spoken], homes: dict[int, str]
) -> Iterator[tuple[Spoken, str, bool, tuple[Token, ...]]]:
    """The drafts that this mention is tied to; whether they came first; and the words that tie them."""
    by_token = {(s.paragraph.start, s.token.i): s for s in spoken if id(s) in homes}
    token = one.token

    def at(other: Token) -> Spoken | None:
        return by_token.get((one.paragraph.start, other.i))

    for prep in (c for c in token.children if c.lower_ == "of"):
        # "the draft of (what is believed to be) the plan".
        for below in (t for t in prep.subtree if t.i > prep.i):
            other = at(below)
            if other is not None and token.lemma_.lower() in listed("nouns", "drafts"):
                yield other, "said to derive from", False, tuple(prep.subtree)
                break
    verb = next((a for a in token.ancestors if a.pos_ in VERBS), None)
    if verb is None:
        return
    relation = sorted_into("makes", TABLE).get(verb.lemma_.lower())
    if relation and token.dep_ in ("dobj", "nsubjpass", "nsubj"):
        into = [w for p in verb.children if p.lower_ in ("into", "to", "by", "with") for w in p.children]
        into += [c for c in verb.children if c.dep_ in ("attr", "dobj") and c.i != token.i and token.dep_ == "nsubj"]
        targets = [other for w in into if (other := at(w)) is not None]
        for other in targets:
            yield other, relation, False, (verb,)
        if not targets and token.dep_ == "dobj" and _is_later(token) and (before := _before(one, spoken, homes)):
            yield before, relation, True, (verb,)
    derived = sorted_into("from", TABLE).get(verb.lemma_.lower())
    if derived and token.dep_ == "pobj" and token.head.lower_ in ("on", "from", "upon"):
        for child in (*verb.children, *(verb.head.children if verb.dep_ == "xcomp" else ()), verb.head):
            if child.i < token.i and (other := at(child)) is not None:
                yield other, derived, False, (verb,)


def _is_later(noun: Token) -> bool:
    return any(c.lower_ in listed("beside", "later") for c in noun.children)


def _before(one: Spoken, spoken: Sequence[Spoken], homes: dict[int, str]) -> Spoken | None:
    """The last numbered draft that the text spoke of before this one."""
    earlier = (s for s in reversed(spoken) if s.span.start < one.span.start and id(s) in homes)
    return next((s for s in earlier if s.points is not None and homes[id(s)] != homes[id(one)]), None)


def _status(one: Token, words: Sequence[Token]) -> str:
    """Denied, alleged or stated, by the words that tie the two and those that govern them."""
    tying = [*words, *(c for w in words for c in w.children if c.i != one.i)]
    if any(w.dep_ == "neg" for w in tying) or any(a.lemma_ == "deny" for w in words for a in w.ancestors):
        return "denied"
    hedges = listed("hedged", "alleged")
    governing = [w.head for w in words if w.dep_ == "xcomp"]
    doubted = any(w.lemma_.lower() in hedges or w.lower_ in hedges for w in (*tying, *governing) if w.i != one.i)
    return "alleged" if doubted else "stated"


def _tellers(statements: Sequence[Statement], span: Span) -> tuple[str, ...]:
    """Who says so: the speaker of the innermost statement that holds the words."""
    covering = [s for s in statements if s.speaker is not None and any(c.covers(span) for c in s.content)]
    smallest = min(covering, key=lambda s: sum(map(len, s.content)), default=None)
    return (smallest.speaker,) if smallest is not None and smallest.speaker else ()
