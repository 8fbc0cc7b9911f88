"""`sayso people`: everybody in the record, and one of them; what is known of them beforehand."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, RecordPath, one_of, whole_number
from sayso.cli.printing import complain, print_json, safe
from sayso.errors import named
from sayso.export.phrases import counted
from sayso.model import ActorKind

if TYPE_CHECKING:
    from sayso.record import Person, PersonLine, Record

EXAMPLES = """
sayso people --record demo.db
sayso people Varnholt --json --record demo.db
sayso people --import examples/who-is-who.csv --record demo.db
"""

PAGE = 50


def people(
    who: Annotated[str | None, typer.Argument(metavar="WHO", hidden=True)] = None,
    kind: Annotated[
        ActorKind | None,
        typer.Option(
            metavar="KIND", parser=one_of(ActorKind, "kind of actor"), help="Only person, organisation or outlet."
        ),
    ] = None,
    known: Annotated[
        Path | None,
        typer.Option(
            "--import",
            metavar="CSV",
            help="Names to tell people by: columns name, aliases (with ; between), office, since, until.",
        ),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", help="Also organisations that are only mentioned: places, firms, buildings.")
    ] = False,
    limit: Annotated[
        int, typer.Option(metavar="N", parser=whole_number("number of people"), help="How many at most; 0 for all.")
    ] = PAGE,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """List people, organisations and outlets, or show one.

    WHO is a name or a part of it; nothing given means everybody, the most spoken first. Left out are organisations
    that say nothing, are told nothing and take part in nothing; their names still find them. One who is printed under
    several names is listed once; whether two names are one is asked and answered with `sayso merges`.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        if known is not None:
            _learn(opened, known)
        elif who is not None:
            _show(opened.person(who), as_json=as_json)
        else:
            found = opened.people(kind=kind, mentioned=everybody, limit=limit or None)
            _list(found, opened.count_people(kind=kind, mentioned=everybody), as_json=as_json)


def _learn(record: Record, path: Path) -> None:
    from sayso.record.knowledge import read

    told = read(path)
    there = record.learn(told)
    print(f"{counted(len(told), 'name')} kept; {there} of them in the record.")


def _list(found: list[PersonLine], total: int, *, as_json: bool) -> None:
    for line in found:
        if as_json:
            print_json(asdict(line))
        else:
            told = counted(line.statements, "statement"), counted(line.documents, "document"), line.kind
            print("\t".join(map(safe, (line.name, *told))))
    if not total:
        complain("Nobody is named in the record.")
    elif len(found) < total:
        complain(f"{len(found):,} of {total:,} are shown. For all of them, add --limit 0.")


def _show(person: Person, *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(person))
        return
    print(f"{safe(person.name)}, {person.kind}")
    print(f"  said {person.by}, was told {person.to}, was spoken of {person.about}; in {_documents(person)}")
    for printed in person.names:
        print(f"  name  {safe(printed.name)} ({counted(printed.documents, 'document')})")
    for role in person.roles:
        print(f"  role  {safe(' '.join(role.text.split()))} ({safe(named(role.document.name))})")
    for proposal in person.proposals:
        other = proposal.other if proposal.one.id == person.id else proposal.one
        print(f"  perhaps the same: {safe(other.name)} ({proposal.id})")


def _documents(person: Person) -> str:
    return counted(len(person.documents), "document")
