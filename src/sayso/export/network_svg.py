"""Contacts as a picture: everybody on a circle, a line for each pair, thicker the more they talked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import cos, pi, sin
from typing import TYPE_CHECKING

from sayso.export.network import Edge, edges, nodes
from sayso.text.names import tame

if TYPE_CHECKING:
    from sayso.record import Contacts, Party

_SIZE, _MARGIN, _THICKEST = 760, 190, 9


def network_svg(contacts: Contacts) -> str:
    """A pair that only meant to talk, or of whom it is denied, is a dashed line."""
    there = nodes(contacts)
    places = dict(zip(there, _circle(len(there)), strict=True))
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIZE}" height="{_SIZE}" viewBox="0 0 {_SIZE} {_SIZE}"'
        ' font-family="sans-serif" font-size="13" role="img" aria-label="Who talked to whom">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        *(_line(edge, places) for edge in edges(contacts)),
        *(part for id, party in there.items() for part in _node(party, *places[id])),
        "</svg>",
        "",
    ]
    return "\n".join(drawn)


def _circle(count: int) -> Iterator[tuple[float, float]]:
    for number in range(count):
        angle = 2 * pi * number / count - pi / 2
        radius = _SIZE / 2 - _MARGIN
        yield _SIZE / 2 + radius * cos(angle), _SIZE / 2 + radius * sin(angle)


def _line(edge: Edge, places: dict[str, tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = places[edge.one], places[edge.other]
    look = f'stroke-width="{min(edge.times, _THICKEST)}"' if edge.times else 'stroke-width="1.5" stroke-dasharray="5 4"'
    told = "; ".join(filter(None, (edge.told["kinds"], edge.told["not_counted"])))
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="#888" {look}><title>{escape(told)}</title></line>'


def _node(party: Party, x: float, y: float) -> Iterator[str]:
    anchor, aside = ("start", 9) if x >= _SIZE / 2 else ("end", -9)
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#222"/>'
    yield f'<text x="{x + aside:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">{escape(tame(party.name))}</text>'
