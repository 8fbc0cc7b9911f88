"""Who asks a record does not wait for what only readers and the server need."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli.newsroom import Newsroom

HEAVY = {"spacy", "onnxruntime", "alembic", "fastapi", "trafilatura", "numpy", "uvicorn", "pypdfium2", "docx", "jinja2"}
RUN = "import sys; from sayso.cli import main; main(sys.argv[1:]); print('\\n', *sys.modules)"


def loaded(newsroom: Newsroom, *args: str) -> set[str]:
    """The top-level packages that the command imported."""
    ran = subprocess.run(
        [sys.executable, "-c", RUN, *args], cwd=newsroom.folder, capture_output=True, encoding="utf-8", check=True
    )
    return {name.partition(".")[0] for name in ran.stdout.splitlines()[-1].split()}


@pytest.mark.parametrize(
    "command",
    [
        "said forty boats --by Varnholt",
        "said --json",
        "show 2026-10-22-gull.html",
        "show 2026-10-22-gull.html --json",
        "check examples/check/ai-story.txt",
        "check examples/check/ai-story.txt --json",
        "judge --list",
        "verify",
    ],
)
def test_asking_loads_no_heavy_part(newsroom: Newsroom, command: str) -> None:
    assert not HEAVY & loaded(newsroom, *command.split(), "--record", "demo.db")


def test_the_schema_loads_no_heavy_part(newsroom: Newsroom) -> None:
    assert not HEAVY & loaded(newsroom, "schema")


def test_reading_what_is_known_loads_no_language(newsroom: Newsroom) -> None:
    assert not {"spacy", "onnxruntime"} & loaded(newsroom, "read", "examples/leak/drafts", "--record", "demo.db")


def test_help_loads_nothing_it_does_not_print(newsroom: Newsroom) -> None:
    assert not {*HEAVY, "sqlalchemy", "rich"} & loaded(newsroom, "--help")
