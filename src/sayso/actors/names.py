"""Proper names in a document, grouped by whom they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.language.words import words
from sayso.model import ActorKind, Span

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis, Paragraph

_KINDS = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "GPE": ActorKind.ORGANISATION}
_POSSESSIVE = re.compile(r"[’']s?$")
_EDGES = " \t\n“”\"'‘’,.;:()[]"


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name where it stands: without title, article and possessive ending."""

    span: Span
    text: str
    kind: ActorKind

    @property
    def parts(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(self.text.split())


@dataclass(frozen=True, slots=True)
class Named:
    """Everybody that one set of names points at."""

    name: str
    kind: ActorKind
    spans: tuple[Span, ...]


def names_in(analysis: Analysis) -> list[Name]:
    """Every name of a person, organisation or place that acts, in the order of the text."""
    return sorted((n for p in analysis.paragraphs for n in _in_paragraph(p)), key=lambda n: n.span)


def _in_paragraph(paragraph: Paragraph) -> Iterator[Name]:
    for entity in paragraph.doc.ents:
        if entity.label_ in _KINDS:
            place = paragraph.span_of(entity)
            yield from as_name(place, entity.text, _KINDS[entity.label_])


def as_name(place: Span, printed: str, kind: ActorKind) -> Iterator[Name]:
    """The bare name inside the printed words, if there is one."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"\S+", printed)]
    while tokens and printed[slice(*tokens[0])].strip(_EDGES).lower() in _LEFT_OFF | _titles(kind):
        tokens.pop(0)
    if not tokens:
        return
    start, end = tokens[0][0], tokens[-1][1]
    text = _POSSESSIVE.sub("", printed[start:end].strip(_EDGES))
    offset = printed.find(text, start) if text else -1
    if text and any(c.isupper() for c in text) and "\n" not in text:
        yield Name(Span(place.start + offset, place.start + offset + len(text)), text, kind)


_LEFT_OFF = frozenset({"the", "a", "an", "his", "her", "their", "its", "our"})


def _titles(kind: ActorKind) -> frozenset[str]:
    return words("titles") | {"mr", "mrs"} if kind is ActorKind.PERSON else frozenset()


def is_outlet(text: str) -> bool:
    """Does the name look like that of a newspaper, agency or broadcaster?"""
    return any(part.lower().strip(".,") in words("outlet_words") for part in text.split())


def may_be_person(text: str, kind: ActorKind) -> bool:
    """Two or three capitalised words that the tagger took for a body, none of them a body's word ("Karin Dobel")."""
    parts = text.split()
    if kind is not ActorKind.ORGANISATION or len(parts) not in (2, 3):
        return False
    return all(p.isalpha() and p.istitle() and p.lower() not in words("organisation_words") for p in parts)


def grouped(names: Iterable[Name]) -> list[Named]:
    """Names that point at one person or body put together: the fullest form names them."""
    listed = _one_kind_each(list(names))
    groups: list[list[Name]] = []
    for name in sorted(listed, key=lambda n: -len(n.parts)):
        home = _home(name, groups)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return sorted((_named(group) for group in groups), key=lambda n: n.spans[0])


def _one_kind_each(names: list[Name]) -> list[Name]:
    """The tagger calls one name a person here and a place there: the commoner kind holds, a full name's first."""
    votes: dict[str, Counter[ActorKind]] = {}
    for name in names:
        for form in {name.text, name.parts[-1]}:
            votes.setdefault(form, Counter())[name.kind] += len(name.parts)
    return [Name(n.span, n.text, votes[n.text].most_common(1)[0][0]) for n in names]


def _home(name: Name, groups: list[list[Name]]) -> list[Name] | None:
    """The group that this name belongs to; of namesakes, the one named last before it."""
    fitting = [group for group in groups if _fits(name, group[0])]
    if not fitting:
        return None
    before = [g for g in fitting if any(n.span.start < name.span.start for n in g)]
    nearest = max(before, key=lambda g: max(n.span.start for n in g if n.span.start < name.span.start), default=None)
    return nearest or fitting[0]


def _fits(name: Name, full: Name) -> bool:
    if name.text.lower() == full.text.lower():
        return True
    if full.kind is ActorKind.PERSON:
        return len(full.parts) > len(name.parts) and _part_of_person(name, full)
    return name.kind is not ActorKind.PERSON and _short_form(name, full)


def _part_of_person(name: Name, full: Name) -> bool:
    """Surname alone, first name alone, or first and last of three."""
    mine, theirs = [p.lower() for p in name.parts], [p.lower() for p in full.parts]
    if len(mine) == 1:
        # The tagger takes a lone surname for a body or a place now and then; a lone first name is a person's only.
        return mine[0] == theirs[-1] or (mine[0] == theirs[0] and name.kind is ActorKind.PERSON)
    return mine[0] == theirs[0] and mine[-1] == theirs[-1]


def _short_form(name: Name, full: Name) -> bool:
    """ "Bloomberg" for "Bloomberg News", "UAW" for "United Auto Workers"."""
    if len(full.parts) < 2:
        return False
    initials = "".join(p[0] for p in full.parts if p[0].isupper())
    if len(name.text) > 1 and name.text.replace(".", "") == initials:
        return True
    starts = [p.lower() for p in full.parts[: len(name.parts)]] == [p.lower() for p in name.parts]
    return starts and is_outlet(full.text) and len(name.parts) < len(full.parts)


def _named(group: list[Name]) -> Named:
    fullest = max(group, key=lambda n: (len(n.parts), len(n.text)))
    kind = fullest.kind
    if kind is not ActorKind.PERSON and is_outlet(fullest.text):
        kind = ActorKind.OUTLET
    return Named(fullest.text, kind, tuple(sorted(n.span for n in group)))
