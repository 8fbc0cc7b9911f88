"""Indirect and mixed speech by syntax: a word of saying from the lexicon and the complement that holds its content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribution import frames, sources
from sayso.attribution.found import Found, trimmed
from sayso.attribution.frames import VERBS, Option
from sayso.attribution.quotes import Quotation
from sayso.language.words import shares_of, words
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Paragraph

SHARE_AT_LEAST = 0.3
# "the statement on the report" says nothing that is worth keeping; "the claim that" does.
NOUN_SURE_AT_LEAST = 0.5
# Inside somebody's quotation a reporting verb is rarer and the parse is worse.
QUOTED_SHARE_AT_LEAST = 0.55
# A frame closes a sentence: so many words before it at least, and so few after its verb.
FRAMED_WORDS = 5
FRAME_TAIL = 9
OPENING_MARKS = frozenset(("“", '"', "„", "«", "‘", "``"))
_CLOSERS = ",.;:!?—–- "


def attributions(paragraph: Paragraph, quotations: tuple[Quotation, ...]) -> Iterator[Found]:
    """Every attribution that the parse of one paragraph shows."""
    inside = _inside(paragraph, quotations)
    for token in paragraph.doc:
        if token.lower_ == "according":
            found = _according_to(paragraph, token)
        elif token.lower_ in words("reported_adverbs"):
            found = _reportedly(paragraph, token)
        elif frames.is_head(token):
            found = _by_lexicon(paragraph, token, token.i in inside) or _framing(paragraph, token)
        else:
            continue
        if found is not None:
            yield found


def _inside(paragraph: Paragraph, quotations: tuple[Quotation, ...]) -> set[int]:
    """Indices of the tokens that stand inside quotation marks."""
    return {
        i
        for quotation in quotations
        for i in range(paragraph.token_at(quotation.span.start), paragraph.token_at(quotation.span.end))
    }


def _by_lexicon(paragraph: Paragraph, cue: Token, quoted: bool) -> Found | None:
    shares = shares_of(frames.key(cue), cue.lemma_.lower())
    best = max(frames.options(cue), key=lambda option: _share(shares, option), default=None)
    if best is None or _share(shares, best) < (QUOTED_SHARE_AT_LEAST if quoted else SHARE_AT_LEAST):
        return None
    source, sure = sources.of_cue(cue) or _named_beside(cue, best), shares[best.frame][1]
    if cue.pos_ not in VERBS and (source is None or sure < NOUN_SURE_AT_LEAST):
        return None
    if quoted and not _speaks_of_another(cue, source):
        return None
    return _assemble(paragraph, cue, best, source, sure * 0.6 if quoted else sure)


def _framing(paragraph: Paragraph, cue: Token) -> Found | None:
    """The frame at a sentence's end that the parse did not tie to the rest: "…, the Brindle Post reported Friday"."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj" and c.i < cue.i), None)
    if subject is None or cue.tag_ not in ("VBD", "VBZ", "VBP") or cue.lemma_.lower() not in words("speech"):
        return None
    sentence, comma = cue.sent, subject.left_edge.i - 1
    if comma - sentence.start < FRAMED_WORDS or cue.doc[comma].text != "," or sentence.end - cue.i > FRAME_TAIL:
        return None
    # "Asked whether …, X said “No.”": what stands before is the occasion, not the content.
    if sentence[0].tag_ in ("VBN", "VBG") or any(t.text in OPENING_MARKS for t in sentence if t.i > cue.i):
        return None
    content = _kept(paragraph, sentence.start, comma - 1)
    return Found(
        content=content,
        cue=(paragraph.span_of(cue),),
        source=(paragraph.between(*sources.phrase(subject, outside=cue)),),
        confidence=0.8,
        found_by="syntax",
    )


def _share(shares: dict[str, list[float]], option: Option) -> float:
    return shares.get(option.frame, [0.0])[0]


def _named_beside(cue: Token, option: Option) -> sources.Range | None:
    """Whoever stands next to a verb of saying that the parse left without a subject, unless that is content."""
    if cue.lemma_.lower() not in words("speech") or cue.tag_ in ("VB", "VBG", "VBN"):
        return None
    source = sources.beside(cue)
    if source is None or (option.first <= source[1] and source[0] <= option.last):
        return None
    return source


