"""`sayso show`: one statement or one document, with everything the record knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli import statements
from sayso.cli.judgements import judgement_as_json, sentence_of
from sayso.cli.options import DEFAULT_RECORD, RecordPath
from sayso.cli.printing import print_json, safe, table
from sayso.cli.printing import show as print_parts
from sayso.errors import NotInRecord
from sayso.export.phrases import at_time, certainty, counted, date, joined, unread

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from sayso.model import Spans, Statement
    from sayso.record import DocumentLine, Record, SaidLine

HEADING = 120
"""Characters that head a document without a title, at most."""

EXAMPLES = """
sayso show 2026-10-22-gull.html --record demo.db
sayso show 2026-10-22-gull.html --json --record demo.db
"""


def show(
    id: Annotated[str, typer.Argument(metavar="ID", hidden=True)],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document; of a document, as read --json.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Show a statement or a document.

    ID is the id of either, or its beginning, or the name of the file that was read.

    Of a statement, its words in context, who to whom, when, how sure and why, its pin, and what people judged. Of a
    document, what it is, and all its statements in the order of the text, those that were not said too.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        found = _find(opened, id)
        if isinstance(found, list):
            _show_document(opened, found[0], as_json=as_json)
        elif as_json:
            print_json(_in_full(found))
        else:
            print_parts(*_statement(opened, found))


def _find(record: Record, id: str) -> SaidLine | list[DocumentLine]:
    """The statement, or the only document in a list, that is meant."""
    try:
        return [record.document_line(id)] if id.startswith("d") and "/" not in id else record.statement(id)
    except NotInRecord:
        if not (named := [line for line in record.documents() if id in (line.source, Path(line.source).name)]):
            raise
    if len(named) > 1:
        ids = joined([f"{line.id} ({line.outlet or 'no outlet'})" for line in named])
        raise NotInRecord(f"{len(named)} documents came as {id}. Give one's id: {ids}.")
    return named


# A statement


def _in_full(line: SaidLine) -> dict[str, Any]:
    said = line.statement
    more = {
        "cue": _plain(said.cue),
        "source": _plain(said.source),
        "hedges": _plain(said.hedges),
        "basis": said.basis,
        "within": said.within,
        "found_by": said.found_by,
        "before": line.before,
        "after": line.after,
        "judgements": [judgement_as_json(one) for one in line.judgements],
    }
    return statements.as_json(line) | more


def _plain(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _statement(record: Record, line: SaidLine) -> Iterator[Table | Text | str]:
    facts = table("", "", narrow=(0,))
    facts.show_header = False
    for name, value in _facts(record, line):
        facts.add_row(name, value)
    yield _context(record, line)
    yield facts


def _context(record: Record, line: SaidLine) -> Text:
    """The words as they stand in the document, bright between what stands around them."""
    from rich.text import Text

    text = record.document(line.document.id).text
    start, end = line.place.start, line.place.end
    made = Text("… " if start > len(line.before) else "", statements.WEAK)
    made.append(safe(line.before), statements.WEAK)
    shift = len(made) - start
    made.append(safe(text[start:end]), statements.WEAK)
    for span in line.statement.content:
        made.stylize(f"not dim {statements.STRONG}", span.start + shift, span.end + shift)
    made.append(safe(line.after) + (" …" if end + len(line.after) < len(text) else ""), statements.WEAK)
    return made.append("\n")


def _facts(record: Record, line: SaidLine) -> Iterator[tuple[str, Text | str]]:
    said = line.statement
    yield "who → whom", statements.people(line)
    yield "when", statements.when(line)
    yield "channel", said.channel if said.channel != "unspecified" else "not stated"
    if line.via:
        yield "via", safe(joined(line.via))
    yield "speech", f"{said.kind}, {said.act}"
    yield "reality", f"{said.reality.replace('_', ' ')}"
    yield "basis", said.basis.replace("_", " ")
    if said.within:
        yield "within", said.within
    yield "confidence", "; ".join([certainty(said.confidence), *map(safe, said.reasons)])
    yield "found by", safe(said.found_by)
    yield from _pin(record, line)
    yield from _judgements(line)
    if line.machine:
        yield "machine", "read " + "; ".join(_unlike(record, line.document.id, line.machine, said))


def _pin(record: Record, line: SaidLine) -> Iterator[tuple[str, Text | str]]:
    document = line.document
    yield "document", statements.place(document) + (f", {safe(document.source)}" if document.outlet else "")
    yield "pin", "characters " + ", ".join(f"{span.start}–{span.end}" for span in line.statement.content)
    if time := at_time(record.seconds(document.id, line.statement.start)):
        yield "recording", time.removeprefix(", ")
    yield "sha256", document.digest
    yield "id", line.address


def _judgements(line: SaidLine) -> Iterator[tuple[str, Text | str]]:
    if not line.judgements:
        yield "judged", "by nobody yet" + (", and unsure" if line.unsure else "")
    for place, judgement in enumerate(line.judgements):
        yield "" if place else "judged", sentence_of(judgement)
    if line.kept:
        yield "", "Only this judgement holds it in the record: no reading finds it any more."


def _unlike(record: Record, document: str, machine: Statement, said: Statement) -> Iterator[str]:
    """What the machine read where a person has put something else."""
    actors = {actor.id: actor.name for actor in record.reading(document, judged=False).actors}
    if machine.speaker != said.speaker:
        yield safe(actors[machine.speaker]) if machine.speaker else statements.NOBODY
    if machine.addressees != said.addressees:
        yield "to " + (safe(joined([actors[id] for id in machine.addressees])) or "nobody named")
    for name in ("words", "act", "reality", "channel", "kind"):
        if getattr(machine, name) != getattr(said, name):
            yield f"{name} {safe(getattr(machine, name))}"
    if machine.when != said.when:
        yield date(machine.when.edtf if machine.when else None)


# A document


def _show_document(record: Record, line: DocumentLine, *, as_json: bool) -> None:
    from sayso.contract import as_json as contract
    from sayso.record import Question

    if as_json:
        print_json(contract(record.reading(line.id)))
        return
    found = record.said(Question(document=line.id, reality=None, limit=None, facets=False)).lines
    ordered = sorted(found, key=lambda one: one.place)
    print_parts(
        _head(line, unread(record.reading(line.id).read_by)),
        *([statements.table_of(ordered, with_document=False)] if ordered else []),
    )


def _opening(words: str) -> str:
    """The first words of a text as its heading: whole words, and a sign that there are more."""
    if len(words) <= HEADING:
        return words
    cut = words[:HEADING]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—") + "…"


def _head(line: DocumentLine, note: str) -> Text:
    from rich.text import Text

    made = Text(safe(line.title or _opening(line.first_words)), statements.STRONG)
    told = [statements.place(line), line.author and f"by {safe(line.author)}", line.wire and f"wire: {safe(line.wire)}"]
    made.append("\n" + " · ".join(part for part in told if part), "not bold")
    counts = counted(line.statements, "statement") + (f", {line.unsure} unsure" if line.unsure else "")
    facts = f"\n{line.kind}, {counts} · {safe(line.source)} · {line.id}\nsha256 {line.digest}\n"
    made.append(facts, f"not bold {statements.WEAK}")
    return made.append(f"{note}\n" if note else "", "not bold")
