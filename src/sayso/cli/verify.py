"""`sayso verify`: do all pins still hold?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import DEFAULT_RECORD, RecordPath
from sayso.cli.printing import print_json, safe
from sayso.export.phrases import counted

if TYPE_CHECKING:
    from sayso.model import Document, Pin
    from sayso.record import Record

EXAMPLES = """
sayso verify --record demo.db
"""


def verify(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document: pins, documents, failed.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Check every pin of the record.

    Do the words stand at their place, in the very text they were read from? Exit code 1 if any pin fails.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        tally = Tally()
        failed = list(tally.failing(opened))
    if as_json:
        print_json({"pins": tally.pins, "documents": tally.documents, "failed": [_as_json(*one) for one in failed]})
    else:
        _print(tally, failed)
    if failed:
        raise typer.Exit(1)


class Tally:
    """Counts what was checked while it is checked."""

    def __init__(self) -> None:
        self.pins = self.documents = 0

    def failing(self, record: Record) -> Iterator[tuple[Pin, Document]]:
        """The pins that do not hold, with their documents."""
        from sayso.pins import holds

        for id, pins in groupby(record.pins(), lambda pin: pin.document):
            document = record.document(id)
            self.documents += 1
            for pin in pins:
                self.pins += 1
                if not holds(pin, document.text):
                    yield pin, document


def _as_json(pin: Pin, document: Document) -> dict[str, Any]:
    return {
        "document": pin.document,
        "source": document.source,
        "digest": pin.digest,
        "span": [pin.span.start, pin.span.end],
        "words": pin.words,
        "found": pin.span.of(document.text),
    }


def _print(tally: Tally, failed: list[tuple[Pin, Document]]) -> None:
    for pin, document in failed:
        place = f"{document.source} {pin.span.start}–{pin.span.end}"
        print(safe(f"{place} was read as {pin.words!r}, and now says {pin.span.of(document.text)!r}."))
    all_pins = f"{counted(tally.pins, 'pin')} in {counted(tally.documents, 'document')}"
    print(f"{all_pins}: {f'{len(failed):,} do not hold' if failed else 'all hold'}.")
