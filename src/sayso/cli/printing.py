"""How everything is printed: tables for people, tabs for pipes, JSON for programs, sentences on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sayso.text.names import STEERING, tame

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

# Line breaks to some programs, not to JSON: escaped, one object stays one line for all of them. And what a terminal
# would obey, where JSON does not escape it anyway.
_ESCAPED = {code: f"\\u{code:04x}" for code in (0x2028, 0x2029, *STEERING) if code > 31}


def print_json(value: Any) -> None:
    """One JSON document on one line of standard output."""
    readable = "utf" in (sys.stdout.encoding or "").lower()
    print(json.dumps(value, ensure_ascii=not readable).translate(_ESCAPED))


def print_tabs(*cells: str) -> None:
    """One line of standard output with tabs between the cells: what a table becomes in a pipe."""
    print("\t".join(" ".join(safe(cell).split()) for cell in cells))


def is_terminal() -> bool:
    """Does a person read standard output?"""
    return sys.stdout.isatty()


def complain(sentence: str) -> None:
    """One sentence on standard error."""
    print(safe(sentence), file=sys.stderr)


def safe(text: str) -> str:
    """Without what would steer the terminal that a document is shown on, or turn its lines round."""
    return tame(text)


def console(*, stderr: bool = False) -> Console:
    """A rich console that prints text as it is."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def show(*parts: RenderableType) -> None:
    """Print tables and text on standard output."""
    screen = console()
    for part in parts:
        screen.print(part)


def table(*columns: str, narrow: Sequence[int] = (), airy: bool = False) -> Table:
    """A table without lines, a free one after each row if it is `airy`; those of the narrow columns never wrap."""
    from rich.table import Table

    made = Table(box=None, pad_edge=False, padding=(0, 2, int(airy), 0), header_style="dim")
    for place, column in enumerate(columns):
        made.add_column(column, no_wrap=place in narrow)
    return made
