"""The folder that commands are tried in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.newsroom import Newsroom

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def newsroom(demo_record: Path, tmp_path: Path) -> Newsroom:
    """A folder with the demo record and the examples."""
    shutil.copy(demo_record, tmp_path / "demo.db")
    (tmp_path / "examples").symlink_to(EXAMPLES)
    return Newsroom(tmp_path)


@pytest.fixture
def empty_room(tmp_path: Path) -> Newsroom:
    """A folder with nothing in it."""
    return Newsroom(tmp_path)
