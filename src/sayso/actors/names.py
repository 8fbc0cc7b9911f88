"""Proper names as they stand in a document: without title, article and possessive ending."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.actors.nouns import office
from sayso.language.words import words
from sayso.model import ActorKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

    from sayso.language.analysis import Analysis, Paragraph

_KINDS = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "GPE": ActorKind.ORGANISATION}
_POSSESSIVE = re.compile(r"[’']s?$")
_EDGES = " \t\n<>“”\"'‘’,.;:()[]―—–-@#*"
_WORD = re.compile(r"\S+")
_PERSON_WORD = re.compile(r"(?:[DOL][’'])?[A-ZÀ-Þ][\w’'-]*[\wÀ-ÿ]|[A-Z]\.?(?:[A-Z]\.)*")
# A line with so many capitals is a headline: there a capital does not make a name.
_TITLE_CASE, _OF_SENTENCE = 0.7, 0.8
_FEW, _HEADLINE_WORDS = 5, 30
# Words of the longest name.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name where it stands. `gender` is "m" or "f" where `title`, the word before it, says so."""

    span: Span
    text: str
    kind: ActorKind
    gender: str = ""
    is_place: bool = False
    in_headline: bool = False
    title: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(self.text.split())


def names_in(analysis: Analysis) -> list[Name]:
    """Every name of a person, organisation or place that acts, in the order of the text."""
    return sorted((n for p in analysis.paragraphs for n in _in_paragraph(p)), key=lambda n: n.span)


def with_missed(analysis: Analysis, listed: list[Name]) -> list[Name]:
    """The names, and the surnames among them where the tagger passed over them."""
    surnames = {n.parts[-1] for n in listed if n.kind is ActorKind.PERSON and len(n.parts) > 1 and not n.in_headline}
    taken = [n.span for n in listed]
    missed = [
        _full(paragraph, token)
        for paragraph in analysis.paragraphs
        for token in paragraph.doc
        if token.text in surnames and len(token) > 2 and not _touches(taken, paragraph.span_of(token))
    ]
    return sorted(listed + missed, key=lambda n: n.span)


def _full(paragraph: Paragraph, surname: Token) -> Name:
    """The surname with the names straight before it."""
    first, headline = surname.i, is_headline(paragraph)
    while first and not headline and _belongs(paragraph.doc[first - 1], surname):
        first -= 1
    place = paragraph.between(first, surname.i)
    text = paragraph.doc[first : surname.i + 1].text
    gender = _title_before(paragraph.doc, first) or ""
    return Name(place, text, ActorKind.PERSON, gender, in_headline=headline)


def _belongs(before: Token, surname: Token) -> bool:
    joined = before.pos_ == "PROPN" and before.dep_ == "compound" and before.head == surname
    return joined and before.text[0].isupper() and before.lower_ not in _before_persons()


def _touches(taken: list[Span], place: Span) -> bool:
    at = bisect_left(taken, Span(place.end, place.end))
    return any(span.touches(place) for span in taken[max(0, at - 2) : at + 1])


def _in_paragraph(paragraph: Paragraph) -> Iterator[Name]:
    headline = is_headline(paragraph)
    found = [(entity, entity.label_) for entity in paragraph.doc.ents if entity.label_ in _KINDS]
    found += [(entity, "PERSON") for entity in _titled(paragraph)]
    found += [(entity, "ORG") for entity in _bodies(paragraph)]
    for entity, label in found:
        if (tokens := _cut(entity)) is not None:
            for name in as_name(paragraph.span_of(tokens), tokens.text, _kind_of(entity, label)):
                titled = _title_before(tokens.doc, tokens.start) or _title_before(tokens.doc, tokens.start + 1)
                kind = ActorKind.PERSON if titled is not None and len(name.parts) < 4 else name.kind
                yield replace(
                    name,
                    kind=kind,
                    gender=titled or "",
                    is_place=label == "GPE",
                    in_headline=headline,
                    title=_office_before(paragraph, name),
                )


