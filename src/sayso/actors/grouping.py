"""Names that point at one person or body, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sayso.actors.names import Name, first_name, is_outlet, may_be_person
from sayso.language.words import sorted_into, words
from sayso.model import ActorKind, Span


@dataclass(frozen=True, slots=True)
class Named:
    """Everybody that one set of names points at. `gender` is "m", "f" or "" where no name tells."""

    name: str
    kind: ActorKind
    spans: tuple[Span, ...]
    gender: str = ""
    is_place: bool = False


@dataclass(slots=True)
class _Group:
    """Names of one actor while they are put together; the first is the fullest."""

    names: list[Name]
    gender: str = ""
    forms: set[str] = field(default_factory=set)

    @property
    def full(self) -> Name:
        return self.names[0]

    def first(self) -> Span:
        return min(name.span for name in self.names)


def grouped(names: Iterable[Name], aliases: dict[str, str] | None = None) -> list[Named]:
    """Names that point at one person or body put together: the fullest form names them."""
    listed = _trimmed(_one_kind_each(list(names)))
    listed = _confirmed(listed)
    groups: list[_Group] = []
    known: dict[str, list[_Group]] = {}
    for name in sorted(listed, key=_fullness):
        home = _home(name, known, aliases or {})
        if home is None:
            home = _Group([], _gender(name))
            groups.append(home)
        home.names.append(name)
        home.gender = home.gender or name.gender
        for form in _forms(name) - home.forms:
            home.forms.add(form)
            known.setdefault(form, []).append(home)
    return sorted((_named(group) for group in groups), key=lambda n: n.spans[0])


def _fullness(name: Name) -> tuple[int, bool, bool, Span]:
    return (-len(_core(name)), name.in_headline, name.text.isupper(), name.span)


def _gender(name: Name) -> str:
    told = first_name(name.text) if name.kind is ActorKind.PERSON else ""
    return name.gender or (told if told != "either" else "")


def _core(name: Name) -> tuple[str, ...]:
    """The words without "Jr." and the like, lower case, full stops left out."""
    parts = tuple(part.lower().replace(".", "").rstrip(",") for part in name.parts)
    kept = tuple(p for p in parts if p not in words("suffixes", "en_actors"))
    return kept or parts


def _forms(full: Name) -> set[str]:
    """Every shorter form under which this name may come back."""
    parts = _core(full)
    starts = {" ".join(parts[:length]) for length in range(1, len(parts) + 1)}
    ends = {" ".join(parts[at:]) for at in range(len(parts))}
    return {*starts, *ends, f"{parts[0]} {parts[-1]}", _initials(full)}


def _initials(full: Name) -> str:
    return "".join(part[0] for part in full.parts if part[0].isupper()).lower()


def _one_kind_each(names: list[Name]) -> list[Name]:
    """The tagger calls one name a person here and a place there: the commoner kind holds, a full name's first."""
    votes: dict[str, Counter[ActorKind]] = {}
    for name in names:
        for form in {name.text, name.parts[-1]}:
            weight = 5 if name.gender else len(name.parts)
            votes.setdefault(form, Counter())[name.kind] += weight
    return [replace(n, kind=_voted(n, votes)) for n in names]


def _voted(name: Name, votes: dict[str, Counter[ActorKind]]) -> ActorKind:
    """What may be a person by its form is one, where its first name says so or its surname was once taken for one."""
    if may_be_person(name.text, ActorKind.ORGANISATION):
        if first_name(name.text) or votes[name.parts[-1]][ActorKind.PERSON]:
            return ActorKind.PERSON
    elif name.text.lower() in _first_names() and not name.is_place:
        return ActorKind.PERSON
    elif len(name.parts) > 1 and votes[name.text][ActorKind.PERSON] and _is_body(name):
        return ActorKind.ORGANISATION
    return votes[name.text].most_common(1)[0][0]


def _first_names() -> frozenset[str]:
    return words("masculine", "en_names") | words("feminine", "en_names")


def _is_body(name: Name) -> bool:
    """Its last word is a body's or a thing's: "Lindhaven Museum"."""
    last = name.parts[-1].lower()
    return any(last in listed for listed in (words("organisation_words"), *_things()))


def _things() -> tuple[frozenset[str], ...]:
    return words("bodies", "en_actors"), words("things", "en_actors")


def _trimmed(names: list[Name]) -> list[Name]:
    """Words before a name that is known without them are none of it: "Crooked Ada Vento", "Harbour Post Vento"."""
    counts = Counter(name.text for name in names if not name.in_headline)
    surnames = {n.parts[-1] for n in names if n.kind is ActorKind.PERSON and len(n.parts) > 1 and first_name(n.text)}
    return [_without_epithet(name, counts, surnames) for name in names]


def _without_epithet(name: Name, counts: Counter[str], surnames: set[str]) -> Name:
    parts = name.parts
    if len(parts) < 3 or first_name(name.text) or len(parts[0].strip(".")) == 1:
        return name
    for at in range(1, len(parts)):
        if parts[at].lower() in words("particles", "en_actors"):
            continue
        rest = " ".join(parts[at:])
        known = counts[rest] if len(parts) - at > 1 else (rest in surnames and is_outlet(" ".join(parts[:at])))
        if known and (len(parts) - at == 1 or first_name(rest)):
            start = name.span.end - len(name.text) + name.text.rindex(rest)
            return replace(name, text=rest, span=Span(start, start + len(rest)), kind=ActorKind.PERSON)
    return name


