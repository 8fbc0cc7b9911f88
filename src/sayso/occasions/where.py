"""Where somebody spoke, and on what the words were put up, as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.occasions.setting import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = frozenset({"GPE", "FAC", "LOC"})
_WHERE = frozenset({"in", "at", "aboard", "outside", "inside"})


def place_of(act: Token) -> Token | None:
    """The word that names the place of the act, or of the verb that does it: "in [Lindhaven]", "aboard the [Sea]"."""
    heads = [act, act.head] if act.dep_ == "dobj" and act.head.lemma_.lower() in listed("settings", "held") else [act]
    behind = [c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ in _WHERE]
    # "defended the plan aboard the Marigold": no plan is aboard.
    behind += [c for thing in act.children if thing.dep_ == "dobj" for c in thing.children if c.lower_ == "aboard"]
    for prep in behind:
        for where in (c for c in prep.children if c.dep_ == "pobj"):
            if where.ent_type_ in _PLACES or (prep.lower_ == "aboard" and where.pos_ == "PROPN"):
                return where
    return None


def printed_place(where: Token | None) -> str | None:
    """Its words; "aboard" is a part of them."""
    if where is None:
        return None
    first = where.head.i if where.head.lower_ == "aboard" else where.left_edge.i
    return str(where.doc[first : where.i + 1].text)


def medium_of(act: Token) -> Token | None:
    """The word that names where the words are put up: "wrote on [Tally]", "posted a picture on [X]"."""
    heads = [act, *(c for c in act.children if c.dep_ == "dobj")]
    for prep in (c for head in heads for c in head.children if c.dep_ == "prep" and c.lower_ in ("on", "via")):
        for on in (c for c in prep.children if c.dep_ == "pobj" and (c.pos_ == "PROPN" or c.text == "X")):
            if on.ent_type_ not in ("DATE", "TIME"):
                return on
    return None


def printed_medium(on: Token | None) -> str | None:
    """Its words as printed."""
    return str(on.doc[on.left_edge.i : on.i + 1].text) if on is not None else None