def _titled(paragraph: Paragraph) -> Iterator[TokenSpan]:
    """Proper nouns behind "Sir" or "Mr.", or begun by a first name, that the tagger took for no name."""
    doc = paragraph.doc
    for token in doc[:-1]:
        honoured = token.lower_.rstrip(".") in words("honorifics")
        if not token.text[0].isupper() or not (honoured or _begins_name(token)):
            continue
        first = token.i + honoured
        last = first
        while last < len(doc) and doc[last].pos_ == "PROPN" and last < first + _LONGEST and doc[last].text[0].isupper():
            last += 1
        if last > token.i + 1 and not any(t.ent_type_ in _KINDS for t in doc[first:last]):
            yield doc[first:last]


def _bodies(paragraph: Paragraph) -> Iterator[TokenSpan]:
    """Proper nouns that end in a body's word, which the tagger took for no name: "Lindhaven Quay Fund"."""
    doc = paragraph.doc
    body = words("organisation_words") | words("bodies", "en_actors")
    for token in doc:
        if (
            token.pos_ != "PROPN"
            or token.lower_ not in body
            or token.ent_type_ in _KINDS
            or not token.text[0].isupper()
        ):
            continue
        first = token.i
        while first and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[0].isupper():
            first -= 1
        if token.i - first > 1 and not any(t.ent_type_ == "PERSON" for t in doc[first : token.i]):
            yield doc[first : token.i + 1]


def _begins_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.dep_ == "compound" and first_name(f"{token.text} x") in ("m", "f")


def is_headline(paragraph: Paragraph) -> bool:
    """Few words, most of them with a capital."""
    long = [t for t in paragraph.doc if t.is_alpha and len(t) > 3]
    if not _FEW <= len(long) <= _HEADLINE_WORDS:
        return False
    share = _OF_SENTENCE if paragraph.doc.text.rstrip("”\"’' \n").endswith(".") else _TITLE_CASE
    return sum(t.text[0].isupper() for t in long) >= share * len(long)


def _kind_of(entity: TokenSpan, label: str) -> ActorKind:
    """Nobody is called "the Vento" or "the Lindhaven Lark": a name behind an article is a body's, or a ship's."""
    behind_article = entity.start and entity[0].nbor(-1).lower_ == "the"
    single = len(entity) == 1 or (entity[0].pos_ == "PROPN" and _is_all(entity) and not first_name(entity.text))
    return ActorKind.ORGANISATION if behind_article and single else _KINDS[label]


def _is_all(entity: TokenSpan) -> bool:
    """Is the phrase all name: no office before it, no noun behind it ("the Vento plan")?"""
    office = entity[0].lower_ in _before_persons() or entity[0].lower_.rstrip(".") in words("honorifics")
    behind = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    return not office and (behind is None or behind.pos_ not in ("NOUN", "PROPN", "PART"))


def _cut(entity: TokenSpan) -> TokenSpan | None:
    """The entity up to a possessive, without the nouns in small letters behind it; None for a plural ("Democrats")."""
    end = entity.end
    for token in entity[1:]:
        if token.lower_ in ("'s", "’s"):
            end = token.i
            break
    while end > entity.start and _is_common(entity.doc[end - 1]):
        end -= 1
    kept = entity.doc[entity.start : end]
    if end == entity.start or _bare(kept.text) in _not_names() | words("bodies", "en_actors"):
        return None
    is_crowd = _is_crowd(kept[-1]) and (len(kept) == 1 or entity.label_ == "PERSON")
    return None if is_crowd and not _title_before(kept.doc, kept.start) else kept


def _bare(text: str) -> str:
    """In small letters, without the article."""
    return text.lower().removeprefix("the ")


def _is_common(token: Token) -> bool:
    small = token.text[:1].islower() and token.lower_ not in _particles()
    owned = token.lower_ in words("owned", "en_actors") or token.lemma_.lower() in words("people", "en_actors")
    if token.tag_ == "VBZ" and token.lower_.endswith("s"):
        return True
    return small and (owned or token.pos_ in ("NOUN", "ADJ", "VERB", "ADP", "PRON", "DET"))


def _is_crowd(token: Token) -> bool:
    singular = token.lower_.removesuffix("s")
    return singular != token.lower_ and singular in words("people", "en_actors")


