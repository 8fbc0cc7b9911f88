"""Write commands.md from the program's own help, and schema.md from a fresh record.

usage: python docs/generate.py [--check]

With --check nothing is written: exit code 1 and a sentence for each page that is stale.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from textwrap import fill

from typer.testing import CliRunner

from sayso.cli.app import COMMANDS, app
from sayso.record import Record
from sayso.record.schema import metadata

HERE = Path(__file__).parent
BY_HAND = "<!-- Made by docs/generate.py. Do not edit by hand: `make docs` makes it again. -->\n"


def main() -> int:
    """Write or check both pages; the exit code."""
    pages = {HERE / "commands.md": commands(), HERE / "schema.md": schema()}
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if "--check" in sys.argv[1:]:
            print(f"docs/{path.name} is stale. Run: make docs", file=sys.stderr)
        else:
            path.write_text(pages[path], encoding="utf-8")
    return int(bool(stale) and "--check" in sys.argv[1:])


def commands() -> str:
    """The help of the program and of every command."""
    names = [run.__name__ for run, _ in COMMANDS]
    parts = ["# Commands", BY_HAND, f"```text\n{_help()}```\n"]
    parts += [f"## sayso {name}\n\n```text\n{_help(name)}```\n" for name in names]
    return "\n".join(parts)


def _help(*command: str) -> str:
    shown = CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "92"}, prog_name="sayso")
    return shown.output.rstrip() + "\n"


OPENING = """\
# What is in a record

A record is one SQLite file. `sqlite3 sayso.db`, [datasette](https://datasette.io) and every program that reads SQLite
open it. Look at the view `who_said_what` first:

```sql
SELECT speaker, words, outlet, published FROM who_said_what WHERE speaker LIKE '%Varnholt%';
```

Ids are texts that mean the same in every record, so two records can be joined. Places are counted in characters
(code points) of `texts.text`, from `start` up to but not including `stop`. `position` keeps the order of the reading.

Look, but change nothing here: judgements go in through `sayso judge`, the reader page or Python, which keep all tables
in step.
"""


def schema() -> str:
    """Every table and view of a fresh record, as the database itself describes them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fresh.db"
        Record(path).close()
        with closing(sqlite3.connect(path)) as database:
            return "\n".join([OPENING, BY_HAND, *_tables(database), _rest(database)])


def _tables(database: sqlite3.Connection) -> Iterator[str]:
    yield "## who_said_what\n\nA view: one line a statement, newest document last, without what a person rejected."
    yield f"\n{_listed('Columns', (name for name, *_ in _columns(database, 'who_said_what')))}\n"
    for table in metadata.tables.values():
        yield f"## {table.name}\n\n{table.comment}\n\n| column | type | what it is |\n|---|---|---|"
        targets, choices = _targets(database, table.name), _choices(database, table.name)
        for name, kind, needed, key in _columns(database, table.name):
            facts = (kind.lower(), "key" if key else "" if needed else "or nothing")
            told = (table.c[name].comment, targets.get(name), choices.get(name))
            yield f"| {name} | {', '.join(filter(None, facts))} | {'; '.join(filter(None, told))} |"
        yield ""


def _columns(database: sqlite3.Connection, table: str) -> list[tuple[str, str, bool, bool]]:
    """Name, type, whether it must hold something, whether it is part of the key."""
    return [(row[1], row[2], bool(row[3]), bool(row[5])) for row in database.execute(f"PRAGMA table_info({table})")]


def _targets(database: sqlite3.Connection, table: str) -> dict[str, str]:
    """What each column refers to. Where two columns refer together, `document_id` means the document all the same."""
    rows = database.execute(f"PRAGMA foreign_key_list({table})")
    targets = {here: f"→ {other}.{there}" for _, _, other, here, there, *_ in rows}
    return targets | ({"document_id": "→ documents.id"} if "document_id" in targets else {})


def _choices(database: sqlite3.Connection, table: str) -> dict[str, str]:
    """The closed lists that the database itself holds columns to."""
    (made,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", [table]).fetchone()
    return {column: listed.replace("'", "") for column, listed in re.findall(r"CHECK \((\w+) IN \((.*?)\)\)", made)}


def _rest(database: sqlite3.Connection) -> str:
    made = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    listed = _listed("Indexes of words, and the number of the newest migration", sorted(made - set(metadata.tables)))
    return f"## What only the program needs\n\n{listed}\n"


def _listed(what: str, names: Iterable[str]) -> str:
    return fill(f"{what}: {', '.join(names)}.", 120)


if __name__ == "__main__":
    sys.exit(main())
