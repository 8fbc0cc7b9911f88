"""`sayso contacts`: who talked to whom, how often, and when first and last."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, RecordPath, one_of, typed_as, whole_number
from sayso.cli.printing import complain, is_terminal, print_json, print_tabs, safe, show, table

if TYPE_CHECKING:
    from sayso.record import Contact, Contacts

EXAMPLES = """
sayso contacts --record demo.db
sayso contacts Caldwick --json --record demo.db
sayso contacts --export gexf --record demo.db > contacts.gexf
"""

PAGE = 50
NOTHING = "Nobody in this record is told to have talked to anybody yet."


class Format(StrEnum):
    """What contacts can be handed over as."""

    GEXF = "gexf"
    GRAPHML = "graphml"
    CSV = "csv"
    SVG = "svg"


def contacts(
    who: Annotated[str | None, typer.Argument(metavar="NAME", hidden=True)] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", parser=whole_number("number of pairs"), help="How many at most; 0 for all.")
    ] = PAGE,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a pair.")] = False,
    export: Annotated[
        Format | None,
        typer.Option(
            metavar="FORMAT", parser=one_of(Format, "format"), help="All of them as gexf, graphml, csv or svg."
        ),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """List who called, met, interviewed or wrote to whom: how often, and when first and last.

    NAME is a name or a part of it; nothing given means everybody. What was only planned, proposed, denied or asked
    never counts as talking: it stands apart.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        found = opened.contacts(who, limit=None if export else limit or None)
    if export:
        print(_exported(found, export), end="")
        return
    _print(found, as_json=as_json)
    if not found.total:
        complain(f"Nobody in this record is told to have talked to {typed_as(who)}." if who else NOTHING)
    elif len(found.contacts) < found.total:
        complain(f"{len(found.contacts):,} of {found.total:,} are shown. For all of them, add --limit 0.")


def _exported(found: Contacts, format: Format) -> str:
    from sayso.export.contacts_csv import contacts_csv
    from sayso.export.gexf import gexf
    from sayso.export.graphml import graphml
    from sayso.export.network_svg import network_svg

    made = {Format.GEXF: gexf, Format.GRAPHML: graphml, Format.CSV: contacts_csv, Format.SVG: network_svg}
    return made[format](found)


def _print(found: Contacts, *, as_json: bool) -> None:
    drawn = table("who", "with whom", "times", "what", "first", "last", narrow=(2,))
    for contact in found.contacts:
        if as_json:
            print_json(asdict(contact))
        elif is_terminal():
            drawn.add_row(*_cells(contact))
        else:
            print_tabs(*_cells(contact))
    if drawn.row_count:
        show(drawn)


def _cells(contact: Contact) -> tuple[str, ...]:
    from sayso.export.phrases import date

    counted = [f"{kind} {count}" for kind, count in contact.kinds]
    apart = [f"{status} {count}" for status, count in contact.apart]
    what = ", ".join(counted) + (f" (not counted: {', '.join(apart)})" if apart else "")
    dates = (date(days.edtf) if days else "no date" for days in (contact.first, contact.last))
    return safe(contact.one.name), safe(contact.other.name), str(contact.times), what, *dates