def _not_names() -> frozenset[str]:
    return words("not_names", "en_actors")


def _particles() -> frozenset[str]:
    return words("particles", "en_actors")


def _title_before(doc: Doc, at: int) -> str | None:
    """The gender that an honorific straight before the token tells, "" for an open one; None where there is none."""
    before = doc[at - 1].lower_ if 0 < at <= len(doc) else ""
    if before in words("feminine_titles"):
        return "f"
    if before in words("masculine_titles"):
        return "m"
    return "" if before.rstrip(".") in words("honorifics") else None


def _office_before(paragraph: Paragraph, name: Name) -> str:
    """The office straight before the name: "president" of "President Vento"."""
    at = paragraph.token_at(name.span.start)
    before = paragraph.doc[at - 1] if at else None
    if before is None or before.lower_ not in words("titles") or before.lower_ in _courtesy():
        return ""
    return office(before.lower_)


def _courtesy() -> frozenset[str]:
    return words("masculine_titles") | words("feminine_titles")


def as_name(place: Span, printed: str, kind: ActorKind) -> Iterator[Name]:
    """The bare name inside the printed words, if there is one."""
    tokens = [(m.start(), m.end()) for m in _WORD.finditer(printed)]
    if len(tokens) == 2 and printed.lower().startswith("the ") and kind is ActorKind.PERSON:
        # Nobody is called "the Vento": a single name behind an article is a body's.
        kind = ActorKind.ORGANISATION
    if len(tokens) > 1 and printed[slice(*tokens[0])].lower().rstrip(".") in words("honorifics"):
        kind = ActorKind.PERSON
    # The last word is the name, even where another is called so by office: Mr. King.
    while len(tokens) > 1 and printed[slice(*tokens[0])].strip(_EDGES).lower() in _left_off(kind):
        tokens.pop(0)
    if not tokens:
        return
    start, end = tokens[0][0], tokens[-1][1]
    text = _POSSESSIVE.sub("", printed[start:end].strip(_EDGES))
    if text.split()[-1:] and text.split()[-1].lower() in ("jr", "sr") and printed[end - 1] == ".":
        text += "."
    offset = printed.find(text, start) if text else -1
    if text and any(c.isupper() for c in text) and "\n" not in text and text.lower() not in _not_names():
        yield Name(Span(place.start + offset, place.start + offset + len(text)), text, kind)


def _left_off(kind: ActorKind) -> frozenset[str]:
    articles = frozenset({"", "the", "a", "an", "his", "her", "their", "its", "our"})
    return articles | (_before_persons() if kind is ActorKind.PERSON else frozenset())


def _before_persons() -> frozenset[str]:
    return words("titles") | words("before_names", "en_actors") | {"mr", "mrs"}


def is_outlet(text: str) -> bool:
    """Does the name look like that of a newspaper, agency or broadcaster?"""
    return any(part.lower().strip(".,") in words("outlet_words") for part in text.split())


def may_be_person(text: str, kind: ActorKind) -> bool:
    """Two to four capitalised words that the tagger took for a body, none of them a body's word ("Karin Dobel")."""
    parts = text.split()
    if kind is not ActorKind.ORGANISATION or len(parts) not in (2, 3, 4):
        return False
    return all(_is_persons(part) for part in parts) and not all(part.isupper() for part in parts)


def _is_persons(part: str) -> bool:
    """A word as persons' names have them."""
    lower = part.lower()
    if lower in _particles() or lower in words("suffixes", "en_actors"):
        return True
    body = words("organisation_words") | words("outlet_words") | words("bodies", "en_actors")
    return bool(_PERSON_WORD.fullmatch(part)) and lower not in body


def first_name(text: str) -> str:
    """ "m", "f", "either" or "" by the first of several words."""
    parts = text.lower().split()
    first = parts[0].split("-")[0] if len(parts) > 1 else ""
    for listed, gender in (("masculine", "m"), ("feminine", "f"), ("either", "either")):
        if first in words(listed, "en_names"):
            return gender
    return ""
