"""Are two actors of two documents one? Certain only where a careful editor would not even ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import ActorKind
from sayso.people.bodies import abbreviation, body_words, initials, is_abbreviation, is_common
from sayso.people.names import PersonName, given_alike
from sayso.people.profile import Profile
from sayso.people.roles import Office, apart, rival, same_office
from sayso.people.spelling import alike, plain, romanised


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence that speaks for one person, or `against` it."""

    text: str
    against: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two are one, 0 to 1, and why. `certain`: no person need be asked. `proposed`: one should be."""

    score: float
    reasons: tuple[Reason, ...] = ()

    @property
    def certain(self) -> bool:
        return self.score >= CERTAIN

    @property
    def proposed(self) -> bool:
        return PROPOSED <= self.score < CERTAIN


CERTAIN = 0.9
PROPOSED = 0.2
_NOT = Likeness(0.0)
_BODIES = (ActorKind.ORGANISATION, ActorKind.OUTLET)

# What names alone are worth; an office held by both lifts it, what speaks against sinks it.
_SAME_NAME = 0.92
_OTHER_FORM = 0.6
_PART_OF_NAME = 0.4
_OFFICE_LIFTS = 0.35
_SPEAKS_AGAINST = 0.35


def compare(one: Profile, other: Profile) -> Likeness:
    """How likely the two are one person, organisation or outlet; symmetric."""
    if one.kind is ActorKind.PERSON and other.kind is ActorKind.PERSON:
        return _people(one, other)
    if one.kind in _BODIES and other.kind in _BODIES:
        return max((_bodies(a, b) for a in one.names for b in other.names), key=_score, default=_NOT)
    return _taken_for_another_kind(one, other)


def _taken_for_another_kind(one: Profile, other: Profile) -> Likeness:
    """A name of several words that a reading took for a person's in one document and for a body's in another."""
    shared = {plain(name) for name in one.names} & {plain(name) for name in other.names}
    if not shared:
        return _NOT
    why = Reason("The very same name, read as a person's in one document and as a body's in another.")
    return Likeness(_SAME_NAME if any(" " in name.strip() for name in shared) else _PART_OF_NAME, (why,))


def _score(likeness: Likeness) -> float:
    return likeness.score


# People


def _people(one: Profile, other: Profile) -> Likeness:
    named = max((_names(a, b) for a in one.called for b in other.called), key=_score, default=_NOT)
    if not named.score or _impossible(one, other):
        return _NOT
    reasons = list(named.reasons)
    score = named.score
    against = list(_against(one, other))
    shared = _shared_office(one.offices, other.offices)
    if shared and not against:
        score += _OFFICE_LIFTS
        reasons.append(Reason(f"Both are {shared}."))
    if against:
        score = min(score - _SPEAKS_AGAINST * len(against), CERTAIN - 0.01)
    return Likeness(round(min(max(score, 0.0), 0.99), 2), (*reasons, *against))


def _impossible(one: Profile, other: Profile) -> bool:
    """Titles of both sexes, or a father and his son."""
    genders = {one.gender, other.gender} - {""}
    ours, theirs = ({name.suffix for name in side.called} - {""} for side in (one, other))
    return len(genders) > 1 or bool(ours and theirs and not ours & theirs)


def _against(one: Profile, other: Profile) -> Iterator[Reason]:
    """What a namesake would differ in."""
    suffixes = {name.suffix for side in (one, other) for name in side.called} - {""}
    if suffixes and not all(any(name.suffix for name in side.called) for side in (one, other)):
        yield Reason(f"Only one is called “{suffixes.pop()}”.", against=True)
    if middle := _middles_differ(one, other):
        yield Reason(f"The middle names differ: {middle}.", against=True)
    pairs = [(mine, theirs) for mine in one.offices for theirs in other.offices]
    if any(same_office(*pair) and not rival(*pair) for pair in pairs):
        return
    if rivals := next((pair for pair in pairs if rival(*pair)), None):
        yield Reason(f"One office of two places: {_and(*rivals)}.", against=True)
    elif pairs and all(apart(*pair) for pair in pairs):
        yield Reason(f"Two walks of life: {_and(*pairs[0])}.", against=True)


def _middles_differ(one: Profile, other: Profile) -> str:
    for mine in one.called:
        for theirs in other.called:
            ours, others = mine.given[1:], theirs.given[1:]
            if ours and others and not any(given_alike(a, b) is not None for a in ours for b in others):
                return f"“{' '.join(ours)}” and “{' '.join(others)}”"
    return ""


def _shared_office(ours: tuple[Office, ...], theirs: tuple[Office, ...]) -> str:
    """An office of a place or body that both are said to hold, in words; one without a place is too common."""
    for mine in ours:
        for other in theirs:
            if same_office(mine, other) and (mine.of and other.of):
                fuller = max(mine, other, key=lambda one: len(one.kind) + len(one.of))
                return f"“{_words(fuller)}”"
    return ""


def _words(one: Office) -> str:
    of = f" ({' '.join(one.of)})" if one.of else ""
    return " ".join((*one.kind, one.head)) + of


def _and(one: Office, other: Office) -> str:
    return f"“{_words(one)}” and “{_words(other)}”"


def _names(one: PersonName, other: PersonName) -> Likeness:
    family = _family_alike(one, other)
    if family is None:
        return _turned(one, other)
    if not one.given or not other.given:
        return _surname_alone(one, other, family)
    first = given_alike(one.given[0], other.given[0])
    if first is None:
        return _by_another_given_name(one, other, family)
    if not first and not family:
        return _same_first_and_family(one, other)
    told = [f"The names differ only in form: {difference}." for difference in (first, family) if difference]
    doubt = 0.1 if first and romanised(one.family) != romanised(other.family) else 0.0
    return Likeness(_OTHER_FORM - doubt, tuple(map(Reason, told)))


def _same_first_and_family(one: PersonName, other: PersonName) -> Likeness:
    said = Reason("Both are printed with the same given name and family name.")
    if not (one.full and other.full):
        return Likeness(_OTHER_FORM, (Reason("Both are printed with the same initial and family name."),))
    return Likeness(_SAME_NAME, (said,))


def _surname_alone(one: PersonName, other: PersonName, family: str) -> Likeness:
    if one.given == other.given and not family:
        if one.gender or other.gender:
            return Likeness(_OTHER_FORM - 0.05, (Reason("Both are printed with the same surname alone."),))
        return Likeness(_PART_OF_NAME + 0.1, (Reason("Both are printed under the same single name."),))
    reasons = [Reason("One of them is printed with a surname alone.")]
    if family:
        reasons.append(Reason(f"The surnames differ in form: {family}."))
    return Likeness(_PART_OF_NAME + (0.15 if one.family == other.family else 0), tuple(reasons))


def _by_another_given_name(one: PersonName, other: PersonName, family: str) -> Likeness:
    """The first name left out: J. Robert Marsh is Robert Marsh; two other given names are two people."""
    if family or not {*one.given} & {*other.given} or min(len(one.given), len(other.given)) != 1:
        return _NOT
    shared = next(name for name in one.given if name in other.given)
    if len(shared) == 1:
        return _NOT
    return Likeness(_PART_OF_NAME, (Reason(f"“{shared}” is a given name of both, not the first of one."),))


def _turned(one: PersonName, other: PersonName) -> Likeness:
    """The family name first, as in Hungarian, Chinese or Korean; or one of two family names left out, as in Spanish."""
    mine, theirs = (tuple(sorted((*name.given, name.family))) for name in (one, other))
    if mine == theirs and len(mine) > 1:
        return Likeness(_OTHER_FORM, (Reason("The same names stand in another order."),))
    if (len(one.given) > 1 and _left_out(one, other)) or (len(other.given) > 1 and _left_out(other, one)):
        return Likeness(_PART_OF_NAME, (Reason("One of two family names may have been left out."),))
    return _NOT


def _left_out(long: PersonName, short: PersonName) -> bool:
    return bool(short.given) and long.given[0] == short.given[0] and long.given[-1] == short.family


def _family_alike(one: PersonName, other: PersonName) -> str | None:
    """Why two family names may be one; "" where they are equal, None where they may not."""
    mine, theirs = one.family, other.family
    if mine == theirs and _particles(one) == _particles(other):
        return ""
    whole = "".join((*one.particles, mine)), "".join((*other.particles, theirs))
    if whole[0] == whole[1]:
        return ""
    if mine == theirs:
        # "Lind" for "van der Lind": a reporter's habit, but also two families.
        return f"“{_whole(one)}” and “{_whole(other)}”"
    if alike(mine, theirs):
        return f"“{mine}” and “{theirs}” may be spellings of one name"
    return None


def _particles(name: PersonName) -> tuple[str, ...]:
    return tuple(romanised(particle) or particle for particle in name.particles)


def _whole(name: PersonName) -> str:
    return " ".join((*name.particles, name.family))


# Bodies


def _bodies(one: str, other: str) -> Likeness:
    mine, theirs = body_words(one), body_words(other)
    if mine == theirs:
        if is_common(one) or is_common(other):
            return Likeness(_PART_OF_NAME, (Reason("The name is one that many bodies go by."),))
        score = _SAME_NAME if plain(one) != plain(other) else _SAME_NAME + 0.05
        return Likeness(score, (Reason("The names are the same but for article, legal form or spelling."),))
    for short, long in ((one, other), (other, one)):
        if is_abbreviation(short) and not is_abbreviation(long) and abbreviation(short) in initials(long):
            return Likeness(_OTHER_FORM, (Reason(f"“{short}” may stand for “{long}”."),))
    return _part_of_body(mine, theirs)


def _part_of_body(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness:
    """One name holds the other and starts with it: a ministry by its short name, or one of its branches."""
    short, long = sorted((mine, theirs), key=len)
    if len(short) > 1 and len(long) == len(short) + 1 and long[: len(short)] == short:
        return Likeness(0.3, (Reason(f"One is called “{long[-1]}” besides."),))
    return _NOT
