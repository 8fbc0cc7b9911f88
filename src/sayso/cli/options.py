"""Options that several commands share, and the sentences that refuse what is typed after one."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from sayso.cli.printing import safe
from sayso.errors import named

RECORD_VARIABLE = "SAYSO_RECORD"
DEFAULT_RECORD = "sayso.db"

RecordPath = Annotated[
    str, typer.Option("--record", metavar="PATH", envvar=RECORD_VARIABLE, help="The record: one file.")
]

_Listed = TypeVar("_Listed", bound=StrEnum)


def typed_as(words: str) -> str:
    """What was typed, between quotation marks, as a message repeats it."""
    return f"“{safe(named(words))}”"


def one_of(listed: type[_Listed], noun: str) -> Callable[[str], _Listed]:
    """Takes a word of a closed list, in any case, and refuses every other."""

    def taken(typed: str) -> _Listed:
        try:
            return listed(typed.strip().lower())
        except ValueError:
            raise typer.BadParameter(f"{typed_as(typed)} is no {noun}. One of: {', '.join(listed)}.") from None

    return taken


def whole_number(noun: str, most: int | None = None, *, least: int = 0) -> Callable[[str | int], int]:
    """Takes a number from `least` to `most`, and refuses everything else."""
    wanted = f"a whole number, {least} or more" if most is None else f"a whole number from {least} to {most}"

    def taken(typed: str | int) -> int:
        digits = str(typed).strip()
        is_number = digits.isascii() and digits.isdigit()
        if not is_number or int(digits) < least or (most is not None and int(digits) > most):
            raise typer.BadParameter(f"{typed_as(str(typed))} is no {noun}. Give {wanted}.")
        return int(digits)

    return taken


def day(typed: str) -> str:
    """Takes a year, a month or a day of the calendar, and refuses everything else."""
    # Here: whoever asks for help need not wait for the record.
    from sayso.record.when import is_iso_prefix

    if not is_iso_prefix(typed):
        raise typer.BadParameter(f"{typed_as(typed)} is no date. Give one as 2025-10-14, 2025-10 or 2025.")
    return typed
