"""Names as people and files give them, and which actor of a document one means."""

from __future__ import annotations

import re
import unicodedata

from sayso.model import Actor, Reading


def folded(name: str) -> str:
    """Without case, accents and punctuation.

    >>> folded("Édith O’Hara-Weiß")
    'edith o hara weiss'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain))


def storable(typed: str) -> str:
    """With half characters (lone surrogates, as in the names of some files) written out: no database takes them."""
    return typed.encode("utf-8", "backslashreplace").decode("utf-8")


def actor_called(name: str, reading: Reading) -> Actor | None:
    """The actor by that id or name, or by words that point at it, or the only one whose name holds these words."""
    wanted = folded(name)
    text = reading.document.text
    for fits in (
        lambda actor: actor.id == name,
        lambda actor: folded(actor.name) == wanted,
        lambda actor: any(folded(span.of(text)) == wanted for span in actor.mentions),
    ):
        if found := next((actor for actor in reading.actors if fits(actor)), None):
            return found
    partly = [actor for actor in reading.actors if wanted and f" {wanted} " in f" {folded(actor.name)} "]
    return partly[0] if len(partly) == 1 else None
