"""JSON that programs export: Telegram's chats, Whisper's transcripts. Any other JSON is data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableDocument, WrongFormat
from sayso.model import Document
from sayso.text import telegram, whisper
from sayso.text.decode import decode

KEYS = (b'"messages"', b'"chats"', b'"segments"', b'"transcription"')
OTHER = (
    "is data and no document",
    "Chats of Telegram and Whisper's JSON are read; a corpus is one document a line in a .jsonl file.",
)


def recognises(data: bytes) -> bool:
    """Does it begin as JSON with a key of such an export?"""
    top = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:100_000]
    return top.startswith(b"{") and any(key in top for key in KEYS) and not _is_corpus(top)


def read(data: bytes, name: str) -> Iterator[Document | UnreadableDocument]:
    """The transcripts in it."""
    found = _parsed(decode(data, name), name)
    if telegram.is_export(found):
        return telegram.documents(found, name)
    if whisper.is_transcript(found):
        return whisper.documents(found, name)
    raise WrongFormat(name, *OTHER)


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WrongFormat(name, "is not valid JSON; its end may be missing", "Export it again, in full.") from error


def _is_corpus(top: bytes) -> bool:
    """A line of a corpus is a whole object with a text."""
    try:
        entry = json.loads(top.split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(entry, dict) and isinstance(entry.get("text"), str) and "segments" not in entry
