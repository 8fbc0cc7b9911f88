"""VTT subtitles, with voice tags (`<v Name>`) or labels (`Name:`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableDocument, WrongFormat
from sayso.model import Document
from sayso.text.decode import plain_text
from sayso.text.subtitles import Cue, document_of


def recognises(data: bytes) -> bool:
    """Does it begin with the word WEBVTT?"""
    return data.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


def read(data: bytes, name: str) -> Iterator[Document | UnreadableDocument]:
    """One transcript, and a complaint where cues had to be left out."""
    # Imported here, so that asking the record does not load it.
    import webvtt

    text = plain_text(data, name).replace("\r", "\n")
    try:
        subtitles = webvtt.from_string(text)
    except webvtt.errors.MalformedFileError as error:
        raise WrongFormat(name, "does not begin with WEBVTT", "Export the subtitles again, or as SRT.") from error
    cues = [
        Cue(_seconds(caption.start_time), _seconds(caption.end_time), caption.raw_text)
        for caption in subtitles.captions
    ]
    return document_of(cues, text, name, title=subtitles.header_text.strip(" \t-–—:") or None)


def _seconds(time: Any) -> float:
    return float(time.in_milliseconds()) / 1000
