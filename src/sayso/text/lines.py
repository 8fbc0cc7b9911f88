"""JSON lines: a corpus, one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from sayso.errors import EmptyDocument, UnreadableDocument, WrongFormat
from sayso.model import Document, DocumentKind
from sayso.text.accept import accepted
from sayso.text.dates import iso_date
from sayso.text.decode import decode
from sayso.text.transcript import kind_of

WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
KINDS = frozenset(DocumentKind)


def recognises(data: bytes) -> bool:
    """Does it begin with a JSON object that has a text?"""
    first = data.lstrip()[:1_000_000].split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"text"' in first


def read(data: bytes, name: str) -> Iterator[Document | UnreadableDocument]:
    """A document or a complaint for every line that is not blank; a bad line costs only itself."""
    found = False
    for number, line in enumerate(BytesIO(_as_utf8(data, name)), 1):
        if line.strip():
            found = True
            yield _document_or_complaint(line, f"{name}:{number}")
    if not found:
        raise EmptyDocument(name, "holds no document", "A corpus is one JSON object a line, each with a “text”.")


def _as_utf8(data: bytes, name: str) -> bytes:
    """Only the wide encodings must be decoded as a whole; all others have their line ends as one byte."""
    if data.startswith(WIDE_MARKS):
        return decode(data, name).encode("utf-8")
    return data


def _document_or_complaint(line: bytes, where: str) -> Document | UnreadableDocument:
    try:
        return accepted(_document(_entry(line, where), where))
    except UnreadableDocument as complaint:
        return complaint


def _entry(line: bytes, where: str) -> dict[str, Any]:
    try:
        entry = json.loads(decode(line, where))
    except (ValueError, RecursionError) as error:
        raise WrongFormat(where, "is not valid JSON", "Mend that line; the others are read.") from error
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        advice = "Every line is one JSON object with a “text”."
        raise WrongFormat(where, "holds no “text”", advice)
    return entry


def _document(entry: dict[str, Any], where: str) -> Document:
    """Text as it is. An optional field that cannot be understood counts as not stated."""
    text = entry["text"]
    kind = entry.get("kind")
    return Document(
        text,
        source=_words(entry.get("id")) or where,
        kind=DocumentKind(kind) if isinstance(kind, str) and kind in KINDS else kind_of(text),
        title=_words(entry.get("title")),
        outlet=_words(entry.get("outlet")),
        published=iso_date(_words(entry.get("published"))),
        author=_words(entry.get("author")),
        wire=_words(entry.get("wire")),
        credit=_words(entry.get("credit")),
    )


def _words(value: object) -> str | None:
    """A field as words: numbers are written out, several names are joined."""
    if isinstance(value, list):
        return ", ".join(words for part in value if (words := _words(part))) or None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value) if str(value).strip() else None
