"""How long commands take on a record of 100,000 statements. Prints the table of docs/benchmarks.md.

    python benchmarks/cli_speed.py [--statements 100000] [--keep FILE]

Each command runs as a process of its own, with its output going to a file. Times are of the processor (the least of
five), so that other work on the machine does not count. "Imports" is a process that only imports what the command had
imported in the end, "beyond" is the rest.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from record_speed import World, make, quotations

from sayso.record import Question, Record

COMMAND = "import sys; from sayso.cli import main; sys.exit(main())"
MODULES = "import sys; from sayso.cli import main; main(); open({place!r}, 'w').write(' '.join(sys.modules))"
IMPORTS = "import importlib, sys\nfor name in open({place!r}).read().split():\n    importlib.import_module(name)"
TIMES = 5


def commands(path: Path, folder: Path) -> dict[str, list[str]]:
    """What is timed, by the words of the table."""
    story = folder / "story.txt"
    story.write_text("".join(f"“{words},” said Ada Vento.\n\n" for words in quotations(path)), "utf-8")
    with Record.open(path) as record:
        id = record.said(Question(limit=1)).lines[0].id
        speaker = record.speakers()[0][0]
    common, rare = World().words[0], World().words[4000]
    return {
        "`said` (nothing asked)": ["said"],
        "`said`, a rare word": ["said", rare],
        "`said`, a word in most statements": ["said", common],
        "`said --by` the most quoted": ["said", "--by", speaker],
        "`said --json`": ["said", "--json"],
        "`show` a statement": ["show", id],
        "`show` a document by its file's name": ["show", "report-7.txt"],
        "`check` a story of 20 quotations": ["check", str(story)],
    }


def least(args: Sequence[str], folder: Path) -> float:
    """Processor seconds of the cheapest of some runs of Python."""
    return min(_once(args, folder) for _ in range(TIMES))


def _once(args: Sequence[str], folder: Path) -> float:
    with (folder / "printed").open("wb") as printed:
        before = _of_children()
        subprocess.run([sys.executable, *args], stdout=printed, stderr=printed, check=False)
        return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Processor seconds of the whole command, and of its imports alone."""
    place = str(folder / "modules")
    _once(["-c", MODULES.format(place=place), *command], folder)
    return least(["-c", COMMAND, *command], folder), least(["-c", IMPORTS.format(place=place)], folder)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--statements", type=int, default=100_000)
    options.add_argument("--keep", type=Path, help="keep the record there, or use the one that is there")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = given.keep or folder / "speed.db"
        if not path.exists():
            make(path, given.statements)
        print("| command | whole | imports | beyond |\n|---|---|---|---|")
        for what, command in commands(path, folder).items():
            whole, imports = timed([*command, "--record", str(path)], folder)
            print(f"| {what} | {1000 * whole:.0f} ms | {1000 * imports:.0f} ms | {1000 * (whole - imports):.0f} ms |")


if __name__ == "__main__":
    main()
