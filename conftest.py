"""Examples are tests: Python and console blocks of README and docs, and the `>>>` of docstrings.

A block marked `console` holds commands behind "$ " and what they print on a terminal of 92 columns. They run in a
folder with the demo record (`demo.db`), `examples/` and `.venv/bin`. "…" stands for any characters, and on a line by
itself for any lines; a command without output shown must succeed. `pytest --accept` writes what is printed now into
the page: read the diff.
"""

from __future__ import annotations

import contextlib
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).parent
COLUMNS = 92
STYLES = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")
UNSET = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "SAYSO_RECORD")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept`, for console blocks."""
    parser.addoption("--accept", action="store_true", help="write what commands print now into README and docs")


@pytest.fixture(scope="session")
def demo_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the demo story, made by the program itself."""
    folder = tmp_path_factory.mktemp("demo")
    printed, code = on_terminal("sayso demo", folder)
    assert code == 0, printed
    return folder / "demo.db"


@pytest.fixture(scope="module")
def page_folder(demo_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where a page's examples run; each page has a copy of the demo record to itself."""
    made = tmp_path_factory.mktemp("page")
    shutil.copy(demo_record, made)
    shutil.copytree(ROOT / "examples", made / "examples")
    (made / ".venv").mkdir()
    (made / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    with contextlib.chdir(made):
        yield made


@pytest.fixture(scope="session")
def accepting(request: pytest.FixtureRequest) -> bool:
    """Shall pages be rewritten?"""
    return bool(request.config.getoption("--accept"))


def on_terminal(command: str, folder: Path) -> tuple[str, int]:
    """What the command prints to a person, then what it complains of, without colours; and its exit code."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    environment = kept | {"PATH": path, "TERM": "xterm", "PYTHONUTF8": "1", "SAYSO_BY": "Ada"}
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (50, COLUMNS))
    with (
        open(ours, "rb", buffering=0) as screen,
        tempfile.TemporaryFile("w+", encoding="utf-8") as complaints,
        subprocess.Popen(
            command, shell=True, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=complaints
        ) as running,
    ):
        os.close(theirs)
        printed = b""
        with contextlib.suppress(OSError):  # how Linux says that the other end is closed
            while part := screen.read(65536):
                printed += part
        running.wait()
        complaints.seek(0)
        told = STYLES.sub("", printed.decode()).replace("\r\n", "\n") + complaints.read()
        return told.replace(f"{ROOT}{os.sep}", ""), running.returncode


def console(example: Example) -> str | None:
    """Run the commands of a block; what it should be, where something else is shown."""
    shown = str(example.parsed)
    folder = example.namespace["page_folder"]
    printed = "".join(_rerun(part, folder) for part in re.split(r"^(?=\$ )", shown, flags=re.MULTILINE) if part)
    if printed == shown:
        return None
    if not example.namespace["accepting"]:
        return f"This is printed now (`pytest --accept` takes it over):\n\n{printed}"
    page = Path(example.path)
    page.write_text(page.read_text(encoding="utf-8").replace(shown, printed, 1), encoding="utf-8")
    return None


def _rerun(part: str, folder: Path) -> str:
    """A command and its output: as shown where that still fits, else as it is now."""
    command, _, shown = part.partition("\n")
    printed, code = on_terminal(command.removeprefix("$ "), folder)
    assert "Traceback (most recent" not in printed, printed
    fits = _fits(shown, printed) if shown.strip() else code == 0
    return part if fits else f"{command}\n{_tidy(printed)}\n"


def _fits(shown: str, printed: str) -> bool:
    pattern = re.escape(_tidy(shown) + "\n").replace("\\\n", "\n")
    pattern = re.sub(r"^…\n", r"(?:.*\\n)*?", pattern, flags=re.MULTILINE).replace("…", ".*")
    return re.fullmatch(pattern, _tidy(printed) + "\n") is not None


def _tidy(printed: str) -> str:
    return "\n".join(line.rstrip() for line in printed.strip("\n").splitlines())


_PAGES = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", console)],
    patterns=["README.md", "docs/*.md"],
    fixtures=["page_folder", "accepting"],
)
_DOCSTRINGS = Sybil(parsers=[DocTestParser()], path="src", patterns=["*.py"])

pytest_collect_file = (_PAGES + _DOCSTRINGS).pytest()
