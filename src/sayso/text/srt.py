"""SRT subtitles."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from sayso.errors import UnreadableDocument
from sayso.model import Document
from sayso.text.decode import plain_text
from sayso.text.subtitles import Cue, document_of

BROKEN = re.compile(r"(?:^|\n)(?:\d+[ \t]*\n)?[^\n]*-->")


def recognises(data: bytes) -> bool:
    """Does it begin with a numbered cue?"""
    return re.match(rb"(?:\xef\xbb\xbf)?\s*\d+\s*\r?\n\d+:\d\d:\d\d[,.]\d+ *-->", data) is not None


def read(data: bytes, name: str) -> Iterator[Document | UnreadableDocument]:
    """One transcript, and a complaint where cues had to be left out."""
    # Imported here, so that asking the record does not load it.
    import srt

    logging.getLogger("srt").addHandler(logging.NullHandler())

    text = plain_text(data, name).replace("\r", "\n")
    # The parser takes a broken cue for words of the one before it.
    cues = [
        Cue(found.start.total_seconds(), found.end.total_seconds(), BROKEN.split(found.content)[0])
        for found in srt.parse(text, ignore_errors=True)
    ]
    return document_of(cues, text, name)
