"""What is known of an actor for the sake of comparing it: names, roles, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import ActorKind
from sayso.people.bodies import abbreviation, body_words, initials, is_abbreviation, is_common
from sayso.people.names import PersonName, person_name
from sayso.people.roles import Office, office
from sayso.people.spelling import plain, skeleton


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor of one document, or of many that were found to be one. `names` and `roles` are words as printed."""

    kind: ActorKind
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()

    @property
    def called(self) -> tuple[PersonName, ...]:
        """The names in parts, the fullest first."""
        parts = dict.fromkeys(name for name in map(person_name, self.names) if name.family)
        return tuple(sorted(parts, key=lambda name: -len(name.key)))

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices that the roles and the titles before names tell of."""
        return tuple(found for found in map(office, self.roles) if found)

    @property
    def gender(self) -> str:
        """What titles say: m, f, or nothing where they say nothing or both."""
        told = {name.gender for name in self.called} - {""}
        return told.pop() if len(told) == 1 else ""


def keys(profile: Profile) -> frozenset[str]:
    """Where to look for others that may be the same: two that have no key in common are never compared.

    >>> sorted(keys(Profile(ActorKind.PERSON, ("Mrs. Ilse Varnholt",))))
    ['n mrs. ilse varnholt', 'p ls', 'p vrnlt']
    >>> sorted(keys(Profile(ActorKind.ORGANISATION, ("Halvane Marine Institute",))))
    ['a hmi', 'b halvane', 'n halvane marine institute']
    """
    whole = {f"n {plain(name)}" for name in profile.names}
    if profile.kind is ActorKind.PERSON:
        # Any part may be the family name elsewhere, where it stands first.
        parts = {part for name in profile.called for part in (*name.given[:1], *name.given[-1:], name.family)}
        return frozenset({f"p {skeleton(part)}" for part in parts if len(part) > 1} | whole)
    found = {f"b {min(body_words(name)[:1] or ('',))}" for name in profile.names}
    found |= {f"a {abbreviation(name)}" for name in profile.names if is_abbreviation(name)}
    found |= {f"a {short}" for name in profile.names if not is_common(name) for short in initials(name)}
    return frozenset(found | whole)
