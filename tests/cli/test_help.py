"""Help, and what is true of all commands."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from cli.newsroom import Newsroom
from sayso import __version__
from sayso.cli.app import COMMANDS

NAMES = [run.__name__ for run, _ in COMMANDS]
DOUBTS = {"check": 1}
"""Commands whose examples show a failing case, which is what they are for."""


def examples(newsroom: Newsroom) -> list[str]:
    """Every example of every help text, as one would copy it."""
    found = []
    for words in ([], *([name] for name in NAMES)):
        _, _, last = newsroom.sayso(*words, "--help").out.partition("Examples:\n")
        assert last.strip(), f"the help of {words} ends without an example"
        found += [line.strip() for line in last.splitlines() if line.strip()]
    return found


def test_every_example_in_help_works(newsroom: Newsroom) -> None:
    for example in examples(newsroom):
        if " serve" in example:
            continue  # test_serve.py has these
        ran = newsroom.shell(f"set -o pipefail; {example}")
        expected = DOUBTS.get(next((name for name in NAMES if f"sayso {name}" in example), ""), 0)
        assert ran.code == expected, f"{example}\n{ran.out}\n{ran.err}"
        assert "Traceback" not in ran.err


def test_every_option_is_explained(newsroom: Newsroom) -> None:
    for name in NAMES:
        printed = newsroom.sayso(name, "--help").out
        options = re.findall(r"^  (--[a-z-]+(?: [A-Z]+)?)(.*)$", printed, re.MULTILINE)
        assert options
        assert all(told.strip() for _, told in options), f"an option of {name} has no help"
        assert "--json" in printed


def test_version(newsroom: Newsroom) -> None:
    assert newsroom.sayso("--version").out == f"sayso {__version__}\n"


@pytest.mark.parametrize("args", [["nonsense"], ["said", "--nonsense"], ["show"], ["said", "--channel", "pigeon"]])
def test_a_mistyped_command_ends_with_2_and_says_where_help_is(newsroom: Newsroom, args: list[str]) -> None:
    ran = newsroom.sayso(*args)
    assert (ran.code, ran.out) == (2, "")
    assert "-h' for help." in ran.err


def test_python_m_sayso_is_sayso() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "sayso", "--version"], capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stdout == f"sayso {__version__}\n"
