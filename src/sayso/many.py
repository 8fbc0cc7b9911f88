"""Many documents → Readings, by this process or by several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from sayso.ahead import WAITING, ahead
from sayso.errors import UnreadableDocument
from sayso.model import Reading
from sayso.reading import read_document
from sayso.text.given import Given
from sayso.text.sources import Entry, read_documents


def read_all(
    sources: str | Path | Iterable[str | Path],
    *,
    outlet: str | None = None,
    published: str | None = None,
    workers: int = 1,
) -> Iterator[Reading | UnreadableDocument]:
    """Read every document of a file, folder, corpus or URL, or of several; one that cannot be read comes as its error.

    They come in the order of the sources, also where `workers` processes share them out among themselves. Only a few
    are read before they are asked for. Raises ValueError where `published` is no date, or nobody is to work.
    """
    if workers < 1:
        raise ValueError(f"{workers} workers read nothing. Give 1 or more.")
    given = Given(outlet=outlet, published=published)
    listed = (sources,) if isinstance(sources, str | Path) else sources
    entries = (entry for source in listed for entry in read_documents(source, given))
    return map(_read, entries) if workers == 1 else _shared_out(entries, workers)


def _read(entry: Entry) -> Reading | UnreadableDocument:
    return entry if isinstance(entry, UnreadableDocument) else read_document(entry)


def _shared_out(entries: Iterable[Entry], count: int) -> Iterator[Reading | UnreadableDocument]:
    # Here: whoever reads alone needs no processes.
    from sayso.workers import Workers

    def begun(entry: Entry) -> Callable[[], Reading | UnreadableDocument]:
        return partial(_read, entry) if isinstance(entry, UnreadableDocument) else workers.begin(entry)

    with Workers(count) as workers:
        for _, promise in ahead(entries, begun, WAITING * count):
            yield _kept(promise)


def _kept(promise: Callable[[], Reading | UnreadableDocument]) -> Reading | UnreadableDocument:
    try:
        return promise()
    except UnreadableDocument as lost:
        return lost
