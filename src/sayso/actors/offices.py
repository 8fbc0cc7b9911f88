"""Who is meant by an office: "the mayor" after "Mayor Ada Vento", "the Rossi aide" after "Rossi's aide, Piet Maas"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sayso.actors.nouns import office
from sayso.actors.roles import Held

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLAIN = frozenset(
    {
        "the",
        "a",
        "an",
        "former",
        "then",
        "current",
        "this",
        "that",
        "new",
        "top",
        "senior",
        "his",
        "her",
        "its",
        "their",
        "'s",
        "’s",
    }
)


class Offices:
    """Every office of the document with those who hold it."""

    def __init__(self, held: Iterable[Held], owner: Callable[[Held], str | None]) -> None:
        self._held: dict[str, list[tuple[Held, str]]] = {}
        for one in sorted(held, key=lambda h: h.name):
            if (id := owner(one)) is not None:
                self._held.setdefault(office(one.noun), []).append((one, id))

    def holder(self, noun: Token, place: int, barred: frozenset[str]) -> str | None:
        """Whoever is most likely meant: same qualifiers first, then the last one called so before the place."""
        listed = [(h, id) for h, id in self._held.get(office(noun.lemma_), ()) if id not in barred]
        asked = _qualifiers(noun)
        fitting = [(h, id) for h, id in listed if not _clash(asked, _words(h))]
        if not fitting:
            return None
        often = {id: sum(other == id for _, other in fitting) for _, id in fitting}
        best = max(
            fitting,
            key=lambda one: (
                len(asked & _words(one[0])),
                _bare(asked, one[0]),
                one[0].name.start < place,
                often[one[1]],
            ),
        )
        return best[1]

    def holders(self, noun: Token) -> list[str]:
        """Everybody of that office, of the same qualifiers where the noun has any."""
        asked = _qualifiers(noun)
        listed = self._held.get(office(noun.lemma_), ())
        return list(dict.fromkeys(id for h, id in listed if not asked or asked & _words(h)))


def _qualifiers(noun: Token) -> set[str]:
    """The words before the noun that tell it from others of its office."""
    before = noun.doc[noun.left_edge.i : noun.i]
    return {t.lower_ for t in before if t.is_alpha or "-" in t.text} - _PLAIN


def _words(held: Held) -> set[str]:
    return (
        {word.strip(".,").lower().removesuffix("'s").removesuffix("’s") for word in held.role.text.split()}
        - _PLAIN
        - {held.noun}
    )


def _clash(asked: set[str], held: set[str]) -> bool:
    """ "the Danish minister" is not "Swedish Minister Ada Vento"."""
    return bool(asked and held) and not asked & held


def _bare(asked: set[str], held: Held) -> bool:
    return bool(asked) or not _words(held)
