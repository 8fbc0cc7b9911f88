"""`read --html`: readings as self-contained pages, one file each."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import typer

from sayso.errors import LONGEST_PATH, SaysoError, named
from sayso.model import Document, Reading
from sayso.text.ours import is_page
from sayso.text.sources import is_folder

_PAGES = (".html", ".htm")


class Pages:
    """Where pages go: one file, or a folder if OUT is one, ends in a slash, or the sources may hold several."""

    def __init__(self, out: str, sources: Sequence[str]) -> None:
        self._out = Path(out)
        several = len(sources) > 1 or any(may_hold_several(source) for source in sources)
        self._is_folder = several or self._out.is_dir() or out.endswith(("/", os.sep))
        if self._is_folder and self._out.suffix in _PAGES and not self._out.is_dir():
            raise typer.BadParameter(f"{out} holds one document. Give a folder for several.", param_hint="--html")

    def write(self, reading: Reading) -> None:
        """Write the page of a reading. Raises SaysoError if it cannot be written."""
        # Here: Jinja2 is needed for pages alone.
        from sayso.export.html import page

        path = self._out / _name(reading.document) if self._is_folder else self._out
        if path.exists() and not is_page(path):
            raise SaysoError(f"{path} is there already, and sayso did not write it. Give another place: --html OUT")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page(reading), "utf-8")
        except OSError as error:
            raise SaysoError(
                f"{named(str(path), LONGEST_PATH)} cannot be written ({error.strerror}). Give another place: --html OUT"
            ) from error


def may_hold_several(source: str) -> bool:
    """Is it a folder or a corpus?"""
    return source.endswith((".jsonl", ".ndjson")) or is_folder(Path(source))


def _name(document: Document) -> str:
    """A file name that says which document it is, and is no other's."""
    stem = re.sub(r"[^\w.-]+", "-", re.sub(r"^https?://|\.\w{1,5}$", "", document.source)).strip("-.")[:80]
    return f"{stem or 'document'}-{document.id[:8]}.html"
