"""`sayso knew`: since when somebody is recorded as knowing of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli import statements
from sayso.cli.nothing import NOTHING_KNOWN
from sayso.cli.options import DEFAULT_RECORD, RecordPath, day
from sayso.cli.printing import complain, print_json, safe
from sayso.export.phrases import day as in_words

if TYPE_CHECKING:
    from sayso.record import Knew, Known

EXAMPLES = """
sayso knew "forty boats" --who Varnholt --record demo.db
sayso knew recording --who Caldwick --by 2026-10-19 --record demo.db
"""

_ANSWERS = {
    "yes": "Yes: the record has it by {day}.",
    "perhaps": "Perhaps: something of it may have been said by {day}, but no words say so for certain.",
    "not recorded": "Not that the record tells: the first of it is later than {day}.",
}
_STANCES = {"denies": "denied", "declines": "declined to say", "believes": "believed", "predicts": "predicted"}


def knew(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", show_default=False)],
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who: a name or a part of it.")] = None,
    by: Annotated[str | None, typer.Option(metavar="DATE", parser=day, help="Did they know by then?")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Tell since when somebody is recorded as knowing of something: what they said of it, and what they were told.

    All WORDS must stand in what was said; those between quotation marks in that order. The earliest recorded moment is
    the day by which they knew for certain; the earliest possible one is the first day that the words allow.
    """
    from sayso.record import Record

    with Record.open(record) as opened:
        found = opened.knew(" ".join(words), who=who, by=by)
    if as_json:
        print_json(_as_json(found))
    elif found.lines:
        _print(found, by)
    if not found.lines:
        complain(NOTHING_KNOWN)


def _print(found: Knew, by: str | None) -> None:
    if found.by and by:
        print(_ANSWERS[found.by].format(day=in_words(by)))
    if found.recorded:
        print(safe(f"Recorded by {in_words(found.recorded.latest)}: {_line(found.recorded)}"))
    if found.possible:
        print(safe(f"Possible from {in_words(found.possible.earliest)}: {_line(found.possible)}"))
    print()
    for one in found.lines:
        print(safe(f"{_days(one):>24}  {_line(one)}"))


def _line(one: Known) -> str:
    line = one.line
    act = _STANCES.get(line.statement.act, "hedged" if line.statement.hedges else "said")
    done = f"{line.speaker or 'nobody named'} {act}"
    heard = f" to {', '.join(line.addressees)}" if line.addressees else ""
    return f"{done}{heard}: {line.words} [{line.document.name}]"


def _days(one: Known) -> str:
    """Both ends of what the words allow; "by" where no words set the first."""
    if one.earliest and one.latest:
        first, last = in_words(one.earliest), in_words(one.latest)
        return first if first == last else f"{first} to {last}"
    return f"by {in_words(one.latest)}" if one.latest else "no date"


def _as_json(found: Knew) -> dict[str, Any]:
    return {
        "who": found.who,
        "by": found.by,
        "recorded": _known_as_json(found.recorded),
        "possible": _known_as_json(found.possible),
        "lines": [_known_as_json(one) for one in found.lines],
    }


def _known_as_json(one: Known | None) -> dict[str, Any] | None:
    if one is None:
        return None
    told = {"was_told": one.was_told, "earliest": one.earliest, "latest": one.latest}
    return {**told, "statement": statements.as_json(one.line)}
