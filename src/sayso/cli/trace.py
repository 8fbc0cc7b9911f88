"""`sayso trace`: where a claim comes from, and how many independent origins it has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, RecordPath
from sayso.cli.printing import complain, print_json, safe

if TYPE_CHECKING:
    from sayso.trace.origins import Trace
    from sayso.trace.parts import Reliance, Report

EXAMPLES = """
sayso trace "Caldwick told Varnholt that forty boats would come" --record demo.db
sayso trace --claim "Caldwick told Varnholt that forty boats would come" --json --record demo.db
"""

_DEEPEST = 6
_SHOWN = 90

NO_CLAIM = "Say which claim, in a sentence between quotation marks."
NOTHING = "No report in this record carries that claim. Say it in the words the reports use."


def trace(
    words: Annotated[str | None, typer.Argument(metavar="CLAIM", show_default=False)] = None,
    claim: Annotated[str | None, typer.Option(metavar="CLAIM", help="The claim, as an option.", hidden=True)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Show which reports carry a claim, whom each relies on, and how many independent origins that leaves.

    CLAIM is one sentence. Who denies it is shown beside and never counted. It measures reporting, not truth.
    """
    from sayso.record import Record
    from sayso.trace.asking import trace as traced
    from sayso.trace.printed import as_json as printed

    asked = claim or words
    if not asked or not asked.strip():
        raise typer.BadParameter(NO_CLAIM)
    with Record.open(record) as opened:
        found = traced(opened, asked)
    if as_json:
        print_json(printed(found))
    elif any(one.relies_on or one.unattributed for one in found.reports):
        print(safe("\n".join(_lines(found))))
    else:
        complain(NOTHING)


def _lines(found: Trace) -> Iterator[str]:
    yield found.sentence
    if found.dominators:
        yield f"Everything goes through {' and '.join(found.dominators)}."
    for hands in found.circular:
        yield f"Circular: {', '.join(hands)} rely on each other."
    for report in found.reports:
        if report.relies_on or report.unattributed:
            yield ""
            yield from _report(report)
    if found.open_questions:
        yield "\nWhat would change this:"
        yield from (f"  {one}" for one in found.open_questions)


def _report(report: Report) -> Iterator[str]:
    yield "  ".join(filter(None, (report.published and report.published[:10], report.outlet, report.document)))
    if report.unattributed:
        yield "  attributes it to nobody"
    if report.own_reporting:
        yield "  by its own reporting"
    yield from _hands(report, None, 1)
    known = {one.origin for one in report.relies_on}
    for one in report.relies_on:
        if one.through and one.through not in known:
            yield f"  {one.through}"
            yield from _hands(report, one.through, 2)
            known.add(one.through)


def _hands(report: Report, through: str | None, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    for one in report.relies_on:
        if one.through == through:
            yield "  " * depth + _hand(one, report)
            yield from _hands(report, one.origin, depth + 1)


def _hand(one: Reliance, report: Report) -> str:
    side = {"against": ", against it", "neutral": ", neither for nor against"}.get(one.side.value, "")
    inferred = ", inferred" if one.inferred else ""
    shown = " ".join(report.text[one.words.start : one.words.end].split())
    return f"{one.relation.value} {one.origin}{side}{inferred}: “{shown[:_SHOWN]}”"
