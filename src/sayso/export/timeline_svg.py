"""A timeline as a picture: a dot is a day, a bar is every day that the words allow, a bar that fades has no limit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from sayso.export.extent import Extent, dated, extent, headline, whole

if TYPE_CHECKING:
    from sayso.record import EventLine, Timeline

_TEXT, _CHART, _ROW, _EDGE = 520, 420, 26, 16
_LONGEST = 72

_HEAD = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"
 font-family="sans-serif" font-size="13" role="img" aria-label="Timeline">
<defs><linearGradient id="later">
<stop offset="0" stop-color="#555"/><stop offset="1" stop-color="#555" stop-opacity="0"/></linearGradient>
<linearGradient id="earlier"><stop offset="0" stop-color="#555" stop-opacity="0"/>
<stop offset="1" stop-color="#555"/></linearGradient></defs>
<rect width="100%" height="100%" fill="#fff"/>"""


def timeline_svg(timeline: Timeline) -> str:
    """One row an event; those without a date below, in words alone."""
    lines = [*(entry.line for entry in timeline.entries), *timeline.undated]
    places = [extent(line) for line in lines]
    span = whole(place for place in places if place)
    rows = [part for number, line in enumerate(lines) for part in _row(number, line, places[number], span)]
    size = {"width": _TEXT + _CHART + 2 * _EDGE, "height": _ROW * (len(lines) + 1) + _EDGE}
    return "\n".join([_HEAD.format(**size), *rows, *_axis(span, any(places), size["height"]), "</svg>", ""])


def _row(number: int, line: EventLine, place: Extent | None, span: tuple[date, date]) -> Iterator[str]:
    middle = _ROW * number + _EDGE + 4
    words = f"{dated(line)}: {headline(line)}"
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    yield f'<text x="{_EDGE}" y="{middle + 4}">{escape(shown)}<title>{escape(words)}</title></text>'
    if place is not None:
        yield _mark(middle, line, place, span)


def _mark(middle: int, line: EventLine, place: Extent, span: tuple[date, date]) -> str:
    left, right = _x(place.first or span[0], span), _x(place.last or span[1], span)
    drawn = f"<title>{escape(dated(line))}</title>"
    look = 'fill="#222"' if line.took_place else 'fill="#fff" stroke="#222" stroke-dasharray="3 2"'
    if place.exact:
        return f'<circle class="day" cx="{left:.1f}" cy="{middle}" r="5" {look}>{drawn}</circle>'
    if place.first is None or place.last is None:
        fades = "later" if place.last is None else "earlier"
        left, right = (left, left + 60) if place.last is None else (right - 60, right)
        look = f'fill="url(#{fades})"'
    width = max(right - left, 12)
    return f'<rect class="days" x="{left:.1f}" y="{middle - 5}" width="{width:.1f}" height="10" {look}>{drawn}</rect>'


def _x(day: date, span: tuple[date, date]) -> float:
    days = max((span[1] - span[0]).days, 1)
    return _EDGE + _TEXT + (_CHART - 20) * (day - span[0]).days / days + 10


def _axis(span: tuple[date, date], drawn: bool, height: int) -> Iterator[str]:
    if drawn:
        yield f'<text x="{_EDGE + _TEXT}" y="{height - 8}" fill="#555">{span[0].isoformat()}</text>'
        right = _EDGE + _TEXT + _CHART
        yield f'<text x="{right}" y="{height - 8}" fill="#555" text-anchor="end">{span[1].isoformat()}</text>'
