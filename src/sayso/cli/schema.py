"""`sayso schema`: what is in the file that a record is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import typed_as
from sayso.cli.printing import print_json

if TYPE_CHECKING:
    from sqlalchemy import Column

EXAMPLES = """
sayso schema
sayso schema documents statements
"""


def schema(
    tables: Annotated[list[str] | None, typer.Argument(metavar="TABLE", hidden=True)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each table.")] = False,
) -> None:
    """Print the tables of a record.

    A record is an SQLite file: any program that reads those can open it. With names of TABLEs, only those.
    """
    known = {one["table"]: one for one in _tables()}
    for name in tables or known:
        if name not in known:
            raise typer.BadParameter(f"{typed_as(name)} is none of {', '.join(known)}.", param_hint="TABLES")
        print_json(known[name]) if as_json else _print(known[name])


def _tables() -> Iterator[dict[str, Any]]:
    from sayso.record.schema import VIEWS, metadata

    for table in metadata.sorted_tables:
        yield {"table": table.name, "comment": table.comment, "columns": [_column(column) for column in table.columns]}
    for name, sql in VIEWS.items():
        yield {"table": name, "comment": "A view: look here first.", "columns": [], "sql": " ".join(sql.split())}


def _column(column: Column[Any]) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": str(column.type),
        "key": column.primary_key,
        "null": bool(column.nullable),
        "refers_to": _target(column),
        "comment": column.comment or "",
    }


def _target(column: Column[Any]) -> str | None:
    targets = sorted(key.target_fullname for key in column.foreign_keys)
    return targets[0] if targets else None


def _print(table: dict[str, Any]) -> None:
    print(f"{table['table']}: {table['comment']}")
    for column in table["columns"]:
        facts = column["type"].lower(), "key" if column["key"] else "", "or null" if column["null"] else ""
        target = f"→ {column['refers_to']}" if column["refers_to"] else ""
        kind = " ".join(fact for fact in facts if fact)
        print(f"  {column['name']:<16} {kind:<16} {target or column['comment']}".rstrip())
    if "sql" in table:
        print(f"  {table['sql']}")
    print()
