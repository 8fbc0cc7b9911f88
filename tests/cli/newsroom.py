"""A folder as a user has it: the demo record, the examples beside it, and the program at hand."""

from __future__ import annotations

import io
import json
import os
import pty
import signal
import subprocess
import sys
import termios
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sayso.cli import main

PROGRAM = str(Path(sys.executable).parent / "sayso")


def _hear_ctrl_c() -> None:
    """A shell that runs the tests in the background lets everything below it ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> list[Any]:
        """The JSON documents of its lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Newsroom:
    """The folder; commands run in it, in this process unless said otherwise."""

    folder: Path

    def sayso(self, *args: str, given: str = "") -> Ran:
        """Run a command as the console script does; `given` is its standard input."""
        out, err = _stream(), _stream()
        with pytest.MonkeyPatch.context() as patch, chdir(self.folder), redirect_stdout(out), redirect_stderr(err):
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
            code = main(args)
        return Ran(code, _text(out), _text(err))

    def start(self, *args: str, **more: Any) -> subprocess.Popen[bytes]:
        """Start a command as a process of its own."""
        return subprocess.Popen([PROGRAM, *args], cwd=self.folder, preexec_fn=_hear_ctrl_c, **more)

    def shell(self, line: str, **variables: str) -> Ran:
        """Run a line of a shell in which `sayso` is this program."""
        path = f"{Path(PROGRAM).parent}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"PATH": path, "SAYSO_BY": "Ada"} | variables
        ran = subprocess.run(
            ["bash", "-c", line], cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", timeout=120
        )
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    def terminal(self, *args: str, columns: int = 80) -> str:
        """What a command prints on a terminal of that width, with its colours."""
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (50, columns))
        environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
        with self.start(*args, stdout=theirs, stderr=theirs, env=environment | {"TERM": "xterm"}):
            os.close(theirs)
            printed = b""
            with open(ours, "rb", buffering=0) as screen, suppress(OSError):  # how Linux says that the other end closed
                while part := screen.read(65536):
                    printed += part
        return printed.decode().replace("\r\n", "\n")

    def write(self, name: str, text: str) -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode()
