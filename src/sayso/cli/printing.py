"""How everything is printed: tables for people, tabs for pipes, JSON for programs, sentences on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

# A line break to some programs, not to JSON: escaped, one object stays one line for all of them.
_LINE_BREAKS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}
_CONTROLS = {code: "�" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def print_json(value: Any) -> None:
    """One JSON document on one line of standard output."""
    readable = "utf" in (sys.stdout.encoding or "").lower()
    print(json.dumps(value, ensure_ascii=not readable).translate(_LINE_BREAKS))


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
    """Without control characters: a document must not steer the terminal it is shown on."""
    return text.translate(_CONTROLS)


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
