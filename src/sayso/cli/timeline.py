"""`sayso timeline`: calls, meetings, posts … in the order of time, drawn no more exactly than they are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, RecordPath, day, one_of, whole_number
from sayso.cli.printing import complain, is_terminal, print_json, print_tabs, safe, show, table
from sayso.export.phrases import counted
from sayso.model import CommunicationKind

if TYPE_CHECKING:
    from sayso.record import EventLine, Timeline

EXAMPLES = """
sayso timeline --record demo.db
sayso timeline --who Caldwick --since 2026-10 --json --record demo.db
sayso timeline --export svg --record demo.db > timeline.svg
"""

PAGE = 50
NOTHING = "Nothing with a date is in this record yet."
NOTHING_FITS = "Nothing with a date fits. Leave --who, --kind, --since or --until out to see more."


class Format(StrEnum):
    """What a timeline can be handed over as."""

    SVG = "svg"
    TIMELINEJS = "timelinejs"
    CSV = "csv"


def timeline(
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who took part: a name or a part of it.")] = None,
    kind: Annotated[
        CommunicationKind | None,
        typer.Option(metavar="KIND", parser=one_of(CommunicationKind, "kind"), help="Only calls, meetings, posts …"),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", parser=day, help="What may have been then or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", parser=day, help="What may have been then or earlier.")
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", parser=whole_number("number of events"), help="How many at most; 0 for all.")
    ] = PAGE,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object an event.")] = False,
    export: Annotated[
        Format | None,
        typer.Option(
            metavar="FORMAT", parser=one_of(Format, "format"), help="All of them as svg, timelinejs (JSON) or csv."
        ),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Show calls, meetings, interviews, posts … of all documents, each once, in the order of time.

    A day is drawn as a point, and everything less exact as a bar over all days that the words allow. What is only
    planned, proposed or denied says so. Events without a date stand below, by the day on which they were printed.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        most = None if export else limit or None
        found = opened.timeline(who, kind=kind, since=since, until=until, limit=most)
    if export:
        _export(found, export)
    elif as_json:
        for number, line in enumerate(lines_of(found)):
            placed = number < len(found.entries)
            print_json(asdict(line) | {"follows_all_above": placed and found.entries[number].follows})
    else:
        _print(found)
    if not found.total and not export:
        complain(NOTHING_FITS if who or kind or since or until else NOTHING)
    elif (shown := len(found.entries)) < found.total:
        complain(f"{shown:,} of {found.total:,} with a date are shown. For all of them, add --limit 0.")


def lines_of(found: Timeline) -> list[EventLine]:
    """Those with a date, then those without."""
    return [*(entry.line for entry in found.entries), *found.undated]


def _export(found: Timeline, format: Format) -> None:
    from sayso.export.timeline_csv import timeline_csv
    from sayso.export.timeline_svg import timeline_svg
    from sayso.export.timelinejs import timelinejs

    if format is Format.TIMELINEJS:
        print_json(timelinejs(found))
        return
    made: Callable[[Timeline], str] = timeline_svg if format is Format.SVG else timeline_csv
    print(made(found), end="")


def _print(found: Timeline) -> None:
    if not is_terminal():
        for line in lines_of(found):
            print_tabs(*_cells(line))
        return
    from sayso.cli.drawing import bars

    lines = lines_of(found)
    drawn = table("when", "", "what", "told by", narrow=(0, 1))
    for line, bar in zip(lines, bars(lines), strict=True):
        when, what, documents = _cells(line)
        drawn.add_row(when, bar, what, documents)
    if lines:
        show(drawn)


def _cells(line: EventLine) -> tuple[str, str, str]:
    from sayso.export.extent import dated, headline

    place = f" ({line.place})" if line.place else ""
    return dated(line), safe(headline(line) + place), counted(line.documents, "document")