def _speaks_of_another(cue: Token, source: sources.Range | None) -> bool:
    """Inside quotation marks "I think" and "you know" are the speaker's own; "he will say" reports another."""
    if source is None:
        return False
    first, last = source
    return all(cue.doc[i].lower_ not in ("i", "we", "you", "it", "that", "which") for i in range(first, last + 1))


def _assemble(
    paragraph: Paragraph, cue: Token, option: Option, source: sources.Range | None, share: float
) -> Found | None:
    frame_words = _cue_range(cue)
    content = _content(paragraph, cue, option, source)
    if not content:
        return None
    reasons = () if source else ("nobody is named",)
    return Found(
        content=content,
        cue=(paragraph.between(*frame_words),),
        source=(paragraph.between(*source),) if source else (),
        confidence=share if source else share * 0.75,
        found_by="syntax",
        reasons=reasons if share >= 0.5 else (*reasons, f"“{cue.text}” often reports no speech"),
    )


def _cue_range(cue: Token) -> sources.Range:
    """The cue with its auxiliaries, negation and particle, as far as they stand next to it."""
    first = last = cue.i
    if cue.pos_ in VERBS:
        near = {c.i for c in cue.children if c.dep_ in ("aux", "auxpass", "neg", "advmod", "prt")}
        while first - 1 in near:
            first -= 1
        while last + 1 in near and cue.doc[last + 1].dep_ == "prt":
            last += 1
    return first, last


def _content(paragraph: Paragraph, cue: Token, option: Option, source: sources.Range | None) -> Spans:
    """The option's tokens less the cue's own words, where these stand amid them ("X, he said, is Y")."""
    if not option.first <= cue.i <= option.last:
        return _kept(paragraph, option.first, option.last)
    own = [
        cue.i,
        *(source or ()),
        *(c.i for c in cue.children if c.dep_ in ("aux", "neg", "prt", "npadvmod", "advmod")),
    ]
    own = [i for i in own if option.first <= i <= option.last]
    return (
        *_kept(paragraph, option.first, min(own) - 1),
        *_kept(paragraph, max(own) + 1, option.last),
    )


def _kept(paragraph: Paragraph, first: int, last: int) -> Spans:
    if first > last:
        return ()
    span = trimmed_in(paragraph, paragraph.between(first, last))
    return (span,) if span else ()


def trimmed_in(paragraph: Paragraph, span: Span) -> Span | None:
    """The span without spaces and stops at its ends."""
    local = Span(span.start - paragraph.start, span.end - paragraph.start)
    kept = trimmed(paragraph.doc.text, local, _CLOSERS)
    return Span(kept.start + paragraph.start, kept.end + paragraph.start) if kept else None


def _according_to(paragraph: Paragraph, token: Token) -> Found | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    whom = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or whom is None:
        return None
    source = (whom.left_edge.i, whom.right_edge.i)
    content = _rest_of_sentence(paragraph, token, token.i, source[1])
    if not content:
        return None
    return Found(
        content=content,
        cue=(paragraph.between(token.i, to.i),),
        source=(paragraph.between(*sources.phrase(whom, outside=token)),),
        confidence=0.8,
        found_by="syntax",
    )


def _rest_of_sentence(paragraph: Paragraph, token: Token, first: int, last: int) -> Spans:
    """The sentence of `token` without the tokens from `first` to `last`: the longer side of a phrase at an end."""
    sentence = token.sent
    before = _kept(paragraph, sentence.start, first - 1)
    after = _kept(paragraph, last + 1, sentence.end - 1)
    sides = [span for span in (*before, *after) if len(span) > 1]
    if len(sides) == 2 and min(map(len, sides)) * 4 < max(map(len, sides)):
        sides = [max(sides, key=len)]
    return tuple(sides)


def _reportedly(paragraph: Paragraph, token: Token) -> Found | None:
    verb = token.head
    if verb.pos_ not in VERBS:
        return None
    content = (
        *_kept(paragraph, verb.left_edge.i, token.i - 1),
        *_kept(paragraph, token.i + 1, verb.right_edge.i),
    )
    if not content:
        return None
    place = paragraph.span_of(token)
    return Found(
        content=content,
        cue=(place,),
        confidence=0.5,
        found_by="syntax",
        reasons=(f"“{token.text}”: nobody is named",),
    )
