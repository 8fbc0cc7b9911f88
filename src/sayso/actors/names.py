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
            kind = _KINDS[entity.label_]
            if kind is ActorKind.PERSON and len(entity) == 1 and entity.start and entity[0].nbor(-1).lower_ == "the":
                kind = ActorKind.ORGANISATION
            yield from as_name(paragraph.span_of(entity), entity.text, kind)


def as_name(place: Span, printed: str, kind: ActorKind) -> Iterator[Name]:
    """The bare name inside the printed words, if there is one."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"\S+", printed)]
    if len(tokens) == 2 and printed.lower().startswith("the ") and kind is ActorKind.PERSON:
        # Nobody is called "the Vento": a single name behind an article is a body's.
        kind = ActorKind.ORGANISATION
    if len(tokens) > 1 and printed[slice(*tokens[0])].lower().rstrip(".") in words("honorifics"):
        kind = ActorKind.PERSON
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
    groups: list[list[Name]] = []
    known: dict[str, list[list[Name]]] = {}
    for name in sorted(_one_kind_each(list(names)), key=lambda n: -len(n.parts)):
        home = _home(name, known)
        if home is not None:
            home.append(name)
            continue
        groups.append([name])
        for form in _forms(name):
            known.setdefault(form, []).append(groups[-1])
    return sorted((_named(group) for group in groups), key=lambda n: n.spans[0])


def _forms(full: Name) -> set[str]:
    """Every shorter form under which this name may come back."""
    parts = [part.lower() for part in full.parts]
    starts = {" ".join(parts[:length]) for length in range(1, len(parts) + 1)}
    return {*starts, parts[-1], f"{parts[0]} {parts[-1]}", _initials(full)}


def _initials(full: Name) -> str:
    return "".join(part[0] for part in full.parts if part[0].isupper()).lower()


def _one_kind_each(names: list[Name]) -> list[Name]:
    """The tagger calls one name a person here and a place there: the commoner kind holds, a full name's first."""
    votes: dict[str, Counter[ActorKind]] = {}
    for name in names:
        for form in {name.text, name.parts[-1]}:
            votes.setdefault(form, Counter())[name.kind] += len(name.parts)
    return [Name(n.span, n.text, _voted(n, votes)) for n in names]


def _voted(name: Name, votes: dict[str, Counter[ActorKind]]) -> ActorKind:
    """What may be a person by its form is one, where its first name says so or its surname was once taken for one."""
    first_name = name.parts[0].lower() in words("masculine_names") | words("feminine_names")
    if may_be_person(name.text, ActorKind.ORGANISATION) and (first_name or votes[name.parts[-1]][ActorKind.PERSON]):
        return ActorKind.PERSON
    return votes[name.text].most_common(1)[0][0]


def _home(name: Name, known: dict[str, list[list[Name]]]) -> list[Name] | None:
    """The group that this name belongs to; of namesakes, the one named last before it."""
    short = name.text.lower()
    forms = {short, short.replace(".", ""), f"{name.parts[0]} {name.parts[-1]}".lower()}
    fitting = {id(g): g for form in forms for g in known.get(form, ()) if _fits(name, g[0])}
    if len(fitting) < 2:
        return next(iter(fitting.values()), None)
    # The groups are in no order here, and the same text must give the same answer every time.
    ordered = sorted(fitting.values(), key=lambda group: group[0].span)
    return max(ordered, key=lambda group: max((n.span.start for n in group if n.span < name.span), default=-1))


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
    if len(name.text) > 1 and name.text.isupper() and name.text.replace(".", "").lower() == _initials(full):
        return True
    starts = [p.lower() for p in full.parts[: len(name.parts)]] == [p.lower() for p in name.parts]
    return starts and is_outlet(full.text) and len(name.parts) < len(full.parts)


def _named(group: list[Name]) -> Named:
    fullest = max(group, key=lambda n: (len(n.parts), len(n.text)))
    kind = fullest.kind
    if kind is not ActorKind.PERSON and is_outlet(fullest.text):
        kind = ActorKind.OUTLET
    return Named(fullest.text, kind, tuple(sorted(n.span for n in group)))
