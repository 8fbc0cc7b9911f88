"""`sayso judge`: what a person decides outranks the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.judgements import judgement_as_json, sentence_of
from sayso.cli.options import DEFAULT_RECORD, RecordPath, typed_as
from sayso.cli.printing import print_json, safe
from sayso.errors import named
from sayso.export.phrases import joined
from sayso.model import Decision, Sameness

if TYPE_CHECKING:
    from sayso.model import Judgement
    from sayso.record import Record

EXAMPLES = """
sayso judge --list --record demo.db
sayso judge $(sayso said "forty boats" --by Varnholt --record demo.db | head -1 | cut -f1) confirm --record demo.db
"""

DECISIONS = (Decision.CONFIRM, Decision.CORRECT, Decision.REJECT, Decision.UNSURE)


def judge(
    id: Annotated[str | None, typer.Argument(metavar="ID", hidden=True)] = None,
    decision: Annotated[str | None, typer.Argument(metavar="DECISION", hidden=True)] = None,
    field: Annotated[
        str | None,
        typer.Option(
            metavar="F",
            help="What to correct: speaker, addressees, via, act, reality, channel, basis, when, kind, content, cue or "
            "source.",
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(
            metavar="V",
            help='What it is: a name (several with ";" between), a date, places such as 12-40,52-60; '
            '"" for nobody, or for what is not stated.',
        ),
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides. [default: $SAYSO_BY, or whoever is logged in]")
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
            found = [_undone(opened, undo)]
        else:
            found = [_judge(opened, id, decision, by=by, field=field, value=value, note=note)]
    for judgement in found:
        _print(judgement, as_json=as_json)


def _undone(record: Record, id: str) -> Judgement:
    if id.startswith("m"):
        raise typer.BadParameter(f"{typed_as(id)} is about two names: sayso merges --undo.", param_hint="--undo")
    undone = record.undo(id)
    assert not isinstance(undone, Sameness)
    return undone


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
    id, decision = _asked(id, decision)
    if decision == Decision.CORRECT:
        _must_be_whole(field, value)
    return record.judge(id, decision, by=by or you(), field=field, value=value, note=note)


def _asked(id: str | None, decision: str | None) -> tuple[str, str]:
    """A statement and what to do with it, or a sentence that says which of them is missing."""
    listed = joined(DECISIONS, "or")
    if id is None:
        raise typer.BadParameter("Give a statement's id and a decision, or --undo, or --list.", param_hint="ID")
    if decision is None:
        wanted = (
            "Give the statement's id before it"
            if id in DECISIONS
            else f"Say what you decide on {safe(named(id))}: {listed}"
        )
        raise typer.BadParameter(f"{wanted}.", param_hint="DECISION")
    if decision not in DECISIONS:
        raise typer.BadParameter(f"{typed_as(decision)} is no decision. Give {listed}.", param_hint="DECISION")
    return id, decision


def _must_be_whole(field: str | None, value: str | None) -> None:
    from sayso.record.judging import CORRECTIONS

    if field not in CORRECTIONS:
        wrong = "" if field is None else f"{typed_as(field)} cannot be corrected. "
        raise typer.BadParameter(f"{wrong}Give --field, one of {', '.join(CORRECTIONS)}.", param_hint="--field")
    if value is None:
        raise typer.BadParameter(f"Give --value, what the {field} is.", param_hint="--value")


def you() -> str:
    """Whoever decides, where nobody is named."""
    from sayso.record.person import whoever_judges

    if (name := whoever_judges()) is None:
        raise typer.BadParameter("Say who decides.", param_hint="--by")
    return name


def _print(judgement: Judgement, *, as_json: bool) -> None:
    if as_json:
        print_json(judgement_as_json(judgement))
        return
    print(f"{judgement.statement or 'adrift'}  {safe(' '.join(judgement.words.split()))}")
    print(f"  {sentence_of(judgement)}")
