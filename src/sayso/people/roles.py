"""What the words of a role say: its head noun, its walk of life, and the office with the place it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.people.spelling import plain
from sayso.people.words import field_of, listed

_OF = re.compile(r"\b(?:of|for|at|in|from|with|to|on|who|that|which|since|until|and)\b")
_SAME_ROOT = 4
"""Norway and Norwegian begin alike."""


@dataclass(frozen=True, slots=True)
class Office:
    """`head` is the noun, `kind` the words before it ("foreign"), `of` the names that it belongs to."""

    head: str
    kind: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    past: bool = False

    @property
    def field(self) -> str:
        """The walk of life, or nothing."""
        return field_of().get(self.head, "")


@lru_cache(maxsize=20_000)
def office(printed: str) -> Office | None:
    """The office that a title, apposition or description names.

    >>> office("the former foreign minister of Halvane")
    Office(head='minister', kind=('foreign',), of=('halvane',), past=True)
    >>> office("Halvane's harbour minister") == office("the harbour minister of Halvane")
    True
    """
    text = re.sub(r"\bex-", "former ", " ".join(printed.split()), flags=re.IGNORECASE)
    front, _, back = _halves(text.split(",")[0])
    words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", front)
    while words and plain(words[-1]) not in field_of() and plain(_one(words[-1])) not in field_of():
        words.pop()
    if not words:
        return None
    head = words.pop()
    noun = plain(head) if plain(head) in field_of() else plain(_one(head))
    place = [w for w in words if _is_owner(w) or (w[0].isupper() and not head[0].isupper())]
    kind = [plain(w) for w in words if w not in place]
    of = [plain(re.sub(r"[’']s?$", "", w)) for w in place] + [plain(w) for w in back if w[0].isupper()]
    small = {"the", "a", "an", "his", "her", "their", "its", "our", *listed("offices.past")}
    past = any(word in listed("offices.past") for word in kind)
    return Office(noun, tuple(w for w in kind if w not in small), tuple(of), past)


def _halves(text: str) -> tuple[str, str, list[str]]:
    found = _OF.search(text)
    if not found:
        return text, "", []
    return text[: found.start()], found[0], re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text[found.end() :])


def _one(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _is_owner(word: str) -> bool:
    return bool(re.search(r"[’']s?$", word)) and word[0].isupper()


def same_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """May the two name one place or body: "Norway", "Norwegian"?"""
    return any(a == b or (len(a) > _SAME_ROOT and a[:_SAME_ROOT] == b[:_SAME_ROOT]) for a in one for b in other)


def same_office(one: Office, other: Office) -> bool:
    """One office of one place, as far as the words go: unstated places may be the same."""
    if one.head != other.head or not (set(one.kind) <= set(other.kind) or set(other.kind) <= set(one.kind)):
        return False
    return not one.of or not other.of or same_place(one.of, other.of)


def rival(one: Office, other: Office) -> bool:
    """The same sort of office of two places: nobody is the mayor of two towns."""
    sole = one.head in listed("offices.sole") and not (one.past or other.past)
    return sole and one.head == other.head and bool(one.of and other.of) and not same_place(one.of, other.of)


def apart(one: Office, other: Office) -> bool:
    """Two walks of life that one person seldom has."""
    return bool(one.field and other.field) and one.field != other.field
