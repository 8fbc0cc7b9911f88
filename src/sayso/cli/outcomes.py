"""`sayso outcomes`: advice, and what was later reported that is consistent with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli import statements
from sayso.cli.nothing import NO_OUTCOMES
from sayso.cli.options import DEFAULT_RECORD, RecordPath
from sayso.cli.printing import complain, print_json, safe
from sayso.export.phrases import counted, date

if TYPE_CHECKING:
    from sayso.record import Adviser, Followed, SaidLine

EXAMPLES = """
sayso outcomes --record demo.db
sayso outcomes Varnholt --json --record demo.db
"""


def outcomes(
    who: Annotated[str | None, typer.Argument(metavar="WHO", hidden=True)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each link.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Put advice beside what was later reported that is consistent with it. Never "caused by it".

    WHO is the adviser, a name or a part of it; nothing given means everybody. What argues against a link stands with
    it, and below stands how many pieces of advice nothing in the record is consistent with.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        found = opened.outcomes(who)
    for link in found.followed:
        if as_json:
            print_json(_as_json(link))
        else:
            _print(link)
    if not found.followed:
        complain(NO_OUTCOMES)
    if not as_json:
        for adviser in found.advisers:
            print(safe(_tally(adviser)))


def _print(link: Followed) -> None:
    print(safe(f"advised: {_told(link.advice)}"))
    print(safe(f"later:   {_told(link.outcome) if link.outcome else link.event.words if link.event else ''}"))
    for reason in link.reasons:
        print(safe(f"  {reason}"))
    print("  consistent with the advice; nothing here says that it was the cause\n")


def _told(line: SaidLine) -> str:
    when = line.statement.when
    said = f" ({date(when.edtf)})" if when else ""
    return f"{line.speaker or 'nobody named'}{said}: {line.words} [{line.document.name}, {line.id[:9]}]"


def _tally(adviser: Adviser) -> str:
    advice = counted(adviser.advised, "piece of advice", "pieces of advice")
    return f"{adviser.name}: {advice} in the record, {adviser.without_outcome} with nothing later that is consistent"


def _as_json(link: Followed) -> dict[str, Any]:
    event = link.event
    return {
        "advice": statements.as_json(link.advice),
        "outcome": statements.as_json(link.outcome) if link.outcome else None,
        "communication": {"document": event.document, "span": [event.span.start, event.span.end], "words": event.words}
        if event
        else None,
        "reasons": list(link.reasons),
    }