def _confirmed(names: list[Name]) -> list[Name]:
    """A headline's capitals make no name: its names are those that the text below bears out, or that stand alone."""
    body = {form for name in names if not name.in_headline for form in (name.text.lower(), name.parts[-1].lower())}
    if not body:
        return names
    cut = (_known_part(n, body) if n.in_headline else n for n in names)
    return [name for name in cut if name is not None]


def _known_part(name: Name, body: set[str]) -> Name | None:
    """The longest run of its words that the text below has as a name: "Vento" of "Vento Hides Files"."""
    parts = name.parts
    if name.text.lower() in body or parts[-1].lower() in body:
        return name
    runs = sorted(((i, j) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)), key=lambda r: r[0] - r[1])
    known = next((" ".join(parts[i:j]) for i, j in runs if " ".join(parts[i:j]).lower() in body), None)
    if known is None:
        return None
    start = name.span.start + name.text.index(known)
    return replace(name, text=known, span=Span(start, start + len(known)))


def _home(name: Name, known: dict[str, list[_Group]], aliases: dict[str, str]) -> _Group | None:
    """The group that this name belongs to; of namesakes, the one that the text brings first."""
    core = _core(name)
    short = " ".join(core)
    forms = {short, f"{core[0]} {core[-1]}", core[-1], aliases.get(short, short)}
    fitting = {
        id(g): g for form in forms for g in known.get(form, ()) if _fits(name, g, aliases.get(short) == form != short)
    }
    if len(fitting) < 2:
        return next(iter(fitting.values()), None)
    return min(fitting.values(), key=lambda g: _rank(name, g))


def _rank(name: Name, group: _Group) -> tuple[bool, bool, Span]:
    """The one called so in full, then of the same sex, then whom the text brings first: papers print others in full."""
    return (_core(group.full) != _core(name), bool(name.gender) and group.gender != name.gender, group.first())


def _fits(name: Name, group: _Group, is_alias: bool) -> bool:
    full = group.full
    if is_alias:
        return full.kind is not ActorKind.PERSON
    if _core(name) == _core(full):
        return not _differ(name.gender, group.gender)
    if full.kind is ActorKind.PERSON:
        return not _differ(name.gender, group.gender) and not _unheard_of(name, group) and _part_of_person(name, full)
    return name.kind is not ActorKind.PERSON and _short_form(name, full)


def _unheard_of(name: Name, group: _Group) -> bool:
    """ "President Vento" before any Vento is named in full, and none of those has that office: another Vento."""
    if not name.title or len(name.parts) > 1 or name.in_headline:
        return False
    return name.span < group.first() and all(known.title != name.title for known in group.names)


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _part_of_person(name: Name, full: Name) -> bool:
    """Surname alone, first name alone, the end of the name, or first and last of three."""
    mine, theirs = _core(name), _core(full)
    if len(mine) == 1:
        # The tagger takes a lone name for a body now and then, and a lone surname even for a place.
        # And whoever has a title is called by the surname.
        is_first = name.kind is ActorKind.PERSON or not (name.is_place or name.text.isupper())
        by_first = is_first and (not (name.gender or name.title) or theirs[0] in _family_first())
        return mine[0] == theirs[-1] or (mine[0] == theirs[0] and by_first)
    if len(mine) < len(theirs) and mine == theirs[-len(mine) :]:
        return True
    return mine[-1] == theirs[-1] and _same_first(mine[0], theirs[0])


def _family_first() -> frozenset[str]:
    return words("family_first", "en_actors")


def _same_first(one: str, other: str) -> bool:
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    table = sorted_into("nicknames", "en_actors")
    return table.get(one, one) == table.get(other, other)


def _short_form(name: Name, full: Name) -> bool:
    """ "Lindt" or "the News" for "Lindt News", "LHB" and "Harbour Board" for "Lindhaven Harbour Board"."""
    mine, theirs = _core(name), _core(full)
    if len(theirs) < 2 or len(mine) >= len(theirs):
        return False
    if len(name.text) > 1 and name.text.isupper() and "".join(mine) == _initials(full):
        return True
    if mine == theirs[: len(mine)]:
        return is_outlet(full.text) or (_is_body(full) and not name.is_place)
    ends = mine == theirs[-len(mine) :]
    return ends and (_is_body(full) if len(mine) > 1 else is_outlet(full.text) and is_outlet(name.text))


def _named(group: _Group) -> Named:
    fullest = group.full
    kind = fullest.kind
    if kind is not ActorKind.PERSON and is_outlet(fullest.text):
        kind = ActorKind.OUTLET
    is_place = all(name.is_place for name in group.names) and kind is ActorKind.ORGANISATION
    return Named(fullest.text, kind, tuple(sorted(n.span for n in group.names)), group.gender, is_place)
