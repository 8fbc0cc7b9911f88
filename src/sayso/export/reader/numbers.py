"""The order of the statements on a page, and the number each one bears: 9, and 9a for what is told inside it."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase

from sayso.model import Statement


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """As they stand in the text, an outer statement before those inside it."""
    return tuple(sorted(statements, key=lambda s: (s.start, -s.content[-1].end, s.within is not None)))


def numbered(ordered: Iterable[Statement]) -> dict[str, str]:
    """The number of each statement by its id."""
    statements = {s.id: s for s in ordered}
    numbers: dict[str, str] = {}
    inside: dict[str, int] = {}
    outermost = [id for id in statements if _outermost(id, statements) == id]
    numbers.update((id, str(count)) for count, id in enumerate(outermost, start=1))
    for id in statements:
        root = _outermost(id, statements)
        if id != root:
            numbers[id] = numbers[root] + _letters(inside.setdefault(root, 0))
            inside[root] += 1
    return numbers


def depth(statement: Statement, statements: dict[str, Statement]) -> int:
    """How many statements this one is told inside of."""
    return len(_line_up(statement.id, statements)) - 1


def _outermost(id: str, statements: dict[str, Statement]) -> str:
    return _line_up(id, statements)[-1]


def _line_up(id: str, statements: dict[str, Statement]) -> list[str]:
    """The statement and those around it, inside out; a circle, which no text can mean, is cut."""
    line = [id]
    while (outer := statements[line[-1]].within) in statements and outer not in line:
        line.append(str(outer))
    return line


def _letters(count: int) -> str:
    """a, b, … z, aa, ab, …"""
    rest, last = divmod(count, len(ascii_lowercase))
    return (_letters(rest - 1) if rest else "") + ascii_lowercase[last]
