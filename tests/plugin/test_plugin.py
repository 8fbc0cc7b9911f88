"""The sample plug-in of docs/extend.md, installed as anybody would install it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUG_IN = Path(__file__).parent
CALL = """0:00:01.000,0:00:03.200
TAGG: The fuel quay is open.

0:00:03.200,0:00:05.900
RUSK: Who says so?
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--no-index", "--target", target, PLUG_IN], check=True)
    return target


def sayso(installed: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "sayso", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_plug_in_reads_its_files(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "call.sbv").write_text(CALL)
    read = json.loads(sayso(installed, "read", "--json", tmp_path / "call.sbv").stdout)
    assert [statement["words"] for statement in read["statements"]] == ["The fuel quay is open.", "Who says so?"]
    assert [code["seconds"] for code in read["document"]["timecodes"]] == [1.0, 3.2]


def test_its_complaint_is_printed_like_any_other(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.sbv").write_text("no times here")
    done = sayso(installed, "read", "--json", tmp_path / "broken.sbv")
    assert done.returncode == 1
    assert done.stderr.startswith("broken.sbv holds no captions. Export them again, or as VTT.")
