"""`sayso said`: who said what, to whom, when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import statements
from sayso.cli.nothing import nothing
from sayso.cli.options import DEFAULT_RECORD, RecordPath, day, one_of, whole_number
from sayso.cli.printing import complain, is_terminal, print_json, show
from sayso.model import Channel

if TYPE_CHECKING:
    from sayso.record import Answer, Question

EXAMPLES = """
sayso said "forty boats" --by Varnholt --record demo.db
sayso said --to Brask --channel "phone call" --json --record demo.db
sayso said --since 2026-10-20 --until 2026-10-21 --all --record demo.db
"""

PAGE = 50
CHANNELS = f"The way the words travelled: {', '.join(Channel)}."


def said(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", hidden=True),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who said it: a name or a part of it.")] = None,
    to: Annotated[str | None, typer.Option(metavar="NAME", help="To whom.")] = None,
    about: Annotated[str | None, typer.Option(metavar="WORDS", help="More words that must be in it.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", parser=day, help="Not before: 2025, 2025-10 or 2025-10-14.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", parser=day, help="Not after.")] = None,
    channel: Annotated[
        Channel | None, typer.Option(metavar="CHANNEL", parser=one_of(Channel, "channel"), help=CHANNELS)
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what never was said, or is hypothetical, planned or only asked about.")
    ] = False,
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Only what needs you: unsure, and judged by nobody.")
    ] = False,
    limit: Annotated[
        int,
        typer.Option(metavar="N", parser=whole_number("number of statements"), help="How many at most; 0 for all."),
    ] = PAGE,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each statement.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Ask who said what.

    WORDS must all have been said; those between quotation marks in that order. Everything given must hold at once, and
    nothing given means all that was said.

    A denial counts as said: its words are what the speaker denies, and it is marked DENIES. What somebody declined to
    say or do is marked DECLINES.

    The best match comes first where words are given, else the newest; with --unsure, the least sure. In a pipe, each
    statement is one line with tabs between id, who, to whom, when, channel, reality, act, document and words.
    """
    from sayso.model import Reality
    from sayso.record import Question, Record

    question = Question(
        words=" ".join(words or ()) or None,
        by=by,
        to=to,
        about=about,
        since=since,
        until=until,
        channel=channel,
        reality=None if everything or unsure else Reality.SAID,
        unsure=unsure,
        limit=limit or None,
        facets=False,
    )
    with Record.open(record) as opened:
        answer = opened.said(question)
        if not answer.total:  # then the counts tell where there is more
            answer = opened.said(replace(question, facets=True))
    if as_json:
        for line in answer.lines:
            print_json(statements.as_json(line))
    elif not is_terminal():
        statements.print_lines(answer.lines)
    elif answer.lines:
        show(statements.table_of(answer.lines))
    _tell_the_rest(question, answer)


def _tell_the_rest(question: Question, answer: Answer) -> None:
    shown = len(answer.lines)
    if not answer.total:
        complain(nothing(question, answer))
    elif shown < answer.total:
        complain(f"{shown:,} of {answer.total:,} are shown. For all of them, add --limit 0.")
