"""A person's name in its parts: given names, family name, particles, suffix, and the gender that a title gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Prefix

from sayso.people.spelling import alike, plain, romanised
from sayso.people.words import familiar, listed, mapped


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in folded parts. `given` is empty where only a surname is printed; `suffix` is jr, sr, ii … or nothing."""

    given: tuple[str, ...]
    family: str
    particles: tuple[str, ...] = ()
    suffix: str = ""
    gender: str = ""

    @property
    def full(self) -> bool:
        """A given name, more than an initial, and a family name."""
        return any(len(part) > 1 for part in self.given) and len(self.family) > 1

    @property
    def key(self) -> str:
        """The same for every way to print these parts: case, accents, dots, hyphens, titles."""
        return " ".join((*self.given, *self.particles, self.family, self.suffix)).strip()


@lru_cache(maxsize=20_000)
def person_name(printed: str) -> PersonName:
    """The parts of a name as printed.

    >>> person_name("Mrs. Åsa M. van der Lind Jr.")
    PersonName(given=('asa', 'm'), family='lind', particles=('van', 'der'), suffix='jr', gender='f')
    """
    before, comma, after = printed.partition(",")
    words = _words(before)
    behind = _words(after)
    suffixes, degrees = mapped("suffixes"), listed("degrees")
    if comma and behind and not all(word in suffixes or word in degrees for word in behind) and len(words) == 1:
        # "Lindqvist, Johan": the family name first, as in lists.
        words, behind = [*behind, *words], []
    gender = gender_of_title(words[0]) if words else ""
    while len(words) > 1 and _is_title(words[0]):
        words.pop(0)
        gender = gender or gender_of_title(words[0])
    while len(words) > 1 and words[-1] in degrees:
        words.pop()
    tail = [word for word in behind if word in suffixes]
    suffix = suffixes[tail[0]] if tail else ""
    if len(words) > 1 and words[-1] in suffixes:
        suffix = suffixes[words.pop()]
    if len(words) > 1 and len(words[-1]) == 1 and len(words[0]) > 1:
        # "Lindqvist J.": an initial is nobody's family name.
        words = [*words[1:], words[0]]
    if not words:
        return PersonName((), "")
    return _parted(words, suffix, gender)


def _words(printed: str) -> list[str]:
    bare = re.sub(r"[’'`]s?$", "", re.sub(r"[“\"(][^”\")]*[”\")]", " ", printed).strip())
    # "J.K." is two initials, "Jean-Luc" two parts of a given name, "al-Hadi" a particle and a name.
    return re.findall(r"[^\W\d_]+", plain(bare).replace("'", ""))


def _is_title(word: str) -> bool:
    return word in listed("titles") or bool(gender_of_title(word))


def gender_of_title(word: str) -> str:
    """m, f, or nothing where the title does not say.

    >>> gender_of_title("Mrs."), gender_of_title("Dr")
    ('f', '')
    """
    bare = plain(word).strip(".")
    return "m" if bare in listed("masculine_titles") else "f" if bare in listed("feminine_titles") else ""


def _parted(words: list[str], suffix: str, gender: str) -> PersonName:
    family, front = words[-1], words[:-1]
    particles: list[str] = []
    while front and front[-1] in listed("particles") and (len(front) > 1 or len(front[-1]) > 1):
        particles.insert(0, front.pop())
    return PersonName(tuple(front), family, tuple(particles), suffix, gender)


# Given names


def given_alike(one: str, other: str) -> str | None:
    """Why two given names may be one person's, as part of a sentence; "" where they are equal, None where they may not.

    >>> given_alike("bill", "william"), given_alike("j", "johan"), given_alike("ada", "leo")
    ('“bill” is short for, or a form of, “william”', '“j” may stand for “johan”', None)
    """
    if one == other:
        return ""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return f"“{short}” may stand for “{long}”" if long[0] == short and len(long) > 1 else None
    if long in familiar().get(short, ()):
        return f"“{short}” is short for, or a form of, “{long}”"
    if _of_two_sexes(short, long):
        return None
    if alike(one, other) or _other_vowels(one, other):
        return f"“{one}” and “{other}” may be spellings of one name"
    if len(short) > 2 and long.startswith(short):
        return f"“{short}” may be short for “{long}”"
    return None


_ENDINGS = re.compile(r"(?:a|e|o|ia|ie|ina|ine|ette|etta)?$")
_MANY_BONES = 4


def _of_two_sexes(one: str, other: str) -> bool:
    """Karl and Karla, Mario and Maria: the ending alone makes them two names. An ending in i or y says nothing."""
    stem = Prefix.similarity(one, other)
    rests = one[stem:], other[stem:]
    return stem > 2 and one != other and all(_ENDINGS.fullmatch(rest) for rest in rests)


def _other_vowels(one: str, other: str) -> bool:
    """Mohammed and Muhammad: long names with the same consonants throughout."""
    bones = re.sub(r"[aeiouy]+", "", romanised(one))
    return len(bones) >= _MANY_BONES and bones == re.sub(r"[aeiouy]+", "", romanised(other))
