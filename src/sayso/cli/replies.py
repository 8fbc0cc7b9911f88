"""`sayso replies`: who was asked or accused, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import statements
from sayso.cli.nothing import NO_REPLIES
from sayso.cli.options import DEFAULT_RECORD, RecordPath, one_of, whole_number
from sayso.cli.printing import complain, is_terminal, print_json, print_tabs, safe
from sayso.export.phrases import date, day, joined
from sayso.model import Reply

if TYPE_CHECKING:
    from sayso.record import ReplyLine

EXAMPLES = """
sayso replies --record demo.db
sayso replies Brask --record demo.db
sayso replies --reply "not reached" --json --record demo.db
"""

PAGE = 50
_SHORT = 160
"""Characters of what they replied to, in the print for people."""


def replies(
    who: Annotated[str | None, typer.Argument(metavar="WHO", hidden=True)] = None,
    reply: Annotated[
        Reply | None,
        typer.Option(metavar="REPLY", parser=one_of(Reply, "reply"), help=f"Only these: {', '.join(Reply)}."),
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", parser=whole_number("number of replies"), help="How many at most; 0 for all.")
    ] = PAGE,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """List who was asked or accused, by whom, and whether they answered, declined, denied or were not reached.

    WHO is a name or a part of it; nothing given means everybody. The newest print comes first.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        found = [one for one in opened.replies(who) if reply is None or one.reply is reply]
    for one in found[: limit or None]:
        _print(one, as_json=as_json)
    if not found:
        complain(NO_REPLIES)
    elif limit and len(found) > limit:
        complain(f"{limit:,} of {len(found):,} are shown. For all of them, add --limit 0.")


def _print(one: ReplyLine, *, as_json: bool) -> None:
    if as_json:
        print_json(_as_json(one))
    elif not is_terminal():
        print_tabs(one.who, one.reply, "; ".join(one.asked_by), one.day or "", one.document.name, one.about or "")
    else:
        asked = f", asked by {joined(one.asked_by)}" if one.asked_by else ""
        said = f" on {date(one.day)}" if one.day else ""
        print(safe(f"{one.who}: {one.reply}{said}{asked}"))
        about = (one.about or "")[:_SHORT] + ("…" if len(one.about or "") > _SHORT else "")
        print(safe(f"  {about}"))
        print(safe(f"  {one.document.name}, {day(one.document.published)}"))


def _as_json(one: ReplyLine) -> dict[str, object]:
    return {
        "who": one.who,
        "reply": one.reply,
        "asked_by": list(one.asked_by),
        "about": one.about,
        "when": one.day,
        "statement": one.statement,
        "document": statements.document_as_json(one.document),
        "pin": {"document": one.pin.document, "span": [one.pin.span.start, one.pin.span.end], "words": one.pin.words},
    }
