"""Which actors of all documents are one: each is placed with the person that it certainly is, or is somebody new.

Conservative: two are put together only where `sayso.people.compare` is certain and nothing speaks for another one.
Whatever may be the same besides is proposed, for a person to decide.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from sayso.model import Actor, ActorKind, Decision, Reading
from sayso.people.bodies import is_common
from sayso.people.compare import Likeness, compare
from sayso.people.names import PersonName, gender_of_title, person_name
from sayso.people.profile import Profile, keys
from sayso.record import decided, knowledge, lines
from sayso.record.involved import LASTING
from sayso.record.names import folded
from sayso.record.schema import actors, people, people_keys, proposals

Names = Mapping[str, str]
"""An actor's name in a document → name among all people."""

_REMEMBERED = 40
"""Names and roles that one is compared by; whoever is printed under more has them all in the first few."""
_ASKED = 3
"""Proposals for somebody new: a surname that twenty people bear says nothing of any of them."""
_COMPANY = 2
"""People named in full in both documents, by whom a short name is known."""
_COMMONER = 5
"""A name alone, where namesakes are known, means the one who is in so many times as many documents as the others."""


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who may be the one looked for."""

    name: str
    profile: Profile
    likeness: Likeness


def place(
    connection: Connection,
    reading: Reading,
    only: Collection[str] | None = None,
    before: Names = MappingProxyType({}),
) -> None:
    """Give the actors of a document, or only these, their names among all people; it has to be saved already.

    `before` says who was who, by the names of this document, when it was read last: that stays.
    """
    id, published = reading.document.id, reading.document.published
    taken: dict[str, str] = dict(_placed(connection, id))
    apart = decided.pairs(connection, Decision.DIFFERENT)
    wanted = [actor for actor in reading.actors if is_name(actor) and (only is None or actor.id in only)]
    # Who is named in full first: they are the company by which the others are known. Of those, who is known by this
    # very name, before somebody of another spelling takes their place.
    for actor in sorted(
        wanted, key=lambda one: (not is_full(one.kind, one.name), _known(connection, one.name) is None)
    ):
        profile = knowledge.added(connection, profile_of(actor, reading.document.text), published)
        was = before.get(actor.name)
        stays = None if was is None else _known(connection, was)
        if was is not None and stays is not None and _is(actor, stays):
            name = _join(connection, Match(was, stays, Likeness(1.0)), profile, apart)
        else:
            name = _somebody(connection, actor, profile, set(taken.values()), apart)
        taken[actor.id] = name
        here = (actors.c.document_id == id) & (actors.c.id == actor.id)
        connection.execute(update(actors).where(here).values(person=name))


def is_name(actor: Actor) -> bool:
    """Would another document know who is meant? Not by "the author" or "the network"."""
    # A letter that has no lower case, as in Hebrew or Chinese, begins a name as a capital does.
    return actor.kind in LASTING and any(char.isalpha() and not char.islower() for char in actor.name)


def is_full(kind: ActorKind, name: str) -> bool:
    """A person's given name and surname, or a body's name that no other goes by."""
    return person_name(name).full if kind is ActorKind.PERSON else not is_common(name)


def _placed(connection: Connection, document_id: str) -> Iterable[tuple[str, str]]:
    query = select(actors.c.id, actors.c.person).where(
        actors.c.document_id == document_id, actors.c.person.is_not(None)
    )
    return ((id, name) for id, name in connection.execute(query))


def profile_of(actor: Actor, text: str) -> Profile:
    """What one document prints of an actor: names in full, abbreviations, titles that tell the sex, roles."""
    printed = {" ".join(span.of(text).split()) for span in actor.mentions}
    if actor.kind is ActorKind.PERSON:
        forms = _forms_of_person(actor.name, printed)
    else:
        forms = sorted(form for form in printed if form.isupper() or folded(form) == folded(actor.name))
    return Profile(actor.kind, tuple(dict.fromkeys([actor.name, *forms])), tuple(role.text for role in actor.roles))


def _forms_of_person(name: str, printed: Iterable[str]) -> list[str]:
    parts = person_name(name)
    titles = sorted({word for form in printed if gender_of_title(word := form.partition(" ")[0])})
    full = sorted(
        form
        for form in printed
        if (given := person_name(form)).full and given.family == parts.family and form[0].isupper()
    )
    # The sex that "Mrs. Varnholt" tells belongs to the full name too.
    return [*(f"{title} {name}" for title in titles[:1]), *full]


def _in_full(form: PersonName, name: PersonName) -> bool:
    return form.full and form.family == name.family


def _somebody(connection: Connection, actor: Actor, profile: Profile, taken: set[str], apart: decided.Pairs) -> str:
    # One name is one person within a document, and a person may name whom they mean ("Jan Smit (dentist)").
    exactly = _known(connection, actor.name) if actor.name in taken or "(" in actor.name else None
    if exactly is not None:
        return _join(connection, Match(actor.name, exactly, Likeness(1.0)), profile, apart)
    found = [match for match in _alike(connection, profile) if match.name not in taken]
    certain = _printed_so(actor.name, [match for match in found if match.likeness.certain])
    if one := _chosen(connection, certain) or (None if certain else _by_company(connection, actor, found, taken)):
        return _join(connection, one, profile, apart)
    name = _free_name(connection, actor)
    _keep(connection, name, profile)
    _propose(connection, name, found, apart)
    return name


def _printed_so(name: str, certain: list[Match]) -> list[Match]:
    """Those printed by that very name, where others are only spelt otherwise."""
    return [match for match in certain if name in match.profile.names] or certain


def _is(actor: Actor, profile: Profile) -> bool:
    return (actor.kind is ActorKind.PERSON) == (profile.kind is ActorKind.PERSON)


def _chosen(connection: Connection, certain: Sequence[Match]) -> Match | None:
    """The only one, the one more alike than the others, or the one that is named far more often."""
    if len(certain) < 2:
        return next(iter(certain), None)
    best, second = sorted(certain, key=lambda match: -match.likeness.score)[:2]
    if best.likeness.score > second.likeness.score:
        return best
    counts = documents_of(connection, [match.name for match in certain])
    commonest = max(certain, key=lambda match: counts.get(match.name, 0))
    others = sum(counts.values()) - counts.get(commonest.name, 0)
    return commonest if counts.get(commonest.name, 0) >= _COMMONER * others else None


def _by_company(connection: Connection, actor: Actor, found: Sequence[Match], taken: set[str]) -> Match | None:
    """A short name means the only one of that name who is named elsewhere with the same people as here."""
    alike = [match for match in found if not any(reason.against for reason in match.likeness.reasons)]
    company = {name for name in taken if person_name(name).full}
    if len(alike) != 1 or len(company) < _COMPANY:
        return None
    [one] = alike
    if is_full(actor.kind, actor.name) and is_full(one.profile.kind, one.name):
        return None
    there = select(actors.c.document_id).where(actors.c.person == one.name)
    together = actors.c.document_id.in_(there) & actors.c.person.in_(company)
    shared = connection.scalars(select(actors.c.person).where(together).distinct()).all()
    return one if len(shared) >= _COMPANY else None


def documents_of(connection: Connection, names: Collection[str]) -> dict[str, int]:
    """In how many documents each is."""
    query = select(actors.c.person, func.count(actors.c.document_id.distinct())).where(actors.c.person.in_(names))
    return {name: count for name, count in connection.execute(query.group_by(actors.c.person))}


def _known(connection: Connection, name: str) -> Profile | None:
    row = connection.execute(select(people).where(people.c.name == name)).one_or_none()
    return _profile(row.kind, row.names, row.roles) if row else None


def _profile(kind: str, names: str, roles: str) -> Profile:
    return Profile(ActorKind(kind), tuple(json.loads(names)), tuple(json.loads(roles)))


def _alike(connection: Connection, profile: Profile) -> list[Match]:
    """All that are at all like it, most alike first."""
    query = select(people).where(
        people.c.name.in_(select(people_keys.c.name).where(people_keys.c.key.in_(keys(profile))))
    )
    found = []
    for row in connection.execute(query):
        theirs = _profile(row.kind, row.names, row.roles)
        likeness = compare(profile, theirs)
        if likeness.certain or likeness.proposed:
            found.append(Match(row.name, theirs, likeness))
    return sorted(found, key=lambda match: (-match.likeness.score, match.name))


def _join(connection: Connection, one: Match, profile: Profile, apart: decided.Pairs) -> str:
    both = union(one.profile, profile)
    if is_full(profile.kind, profile.names[0]) and not is_full(one.profile.kind, one.name):
        return _rename(connection, one.name, profile.names[0], both, apart)
    if both != one.profile:
        _keep(connection, one.name, both)
        _propose_again(connection, one.name, both, apart)
    return one.name


def _rename(connection: Connection, old: str, new: str, profile: Profile, apart: decided.Pairs) -> str:
    """Somebody who was known by a surname gets the name in full, if nobody else has it."""
    if _known(connection, new) is not None:
        new = old
    _keep(connection, new, profile)
    if new != old:
        connection.execute(update(actors).where(actors.c.person == old).values(person=new))
        connection.execute(delete(people).where(people.c.name == old))
        lines.rename(connection, old, new)
    _propose_again(connection, new, profile, apart)
    return new


def union(one: Profile, other: Profile) -> Profile:
    """What is known of both."""
    names = tuple(dict.fromkeys([*one.names, *other.names]))[:_REMEMBERED]
    roles = tuple(dict.fromkeys([*one.roles, *other.roles]))[:_REMEMBERED]
    return Profile(one.kind, names, roles)


def _keep(connection: Connection, name: str, profile: Profile) -> None:
    row = {
        "kind": profile.kind,
        "names": json.dumps(profile.names, ensure_ascii=False),
        "roles": json.dumps(profile.roles, ensure_ascii=False),
    }
    kept = insert_or(people).values(name=name, **row)
    connection.execute(kept.on_conflict_do_update(index_elements=[people.c.name], set_=row))
    for key in sorted(keys(profile)):
        connection.execute(insert_or(people_keys).values(key=key, name=name).on_conflict_do_nothing())


def _free_name(connection: Connection, actor: Actor) -> str:
    """The actor's name; a namesake's with the role behind it, or a number."""
    roles = (f"{actor.name} ({' '.join(role.text.split())})" for role in actor.roles if len(role.text) <= 60)
    numbers = (f"{actor.name} ({number})" for number in range(2, 1_000_000))
    for name in (actor.name, *roles):
        if _known(connection, name) is None:
            return name
    return next(name for name in numbers if _known(connection, name) is None)


# Proposals


def _propose_again(connection: Connection, name: str, profile: Profile, apart: decided.Pairs) -> None:
    connection.execute(delete(proposals).where(or_(proposals.c.one == name, proposals.c.other == name)))
    _propose(connection, name, [match for match in _alike(connection, profile) if match.name != name], apart)


def _propose(connection: Connection, name: str, found: Sequence[Match], apart: decided.Pairs) -> None:
    asked = {_bare(match.name): match for match in reversed(found) if frozenset((name, match.name)) not in apart}
    left = sorted(asked.values(), key=lambda match: -match.likeness.score)[:_ASKED]
    for match in left:
        one, other = sorted((name, match.name))
        reasons = [[reason.text, reason.against] for reason in match.likeness.reasons]
        row = {"score": match.likeness.score, "reasons": json.dumps(reasons, ensure_ascii=False)}
        kept = insert_or(proposals).values(one=one, other=other, **row)
        connection.execute(kept.on_conflict_do_update(index_elements=["one", "other"], set_=row))


def _bare(name: str) -> str:
    """Without what tells namesakes apart: one of them is asked about at a time."""
    return name.partition(" (")[0]


# Changes


def forget(connection: Connection, names: Collection[str]) -> None:
    """Take those out who are in no document any more."""
    there = select(actors.c.person).where(actors.c.person.in_(names))
    connection.execute(delete(people).where(people.c.name.in_(names), people.c.name.not_in(there)))


def people_in(connection: Connection, document_id: str) -> dict[str, str]:
    """Who is in a document: the name there → the name among all people."""
    query = select(actors.c.name, actors.c.person).where(
        actors.c.document_id == document_id, actors.c.person.is_not(None)
    )
    return {name: person for name, person in connection.execute(query)}


def names_in(connection: Connection, document_id: str) -> dict[str, str]:
    """Who is in a document: actor id → name."""
    return dict(_placed(connection, document_id))


def merge(connection: Connection, stays: str, goes: str) -> None:
    """Make two one, under the name that stays."""
    first, second = _known(connection, stays), _known(connection, goes)
    assert first is not None
    assert second is not None
    profile = union(first, second)
    connection.execute(update(actors).where(actors.c.person == goes).values(person=stays))
    connection.execute(delete(people).where(people.c.name == goes))
    _keep(connection, stays, profile)
    _propose_again(connection, stays, profile, decided.pairs(connection, Decision.DIFFERENT))


def take_out(connection: Connection, reading: Reading, actor: Actor) -> str:
    """Make an actor of one document somebody apart."""
    name = _free_name(connection, actor)
    _keep(connection, name, profile_of(actor, reading.document.text))
    here = (actors.c.document_id == reading.document.id) & (actors.c.id == actor.id)
    connection.execute(update(actors).where(here).values(person=name))
    return name
