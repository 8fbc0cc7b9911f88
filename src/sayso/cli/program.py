"""How this program is called from here, for commands that are meant to be copied."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path


def program() -> str:
    """What to type to run this very program in the present folder.

    "sayso" where the shell would find this one, else its path (".venv/bin/sayso"), or "…/python -m sayso".
    """
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return f"{_path(sys.executable)} -m sayso"
    found = shutil.which("sayso")
    if called.name != "sayso" or (found and os.path.abspath(found) == os.path.abspath(called)):
        return "sayso"
    return _path(called)


def shown(path: str | Path) -> str:
    """A path as an argument: relative to here if that is shorter, quoted if it must be."""
    return shlex.quote(_shorter(path))


def _path(path: str | Path) -> str:
    shorter = _shorter(path)
    return shlex.quote(shorter if os.sep in shorter else os.path.join(".", shorter))


def _shorter(path: str | Path) -> str:
    absolute = os.path.abspath(path)
    try:
        return min(os.path.relpath(absolute), absolute, key=len)
    except ValueError:  # another drive
        return absolute
