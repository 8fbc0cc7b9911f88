"""`sayso judge`: what a person decides outranks the machine."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.judgements import judgement_as_json, sentence_of
from sayso.cli.options import DEFAULT_RECORD, RecordPath
from sayso.cli.printing import print_json, safe
from sayso.model import Decision

if TYPE_CHECKING:
    from sayso.model import Judgement
    from sayso.record import Record

EXAMPLES = """
sayso judge --list --record demo.db
sayso judge $(sayso said "forty boats" --by Varnholt --record demo.db | head -1 | cut -f1) confirm --record demo.db
"""

WHO = "SAYSO_BY"
DECISIONS = (Decision.CONFIRM, Decision.CORRECT, Decision.REJECT, Decision.UNSURE)


def judge(
    id: Annotated[str | None, typer.Argument(metavar="ID", hidden=True)] = None,
    decision: Annotated[str | None, typer.Argument(metavar="DECISION", hidden=True)] = None,
    field: Annotated[
        str | None,
        typer.Option(
            metavar="F",
            help="What to correct: speaker, addressees, act, reality, channel, when, kind, content, cue or source.",
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(
            metavar="V", help='What it is: a name (several with ";" between), a date, places such as 12-40,52-60.'
        ),
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", envvar=WHO, help="Who decides; you, if nobody is named.")
    ] = None,
    undo: Annotated[str | None, typer.Option(metavar="JUDGEMENT", help="Withdraw this judgement.")] = None,
    list_them: Annotated[bool, typer.Option("--list", help="All judgements, or those on the statement ID.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each judgement.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Confirm, correct or reject a statement.

    ID is the statement's, or its beginning. DECISION is confirm, correct, reject or unsure.

    A judgement is added, never overwritten, and it stays when the document is read again. It can be withdrawn.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        if list_them:
            found = opened.judgements(id)
        elif undo is not None:
            found = [opened.undo(undo)]
        else:
            found = [_judge(opened, id, decision, by=by, field=field, value=value, note=note)]
    for judgement in found:
        _print(judgement, as_json=as_json)


def _judge(
    record: Record,
    id: str | None,
    decision: str | None,
    *,
    by: str | None,
    field: str | None,
    value: str | None,
    note: str | None,
) -> Judgement:
    if id is None or decision is None:
        raise typer.BadParameter(
            "Give a statement's id and a decision, or --undo, or --list.", param_hint="ID DECISION"
        )
    if decision not in DECISIONS:
        raise typer.BadParameter(f"{decision!r} is none of {', '.join(DECISIONS)}.", param_hint="DECISION")
    return record.judge(id, decision, by=by or _you(), field=field, value=value, note=note)


def _you() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        raise typer.BadParameter("Say who decides.", param_hint="--by") from None


def _print(judgement: Judgement, *, as_json: bool) -> None:
    if as_json:
        print_json(judgement_as_json(judgement))
        return
    print(f"{judgement.statement or 'adrift'}  {safe(' '.join(judgement.words.split()))}")
    print(f"  {sentence_of(judgement)}")
