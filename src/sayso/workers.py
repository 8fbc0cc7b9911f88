"""Reading shared out among processes: a document goes to one through a pipe, its reading comes back through another.

Each process has a thread here that waits for it. It is a plain child that runs this very module, not one of
`multiprocessing`: a script needs no guard against being run again, and one that is killed costs one document.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from queue import LifoQueue, SimpleQueue
from subprocess import PIPE, Popen
from threading import Thread
from typing import Self, TypeAlias

from sayso.errors import UnreadableDocument
from sayso.model import Document, Reading
from sayso.reading import read_document
from sayso.text.airgap import airgap, is_raised

Promise: TypeAlias = Callable[[], Reading]
_Process: TypeAlias = "Popen[bytes]"


class Workers:
    """So many processes that read, each started when it is first needed. To be used in a `with`, which ends them."""

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count, "reading")
        # None is one that is yet to be started. The last one back goes first: a short run starts no more than it needs.
        self._idle: LifoQueue[_Process | None] = LifoQueue()
        for _ in range(count):
            self._idle.put(None)
        self._running: list[_Process] = []
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        """End all of them, whatever they are at: they keep nothing."""
        self._ended = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in [*self._running]:
            process.kill()
        self._threads.shutdown()
        for process in self._running:
            _buried(process)

    def begin(self, document: Document) -> Promise:
        """Have the document read; what it gives waits for the reading.

        That raises UnreadableDocument where the process was killed, and whatever went wrong in it.
        """
        return self._threads.submit(self._read, document).result

    def _read(self, document: Document) -> Reading:
        sent = pickle.dumps(document, pickle.HIGHEST_PROTOCOL)
        process = self._idle.get()
        able: _Process | None = None
        try:
            process = process or self._start()
            outcome = _answer(process, sent)
            able = process
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise self._lost(process, document) from error
        finally:
            self._idle.put(able)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _start(self) -> _Process:
        # In a session of its own, it does not hear the Ctrl-C of a terminal: we end it.
        command = [sys.executable, "-P", "-m", __name__, *(["--airgap"] if is_raised() else [])]
        process = Popen(command, stdin=PIPE, stdout=PIPE, env=_environment(), start_new_session=True)
        self._running.append(process)
        if self._ended:  # while this one started
            process.kill()
        return process

    def _lost(self, process: _Process | None, document: Document) -> UnreadableDocument:
        advice = "Read it again, and with fewer workers if memory is short."
        if process is None:
            return UnreadableDocument(document.source, "was not read: no process could be started for it", advice)
        if not self._ended:
            self._running.remove(process)
        code = _buried(process)
        how = f"was killed ({signal.Signals(-code).name})" if code < 0 else f"ended (exit code {code})"
        return UnreadableDocument(document.source, f"was not read: the process that read it {how}", advice)


def _environment() -> dict[str, str]:
    """The same modules as here, and one thread: several processes that use all cores each would only wait."""
    path = os.pathsep.join(place for place in sys.path if place)
    return os.environ | {"PYTHONPATH": path, "OMP_NUM_THREADS": "1"}


def _answer(process: _Process, sent: bytes) -> Reading | Exception:
    assert process.stdin
    assert process.stdout
    process.stdin.write(sent)
    process.stdin.flush()
    outcome: Reading | Exception = pickle.load(process.stdout)
    return outcome


def _buried(process: _Process) -> int:
    """How it ended; that its pipes are closed ends it, if nothing else did."""
    with suppress(OSError), process:  # what it was not sent any more
        pass
    return process.wait()


# The other side


def main() -> None:
    """Be a worker: a reading for every document, until nobody is there to send one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if "--airgap" in sys.argv:
        airgap()
    readings = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not stand among the readings.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    documents: SimpleQueue[Document] = SimpleQueue()
    Thread(target=_listen, args=(documents,), daemon=True).start()
    try:
        while True:
            readings.write(pickle.dumps(_outcome(documents.get()), pickle.HIGHEST_PROTOCOL))
            readings.flush()
    except BrokenPipeError:  # nobody is left to read them; the listener may not have heard yet
        os._exit(0)


def _listen(documents: SimpleQueue[Document]) -> None:
    """Hear at once when whoever sends documents is gone, also amid one."""
    try:
        while True:
            documents.put(pickle.load(sys.stdin.buffer))
    finally:
        os._exit(0)


def _outcome(document: Document) -> Reading | Exception:
    try:
        return read_document(document)
    except Exception as error:
        return _portable(error)


def _portable(error: Exception) -> Exception:
    """The error itself, if it survives the pipe."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


if __name__ == "__main__":
    main()
