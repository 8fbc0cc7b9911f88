"""`sayso merges`: are two names one person? What is asked, and what people decided."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import DEFAULT_RECORD, RecordPath, typed_as, whole_number
from sayso.cli.printing import complain, print_json, safe
from sayso.export.phrases import counted, joined
from sayso.model import Decision

if TYPE_CHECKING:
    from sayso.model import Sameness
    from sayso.record import Proposal, Record

EXAMPLES = """
sayso merges --record demo.db
sayso merges different "Kestermouth Lantern" "Inland Ledger" --record demo.db
sayso merges --list --record demo.db
"""

PAGE = 20
DECISIONS = (Decision.SAME, Decision.DIFFERENT, Decision.UNSURE)
_PAST = {
    Decision.SAME: "are the same",
    Decision.DIFFERENT: "are not the same",
    Decision.UNSURE: "may be the same or not; it cannot be known",
}


def merges(
    decision: Annotated[str | None, typer.Argument(metavar="DECISION", hidden=True)] = None,
    one: Annotated[str | None, typer.Argument(metavar="ONE", hidden=True)] = None,
    other: Annotated[str | None, typer.Argument(metavar="OTHER", hidden=True)] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides. [default: $SAYSO_BY, or whoever is logged in]")
    ] = None,
    undo: Annotated[str | None, typer.Option(metavar="JUDGEMENT", help="Withdraw this decision.")] = None,
    list_them: Annotated[bool, typer.Option("--list", help="What was decided so far.")] = False,
    limit: Annotated[
        int, typer.Option(metavar="N", parser=whole_number("number of pairs"), help="How many at most; 0 for all.")
    ] = PAGE,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Show pairs of names that may be one, or decide.

    DECISION is same, different or unsure, of ONE and OTHER: names, or "document id/actor id" to take one document's
    actor out of the person it was placed with. Nothing given lists the pairs that wait, those that move most
    statements first. A decision is kept when documents are read again, and can be withdrawn.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        if undo is not None:
            _tell(_undone(opened, undo), as_json=as_json)
        elif list_them:
            for made in opened.merges():
                _tell(made, as_json=as_json)
        elif decision is not None:
            _tell(_decided(opened, decision, one, other, by=by, note=note), as_json=as_json)
        else:
            _ask(opened.proposals(limit=limit or None), opened.summary().proposals, as_json=as_json)


def _undone(record: Record, id: str) -> Sameness:
    from sayso.model import Sameness

    if not id.startswith("m"):
        raise typer.BadParameter(f"{typed_as(id)} is no decision about names; they begin with m.", param_hint="--undo")
    undone = record.undo(id)
    assert isinstance(undone, Sameness)
    return undone


def _decided(
    record: Record, decision: str, one: str | None, other: str | None, *, by: str | None, note: str | None
) -> Sameness:
    from sayso.cli.judge import you

    if decision not in DECISIONS:
        raise typer.BadParameter(
            f"{typed_as(decision)} is no decision. Give {joined(DECISIONS, 'or')}.", param_hint="DECISION"
        )
    if one is None or other is None:
        raise typer.BadParameter(f"Give two names: sayso merges {decision} ONE OTHER.", param_hint="ONE OTHER")
    decide = {Decision.SAME: record.same, Decision.DIFFERENT: record.different, Decision.UNSURE: record.unsure}
    return decide[Decision(decision)](one, other, by=by or you(), note=note)


def _ask(found: list[Proposal], total: int, *, as_json: bool) -> None:
    for proposal in found:
        if as_json:
            print_json(asdict(proposal) | {"id": proposal.id})
        else:
            _print(proposal)
    if not total:
        complain("No two names in the record wait to be told apart.")
    elif len(found) < total:
        complain(f"{len(found):,} of {total:,} are shown. For all of them, add --limit 0.")


def _print(proposal: Proposal) -> None:
    print(f"{safe(proposal.one.name)}  =  {safe(proposal.other.name)} ?  {round(proposal.score * 100)} %")
    for reason in proposal.reasons:
        print(f"  {'but: ' if reason.against else ''}{safe(reason.text)}")
    print(f"  {counted(proposal.statements, 'statement changes', 'statements change')} hands if they are one.")


def _tell(made: Sameness, *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(made))
        return
    withdrawn = ", withdrawn" if made.withdrawn else ""
    note = f" – {made.note}" if made.note else ""
    at = made.at[:16].replace("T", " ")
    told = f"“{made.one.words}” and “{made.other.words}” {_PAST[made.decision]}"
    print(safe(f"{told}: {made.by}, {at} UTC{note} ({made.id}{withdrawn})"))
