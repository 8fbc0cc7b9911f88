"""Titles, offices and epithets tied to a name by the sentence: "Mayor Ada Vento", "Vento, the mayor,"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.language.words import words
from sayso.model import Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from sayso.language.analysis import Analysis, Paragraph

_COMMON = ("NOUN", "PROPN")
_FIGURES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
# An office in front of a bracket is no longer than this.
_OFFICE_WORDS = 14


@dataclass(frozen=True, slots=True)
class Held:
    """A role and the place of the name that it belongs to; `noun` is the lemma that may point back to it."""

    role: Role
    name: Span
    noun: str


def roles_in(analysis: Analysis, names: Iterable[Span]) -> list[Held]:
    """Every role that an apposition or a title ties to a name."""
    listed = sorted(names)
    return [held for p in analysis.paragraphs for held in _in_paragraph(p, within(p.span, listed))]


def within(place: Span, spans: list[Span]) -> list[Span]:
    """Those of the sorted spans that begin inside the place."""
    return spans[bisect_left(spans, Span(place.start, place.start)) : bisect_left(spans, Span(place.end, place.end))]


def _in_paragraph(paragraph: Paragraph, inside: list[Span]) -> Iterator[Held]:
    if not inside:
        return
    for token in paragraph.doc:
        if token.dep_ == "appos" and token.head.pos_ in _COMMON:
            yield from _apposition(paragraph, token, inside)
    for name in inside:
        yield from _title(paragraph, name)
        yield from _bracketed(paragraph, name)


def _apposition(paragraph: Paragraph, token: Token, names: list[Span]) -> Iterator[Held]:
    """Either side may be the name: "the mayor, Ada Vento" and "Ada Vento, the mayor"."""
    for named, described in ((token.head, token), (token, token.head)):
        name = _name_at(paragraph, named, names)
        if name is None or described.pos_ not in _COMMON or _name_at(paragraph, described, names) is not None:
            continue
        if described.ent_type_ in _FIGURES or not described.text[0].isalpha() or _is_dateline(described):
            continue
        first = described.left_edge.i
        last = _before_other(described, named)
        span = paragraph.between(first, max(last, described.i))
        if not span.covers(name):
            joined = [c for c in described.children if c.dep_ == "conj" and c.pos_ == "NOUN" and named.i < described.i]
            yield Held(_role(paragraph, _up_to(paragraph, span, joined)), name, described.lemma_.lower())
            for other in joined:
                place = paragraph.between(other.left_edge.i, other.right_edge.i)
                yield Held(_role(paragraph, place), name, other.lemma_.lower())
        return


def _is_dateline(token: Token) -> bool:
    """ "LINDHAVEN — Mayor Ada Vento": the place that a report was sent from is nobody's office."""
    behind = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    return token.is_upper and len(token.text) > 1 and behind[:1] in ("—", "–", "-", "(")


def _up_to(paragraph: Paragraph, span: Span, joined: list[Token]) -> Span:
    """The first of "an aide to Vento and the head of a fund", without the second and the "and" between them."""
    if not joined:
        return span
    last = min(token.left_edge.i for token in joined) - 1
    while last > 0 and (paragraph.doc[last].dep_ == "cc" or paragraph.doc[last].is_punct):
        last -= 1
    return Span(span.start, max(span.start + 1, min(span.end, paragraph.span_of(paragraph.doc[last]).end)))


def _before_other(described: Token, named: Token) -> int:
    """The described phrase ends where the comma before the name stands."""
    if described.i < named.i:
        return min(described.right_edge.i, named.left_edge.i - 1) if named.left_edge.i > described.i else described.i
    return int(described.right_edge.i)


def _role(paragraph: Paragraph, span: Span) -> Role:
    text = paragraph.doc.text[span.start - paragraph.start : span.end - paragraph.start]
    kept = text.rstrip(" ,;:")
    return Role(kept, Span(span.start, span.start + len(kept)))


def _title(paragraph: Paragraph, name: Span) -> Iterator[Held]:
    """Nouns straight before the name in its own phrase: "Harbour Minister Ada Vento", "the mayor's son-in-law Piet"."""
    first = paragraph.token_at(name.start)
    start = first
    while start > 0 and _may_stand_in_title(paragraph.doc[start - 1]):
        start -= 1
    while start < first and paragraph.doc[start].pos_ in ("ADP", "CCONJ", "PART", "PUNCT"):
        start += 1
    if start < first and _is_title(paragraph.doc[start:first]):
        noun = _office(paragraph.doc[start:first])
        yield Held(_role(paragraph, paragraph.between(start, first - 1)), name, noun.lemma_.lower())


def _office(title: TokenSpan) -> Token:
    """ "Secretary" of "Secretary of State": what stands before "of"."""
    before = next((token.i - 1 for token in title if token.lower_ in ("of", "for") and token.i > title.start), None)
    return title[-1] if before is None else title.doc[before]


def _bracketed(paragraph: Paragraph, name: Span) -> Iterator[Held]:
    """ "The Ambassador in Lindhaven (Vento)": the office before the bracket that holds nothing but the name."""
    first, last = paragraph.token_at(name.start), paragraph.token_at(name.end - 1)
    doc = paragraph.doc
    if not 0 < first < len(doc) or doc[first - 1].text != "(" or last + 1 >= len(doc) or doc[last + 1].text != ")":
        return
    before = doc[max(0, first - _OFFICE_WORDS) : first - 1]
    offices = [t for t in before if t.lemma_.lower() in words("people", "en_actors") and t.sent == doc[first].sent]
    if offices:
        start = min(offices[-1].left_edge.i, offices[-1].i)
        yield Held(_role(paragraph, paragraph.between(start, first - 2)), name, offices[-1].lemma_.lower())


def _may_stand_in_title(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in ("of", "-", "’s", "'s", "the", "a", "an")


def _is_title(tokens: TokenSpan) -> bool:
    last = tokens[-1]
    if last.pos_ not in _COMMON:
        return False
    owned = any(t.lower_ in ("’s", "'s", "the", "a", "an") for t in tokens)
    return last.lower_ in words("titles") or last.text[0].isupper() or owned


def _name_at(paragraph: Paragraph, token: Token, names: list[Span]) -> Span | None:
    place = paragraph.span_of(token)
    return next((n for n in names if n.touches(place)), None)
