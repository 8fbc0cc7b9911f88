"""`sayso demo`."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from cli.newsroom import PROGRAM, Newsroom
from sayso.cli.program import program, shown


def test_the_demo_tells_what_it_found_and_what_to_try_next(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [PROGRAM])
    ran = newsroom.sayso("demo")
    assert ran.code == 0
    assert "The Gull" in ran.out
    assert "Tally" in ran.out  # which the post does not say itself
    commands = re.findall(r"^  (\S.*--record .*)$", ran.out, re.MULTILINE)
    assert len(commands) == 3
    for command, code in zip(commands[:2], (0, 1), strict=True):
        assert newsroom.shell(command).code == code


def test_the_demo_as_json(newsroom: Newsroom) -> None:
    found = newsroom.sayso("demo", "--json").json
    assert len(found) == 13
    assert sum(one["statements"] for one in found) > 100


@pytest.mark.parametrize(
    "called, there, typed",
    [
        (".venv/bin/sayso", ".", ".venv/bin/sayso"),
        (".venv/bin/sayso", ".venv/bin", "./sayso"),
        (".venv/lib/sayso/__main__.py", ".", f"{shown(sys.executable)} -m sayso"),
        ("on the path/sayso", ".", "sayso"),
        ("a place/sayso", ".", "'a place/sayso'"),
    ],
)
def test_the_program_is_named_as_one_would_type_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, called: str, there: str, typed: str
) -> None:
    for name in (called, "on the path/sayso"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "on the path"))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / called)])
    monkeypatch.chdir(tmp_path / there)
    if called.endswith(".py"):
        typed = f"{shown(sys.executable)} -m sayso"
    assert shlex.split(program()) == shlex.split(typed)
