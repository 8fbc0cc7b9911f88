"""Where documents come from: a file, a folder, a corpus, standard input or a URL."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import (
    LONGEST_PATH,
    DocumentTooLarge,
    EmptyDocument,
    MissingFile,
    UnreadableDocument,
    WrongFormat,
    named,
)
from sayso.model import Document
from sayso.text import other, web
from sayso.text.accept import accepted
from sayso.text.formats import Reader, reader_by_looks, reader_by_suffix, reader_for
from sayso.text.given import Given
from sayso.text.limits import MAX_BYTES
from sayso.text.names import printable
from sayso.text.ours import is_ours
from sayso.text.transcript import kind_of

Entry = Document | UnreadableDocument
NOTHING_GIVEN = Given()
STANDARD_INPUT = "standard input"


def read_documents(source: str | Path, given: Given = NOTHING_GIVEN) -> Iterator[Entry]:
    """Every document in a file, folder or corpus, at an http(s) or file URL, or in standard input ("-").

    What cannot be read is yielded as the error, and the rest goes on. A document's `source` is the file's name, the
    URL, or the `id` of a corpus line.
    """
    if isinstance(source, str) and web.is_url(source):
        return _guarded(source, _from_web(source, given))
    if isinstance(source, str) and web.is_other_address(source := web.as_path(source)):
        return iter([MissingFile(printable(source), "is not opened: only http and https are", web.SAVE_IT)])
    if source == "":
        # An unset variable of a shell, most likely; a path of nothing would mean the whole folder.
        return iter([MissingFile("“”", "is no name of a file", "Name a file, a folder, a URL or -.")])
    if source == "-":
        return _guarded(given.source or STANDARD_INPUT, _from_standard_input(given))
    path = Path(source)
    return _from_folder(path, given) if is_folder(path) else _from_file(path, given)


def read_bytes(data: bytes, name: str, given: Given = NOTHING_GIVEN) -> Iterator[Entry]:
    """Every document in the bytes of a file of this name, as it was dropped or uploaded."""
    path = Path(name)
    name = printable(path.name or name)
    return _guarded(name, _from_bytes(data, name, path.suffix.lower(), given))


def from_text(text: str, given: Given = NOTHING_GIVEN) -> Document:
    r"""A document out of plain text; `\r\n` becomes `\n`, nothing else changes. Raises UnreadableDocument."""
    text = text.replace("\r\n", "\n")
    return given.complete(accepted(Document(text, given.source or "text", kind_of(text))))


def _guarded(name: str, entries: Iterator[Entry]) -> Iterator[Entry]:
    """The same entries, and whatever goes wrong as one more."""
    try:
        yield from entries
    except UnreadableDocument as complaint:
        yield complaint
    except Exception as error:  # A library that fails on one file must not end the run.
        advice = "Open it in the program it is from, and save it anew or as PDF."
        failure = WrongFormat(name, f"could not be read ({type(error).__name__})", advice)
        failure.__cause__ = error
        yield failure


def _from_bytes(data: bytes, name: str, suffix: str, given: Given) -> Iterator[Entry]:
    if not data.strip():
        raise EmptyDocument(name, "is empty", "Check that it was saved in full.")
    reader = reader_for(name, suffix, data)
    if len(data) > reader.max_bytes:
        raise _too_large(name, reader.max_bytes)
    for entry in reader.read(data, name):
        yield _completed(entry, given, reader) if isinstance(entry, Document) else entry


def _completed(document: Document, given: Given, reader: Reader) -> Entry:
    try:
        return given.complete(accepted(document), states_kind=reader.is_corpus)
    except UnreadableDocument as complaint:
        return complaint


def _from_web(url: str, given: Given) -> Iterator[Entry]:
    page = web.fetch(url)
    yield from _from_bytes(page.data, url, page.suffix, given)


def _from_standard_input(given: Given) -> Iterator[Entry]:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:  # only a corpus may be longer
        data += sys.stdin.buffer.read(reader_by_looks(data).max_bytes + 1 - len(data))
    yield from _from_bytes(data, given.source or STANDARD_INPUT, "", given)


def _from_file(path: Path, given: Given) -> Iterator[Entry]:
    name = printable(path.name or str(path))
    return _guarded(name, _from_bytes_of(path, name, given))


def _from_bytes_of(path: Path, name: str, given: Given) -> Iterator[Entry]:
    suffix = path.suffix.lower()
    yield from _from_bytes(_contents(path, name, suffix), name, suffix, given)


def _contents(path: Path, name: str, suffix: str) -> bytes:
    """The bytes of a regular file; a pipe or a device might never end."""
    reader = reader_by_suffix(suffix)
    limit = reader.max_bytes if reader else MAX_BYTES
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise MissingFile(name, "is no file but a pipe or device", "Read it through standard input: sayso read -")
        # What is no document anyway need not be read to say so.
        if facts.st_size > limit and not other.complaint_about(suffix):
            raise _too_large(name, limit)
        return path.read_bytes()
    except FileNotFoundError as error:
        folder = printable(str(path.absolute().parent))
        raise MissingFile(name, "is not there", f"It was looked for in {named(folder, LONGEST_PATH)}.") from error
    except PermissionError as error:
        raise MissingFile(name, "may not be opened", "Give yourself the right to read it.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise MissingFile(name, f"cannot be opened ({reason})", "Check the name and the disk.") from error


def _too_large(name: str, limit: int) -> DocumentTooLarge:
    problem = f"is over {limit // 1_000_000} MB, the limit for one file"
    return DocumentTooLarge(name, problem, "Split it, and read the parts.")


def is_folder(path: Path) -> bool:
    """Is there a folder at this path? None is at what cannot be a path."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _from_folder(folder: Path, given: Given) -> Iterator[Entry]:
    found = False
    for path in _files(folder, set()):
        found = True
        yield from [path] if isinstance(path, UnreadableDocument) else _from_file(path, given)
    if not found:
        name = printable(folder.name or str(folder))
        yield EmptyDocument(name, "is a folder without documents", "Put them there, and read it again.")


def _files(folder: Path, seen: set[str]) -> Iterator[Path | UnreadableDocument]:
    """The files of a folder and of those within, by name, but for our own; each folder once, whatever its links say."""
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield MissingFile(
            printable(folder.name), f"cannot be opened ({error.strerror})", "Give yourself the right to read it."
        )
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if _is_passed_over(entry.name, names):
            continue
        if is_folder(entry):
            yield from _files(entry, seen)
        elif not is_ours(entry):
            yield entry


def _is_passed_over(name: str, beside: set[str]) -> bool:
    """Hidden files, the locks of word processors, and what a browser stores beside a saved page."""
    if name.startswith((".", "~$", "__MACOSX")):
        return True
    page = name.removesuffix("_files")
    return page != name and not beside.isdisjoint({f"{page}.html", f"{page}.htm"})
