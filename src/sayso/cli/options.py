"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

RECORD_VARIABLE = "SAYSO_RECORD"
DEFAULT_RECORD = "sayso.db"

RecordPath = Annotated[
    str, typer.Option("--record", metavar="PATH", envvar=RECORD_VARIABLE, help="The record: one file.")
]
