"""Who holds the floor where, from the first word of a text to the last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.reader.cards import Card
from sayso.export.reader.cast import NOBODY
from sayso.model import Span, Statement

WIDTH = 584
_NARROWEST = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of speech; `x` and `width` in units of which the whole text has `WIDTH`."""

    statement: str
    title: str
    css: str
    x: float
    width: float
    nested: bool


def minimap(statements: Iterable[Statement], cards: dict[str, Card], length: int) -> tuple[Bar, ...]:
    """The bars of all statements of a text of `length` characters."""
    return tuple(_bar(span, cards[s.id], WIDTH / max(length, 1)) for s in statements for span in s.content)


def _bar(span: Span, card: Card, scale: float) -> Bar:
    who = card.speakers or (NOBODY,)
    title = f"{card.number} {' and '.join(name.short for name in who)}"
    width = max(len(span) * scale, _NARROWEST)
    x = min(span.start * scale, WIDTH - width)
    return Bar(card.id, title, who[0].css, round(x, 1), round(width, 1), card.depth > 0)
