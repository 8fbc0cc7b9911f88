"""A timeline for TimelineJS: uncertain dates as spans of days, with their words; without a limit, on the title page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from sayso.export.extent import dated, extent, headline
from sayso.text.names import tame

if TYPE_CHECKING:
    from sayso.record import EventLine, Timeline


def timelinejs(timeline: Timeline) -> dict[str, Any]:
    """What TimelineJS reads. It draws a date without an end as one day, so only an exact day is given without one."""
    lines = [entry.line for entry in timeline.entries]
    slides = {line.id: slide for line in lines if (slide := _slide(line))}
    apart = [line for line in (*lines, *timeline.undated) if line.id not in slides]
    title = {"text": {"headline": "Timeline", "text": "".join(_apart(apart))}}
    return {"title": title, "events": list(slides.values())}


def _slide(line: EventLine) -> dict[str, Any] | None:
    where = extent(line)
    if where is None or where.first is None or where.last is None:
        return None
    told = [*line.dates, *([line.place] if line.place else []), f"documents: {line.documents}"]
    slide = {
        "unique_id": line.id,
        "start_date": _date(where.first),
        "display_date": escape(dated(line)),
        "group": line.status,
        "text": {"headline": escape(headline(line)), "text": escape(tame("; ".join(told)))},
    }
    return slide if where.exact else slide | {"end_date": _date(where.last)}


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _apart(lines: list[EventLine]) -> Iterator[str]:
    if lines:
        yield "<p>Without a date, or open to one side:</p><ul>"
        yield from (f"<li>{escape(dated(line))}: {escape(headline(line))}</li>" for line in lines)
        yield "</ul>"
