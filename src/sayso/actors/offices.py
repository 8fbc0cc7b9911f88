"""Who is meant by an office: "the mayor" after "Mayor Ada Vento", "the Rossi aide" after "Rossi's aide, Piet Maas"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sayso.actors.nouns import clash, is_foreign, office, qualifiers, same_words
from sayso.actors.roles import Held

if TYPE_CHECKING:
    from spacy.tokens import Token


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
        asked = qualifiers(noun)
        fitting = [(h, id) for h, id in listed if not clash(asked, _words(h)) and (_words(h) or not _of(noun))]
        same = [one for one in fitting if asked & _words(one[0])]
        if not fitting or (is_foreign(noun) and not same and len({id for _, id in fitting}) > 1):
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
        asked = qualifiers(noun)
        listed = self._held.get(office(noun.lemma_), ())
        return list(dict.fromkeys(id for h, id in listed if not asked or asked & _words(h)))


def _words(held: Held) -> set[str]:
    return same_words(word.lower() for word in held.role.text.split()) - {held.noun, office(held.noun)}


def _bare(asked: set[str], held: Held) -> bool:
    return bool(asked) or not _words(held)


def _of(noun: Token) -> bool:
    """ "the president of the guild" is none who is merely called president."""
    return any(c.lower_ == "of" for c in noun.children)
