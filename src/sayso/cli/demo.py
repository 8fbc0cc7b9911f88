"""`sayso demo`: a small invented leak, read into a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli import statements
from sayso.cli.intake import Intake
from sayso.cli.printing import print_json, safe, show, table
from sayso.cli.program import program, shown
from sayso.cli.progress import progress
from sayso.errors import MissingPart, UnreadableDocument
from sayso.export.phrases import date
from sayso.model import Document, DocumentKind, Reality
from sayso.text import Given, read_documents

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.record import DocumentLine, Record

EXAMPLES = """
sayso demo
"""

GIVEN = {"2026-10-04-post.txt": Given(outlet="Tally", published="2026-10-04", kind=DocumentKind.POST)}
"""What a file of the demo story cannot say about itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """One document of the story, and who speaks most in it."""

    document: DocumentLine
    voices: tuple[str, ...]


def demo(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each document.")] = False,
    record: Annotated[str, typer.Option("--record", metavar="PATH", help="The record to read it into.")] = "demo.db",
) -> None:
    """Read a small invented leak into a record, and show what was found.

    Seven reports by six outlets, the transcript of a call, a press statement, a post and three drafts of a plan.
    """
    from sayso.record import Record

    story = _story()
    with Record(record) as opened:
        intake = Intake(opened)
        _read(intake, story / "leak")
        found = [_found(opened, id) for id in intake.tally.found]
    if as_json:
        for one in found:
            print_json(_as_json(one))
    else:
        show(_table(found))
        print(f"\n{intake.tally.brief}. Next:\n")
        print("\n".join(_next(record, story / "check" / "ai-story.txt")))


def _story() -> Path:
    """The folder of the story: part of an installed sayso, or beside it in a checkout."""
    package = Path(str(files("sayso")))
    for folder in (package / "_demo", package.parents[1] / "examples"):
        if (folder / "leak").is_dir():
            return folder
    raise MissingPart("The demo story was not installed with sayso. Install sayso anew, or run this in a checkout.")


def _read(intake: Intake, folder: Path) -> None:
    with progress(sum(1 for path in folder.rglob("*") if path.is_file())) as step:
        for entry in read_documents(folder):
            intake.take(_completed(entry))
            step(entry.source)


def _completed(entry: Document | UnreadableDocument) -> Document | UnreadableDocument:
    given = GIVEN.get(entry.source)
    return given.complete(entry) if given and isinstance(entry, Document) else entry


def _found(record: Record, id: str) -> Found:
    from sayso.record import Question

    voices = record.said(Question(document=id, reality=Reality.SAID, limit=1)).facets["speaker"]
    return Found(record.document_line(id), tuple(name for name, _ in voices[:2] if name))


def _as_json(found: Found) -> dict[str, Any]:
    counts = {"statements": found.document.statements, "unsure": found.document.unsure}
    return statements.document_as_json(found.document) | counts | {"speakers": list(found.voices)}


def _table(found: list[Found]) -> Table:
    made = table("published", "document", "statements", "need you", "heard most", narrow=(0, 2, 3, 4))
    for column in made.columns[2:4]:
        column.justify = "right"
    for one in sorted(found, key=lambda one: (one.document.published or one.document.source, one.document.source)):
        made.add_row(*_row(one))
    return made


def _row(found: Found) -> Iterator[str]:
    document = found.document
    yield date(document.published[:10]) if document.published else "no date"
    yield safe(document.name)
    yield str(document.statements or "–")
    yield str(document.unsure or "–")
    yield safe(next(iter(found.voices), ""))


def _next(record: str, story: Path) -> Iterator[str]:
    """Three commands that work as they stand, typed where this one was."""
    option = f"--record {shown(record)}"
    yield f'  {program()} said "forty boats" {option}'
    yield f"  {program()} check {shown(story)} {option}"
    yield f"  {program()} serve {option}"
