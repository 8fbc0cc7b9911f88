"""Documents come in: read one after the other in the background, so that a page can say how far it is."""

from __future__ import annotations

import queue
import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import SaysoError, UnreadableDocument, named
from sayso.export.reader.cast import Cast
from sayso.model import UNSURE_BELOW, Document, Reading, Reality
from sayso.record import Record

REMEMBERED = 50
"""Jobs whose outcome is still shown after they are done."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that was read and kept; `new` is false where the record already held exactly that."""

    id: str
    name: str
    statements: int
    speakers: int
    unsure: int
    new: bool


@dataclass(slots=True)
class Job:
    """What one post brought. Only the reading thread writes to it; pages show a snapshot."""

    id: str
    sources: tuple[str, ...]
    kept: list[Kept] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)


Source = Callable[[], Iterator[Document | UnreadableDocument]]
"""Opens what was posted, only when its turn has come."""


class Intake:
    """One thread that reads whatever is handed in, in order."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._waiting: queue.Queue[tuple[Job, list[tuple[str, Source]]] | None] = queue.Queue()
        self._jobs: dict[str, Job] = {}
        self._thread: threading.Thread | None = None

    def hand_in(self, sources: list[tuple[str, Source]]) -> Job:
        """Queue named sources for reading."""
        job = Job(secrets.token_urlsafe(8), tuple(name for name, _ in sources))
        self._jobs[job.id] = job
        for old in list(self._jobs)[:-REMEMBERED]:
            del self._jobs[old]
        self._waiting.put((job, sources))
        self._start()
        return job

    def job(self, id: str) -> Job | None:
        """A job by its id, for as long as it is remembered."""
        return self._jobs.get(id)

    def stop(self) -> None:
        """Read nothing more after the document in hand, and wait for that."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join(timeout=30)

    def _start(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="sayso-intake", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (work := self._waiting.get()) is not None:
            job, sources = work
            for name, source in sources:
                self._read_source(job, name, source)
            job.done.set()

    def _read_source(self, job: Job, name: str, source: Source) -> None:
        try:
            for document in source():
                self._read_one(job, document)
        except SaysoError as error:
            self._fail(job, name, str(error))
        except Exception as error:  # a file that breaks a reader costs itself, not the server
            self._fail(job, name, f"{named(name)} could not be read: {named(str(error))}.")

    def _read_one(self, job: Job, document: Document | UnreadableDocument) -> None:
        if isinstance(document, UnreadableDocument):
            self._fail(job, document.source, str(document))
            return
        # Only here does the server need the language pipeline, which takes a second to load.
        from sayso.reading import read_document

        reading = read_document(document)
        job.kept.append(_kept(reading, new=self._record.add(reading)))

    def _fail(self, job: Job, source: str, message: str) -> None:
        job.failed.append(message)
        self._record.failed(source, message)


def _kept(reading: Reading, *, new: bool) -> Kept:
    said = [statement for statement in reading.statements if statement.reality is Reality.SAID]
    cast = Cast(reading)
    return Kept(
        id=reading.document.id,
        name=reading.document.title or reading.document.outlet or Path(reading.document.source).name,
        statements=len(said),
        speakers=len({voice for statement in said for voice in cast.voices(statement.speaker)}),
        unsure=sum(statement.confidence < UNSURE_BELOW for statement in reading.statements),
        new=new,
    )
