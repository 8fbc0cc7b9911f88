"""The formats that sayso reads: the list, and the door through which others come in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from sayso.errors import UnreadableDocument, WrongFormat
from sayso.model import Document
from sayso.text import other
from sayso.text.limits import MAX_BYTES, MAX_CORPUS_BYTES

PLUG_INS = "sayso.readers"
"""The entry point group under which a package offers a Reader."""


class Reader(Protocol):
    """What a format offers. The built-in ones are of this shape, and so is a plug-in's."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The ends of file names that promise it, lower-case, with the dot."""

    @property
    def max_bytes(self) -> int:
        """The size of a file over which it is not tried."""

    @property
    def is_corpus(self) -> bool:
        """Does one file hold many documents, each saying for itself what it is?"""

    def recognises(self, data: bytes, /) -> bool:
        """Do these bytes look like it? Asked only where no suffix tells."""

    def read(self, data: bytes, name: str, /) -> Iterator[Document | UnreadableDocument]:
        """The documents in these bytes, which came under this name. Raises UnreadableDocument where there are none."""


@dataclass(frozen=True, slots=True)
class Format:
    """A Reader made of a module with two functions, `recognises(data)` and `read(data, name)`."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    max_bytes: int = MAX_BYTES
    is_corpus: bool = False

    def recognises(self, data: bytes, /) -> bool:
        """Do these bytes look like it?"""
        return bool(self._loaded().recognises(data))

    def read(self, data: bytes, name: str, /) -> Iterator[Document | UnreadableDocument]:
        """The documents in these bytes."""
        found: Iterator[Document | UnreadableDocument] = self._loaded().read(data, name)
        return found

    def _loaded(self) -> Any:
        # Loaded when first used: reading one format must not cost the import of all.
        return import_module(self.module)


PLAIN = Format("plain text, Markdown or transcript", (".txt", ".text", ".md", ".markdown"), "sayso.text.plain")

FORMATS: tuple[Format, ...] = (
    PLAIN,
    Format("HTML", (".html", ".htm", ".xhtml"), "sayso.text.html"),
    Format("PDF", (".pdf",), "sayso.text.pdf"),
    Format("DOCX", (".docx", ".docm"), "sayso.text.word"),
    Format("saved page (MHTML)", (".mhtml", ".mht"), "sayso.text.mhtml"),
    Format("mail", (".eml",), "sayso.text.mail"),
    Format("VTT subtitles", (".vtt",), "sayso.text.vtt"),
    Format("SRT subtitles", (".srt",), "sayso.text.srt"),
    Format("JSON of Telegram or Whisper", (".json",), "sayso.text.exported"),
    Format("JSON lines", (".jsonl", ".ndjson"), "sayso.text.lines", MAX_CORPUS_BYTES, is_corpus=True),
)
"""What sayso reads by itself, plain text first."""


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader: those of installed plug-ins first, so that they may outdo a built-in one."""
    # Imported here: only reading looks for plug-ins.
    from importlib.metadata import entry_points

    plugged = [point.load() for point in sorted(entry_points(group=PLUG_INS), key=lambda point: point.name)]
    return (*plugged, *FORMATS)


def reader_by_suffix(suffix: str) -> Reader | None:
    """The reader that this suffix promises."""
    return next((reader for reader in readers() if suffix in reader.suffixes), None)


def reader_by_looks(data: bytes) -> Reader:
    """The reader that knows these bytes; plain text where none does."""
    return next((reader for reader in readers() if reader.recognises(data)), PLAIN)


def reader_for(name: str, suffix: str, data: bytes) -> Reader:
    """By suffix, else by looks. Raises WrongFormat for a file that is known to be no document."""
    if promised := reader_by_suffix(suffix):
        return promised
    if complaint := other.complaint_about(suffix):
        raise WrongFormat(name, *complaint)
    return reader_by_looks(data)
