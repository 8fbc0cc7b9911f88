"""`sayso read`: documents in, a record out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import contract
from sayso.ahead import WAITING, ahead
from sayso.cli.intake import Begin, Intake
from sayso.cli.options import DEFAULT_RECORD, RECORD_VARIABLE, one_of, whole_number
from sayso.cli.pages import Pages, may_hold_several
from sayso.cli.printing import print_json
from sayso.cli.progress import progress
from sayso.model import DocumentKind, Reading
from sayso.text import Given, read_documents
from sayso.text.sources import is_folder
from sayso.text.web import as_path

if TYPE_CHECKING:
    from sayso.record import Record

EXAMPLES = """
sayso read examples/leak --record leak.db
sayso read examples/leak/2026-10-04-post.txt --outlet Tally --published 2026-10-04 --html post.html --record demo.db
echo '“It is over,” Ada Vento told Leo Marsh on Monday.' | sayso read - --published 2031-03-12 --json
"""

MOST_WORKERS = 64

KINDS = f"What they are, where a file does not say: {', '.join(DocumentKind)}."


def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE", hidden=True)],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line for each document. Nothing is kept without --record.")
    ] = False,
    record: Annotated[
        str | None,
        typer.Option(
            "--record", metavar="PATH", help=f"Where to keep it. [default: ${RECORD_VARIABLE}, or {DEFAULT_RECORD}]"
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When they were published, where a file does not say.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who printed them, where a file does not say.")
    ] = None,
    kind: Annotated[
        DocumentKind | None, typer.Option(metavar="KIND", parser=one_of(DocumentKind, "kind"), help=KINDS)
    ] = None,
    html: Annotated[
        str | None,
        typer.Option(metavar="OUT", help="Also write a page to keep or to send: a file, or a folder of them."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read everything again, also what this very sayso has read.")
    ] = False,
    workers: Annotated[
        int,
        typer.Option(
            metavar="N",
            parser=whole_number("number of workers", MOST_WORKERS, least=1),
            help="Processes that read at the same time, at most one for each core; each takes about 350 MB.",
        ),
    ] = 1,
) -> None:
    """Read documents, and keep who said what in them.

    FILE is a file, a folder, a URL, or - for standard input. Plain text and Markdown, HTML, PDF, DOCX, mail, VTT and
    SRT subtitles, transcripts, exported chats (WhatsApp, Signal, Telegram), Whisper's JSON and JSON lines are read, in
    any mixture.

    Each document is kept as soon as it is read: a run that was stopped goes on where it stopped when it is started
    again. What the record holds already is passed over, unless an older sayso read it: then it is read again, and what
    people judged stays. One that cannot be read gets a sentence on standard error, and the rest is read; the exit code
    is then 1. In a folder, records and the pages that sayso saved are passed over.
    """
    given, sources = _given(outlet, published, kind), [as_path(file) for file in files]
    outputs = [*([_print] if as_json else []), *([Pages(html, sources).write] if html else [])]
    with _opened(record, keep=not as_json) as opened, _at_work(workers) as begin:
        intake = Intake(opened, outputs, again=again, elsewhere=begin)
        _take_all(intake, sources, given, workers)
    if not as_json and intake.tally.found:
        print(intake.tally.brief)
    if intake.tally.failed:
        raise typer.Exit(1)


def _given(outlet: str | None, published: str | None, kind: DocumentKind | None) -> Given:
    try:
        return Given(outlet=outlet, published=published, kind=kind)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error


def _print(reading: Reading) -> None:
    print_json(contract.as_json(reading))


def _opened(path: str | None, *, keep: bool) -> AbstractContextManager[Record | None]:
    """The record to keep readings in. One that is only meant by default stays shut unless it is to `keep` them."""
    if path is None and not keep:
        return nullcontext()
    from sayso.record import Record

    return Record(path or os.environ.get(RECORD_VARIABLE) or DEFAULT_RECORD)


@contextmanager
def _at_work(count: int) -> Iterator[Begin | None]:
    """How the workers are given a document; None for one, which is this very process."""
    if count == 1:
        yield None
        return
    # Here: whoever reads alone needs no processes.
    from sayso.workers import Workers

    with Workers(count) as workers:
        yield workers.begin


def _take_all(intake: Intake, sources: Sequence[str], given: Given, workers: int) -> None:
    arriving = ((place, entry) for place, source in enumerate(sources) for entry in read_documents(source, given))
    begun = ahead(arriving, lambda arrived: intake.begin(arrived[1]), WAITING * workers if workers > 1 else 0)
    with progress(sum(map(_about, sources))) as step:
        for place, taken in groupby(begun, key=lambda one: one[0][0]):
            source = sources[place]
            failed, is_one = intake.tally.failed, not is_folder(Path(source))
            for (_, entry), promise in taken:
                intake.take(entry, promise, typed=is_one)
                step(entry.source)
            if intake.tally.failed == failed:
                intake.worked(Path(source).name)


def _about(source: str) -> int:
    """How many documents it may hold: files of a folder, lines of a corpus."""
    if not may_hold_several(source):
        return 1
    if is_folder(path := Path(source)):
        return sum(len(files) for _, _, files in os.walk(path))
    try:
        with path.open("rb") as lines:
            return sum(1 for _ in lines)
    except OSError:
        return 1
