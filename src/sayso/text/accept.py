"""What every document must be, whatever its format: some text, not too much, and nothing that cannot be kept."""

from __future__ import annotations

from dataclasses import replace

from sayso.errors import DocumentTooLarge, EmptyDocument, WrongFormat
from sayso.model import Document
from sayso.text.limits import MAX_CHARACTERS
from sayso.text.names import one_line, without_halves

INVISIBLE = " \t\n\r\f\v\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"


def accepted(document: Document) -> Document:
    """The document, fit to be stored.

    Raises EmptyDocument, DocumentTooLarge (over MAX_CHARACTERS) and WrongFormat (a NUL in the text).
    """
    text, source = document.text, document.source
    if not text.strip().strip(INVISIBLE):
        raise EmptyDocument(source, "holds no text", "Check that it is the right file, and that it was saved in full.")
    if len(text) > MAX_CHARACTERS:
        raise too_long(source)
    if "\0" in text:
        raise WrongFormat(source, "holds NUL characters, which no text has", "Export it again as plain text.")
    return replace(
        document,
        text=without_halves(text),
        source=without_halves(source).replace("\0", "\ufffd"),
        title=one_line(document.title),
        outlet=one_line(document.outlet),
        author=one_line(document.author),
        wire=one_line(document.wire),
        credit=one_line(document.credit),
    )


def too_long(source: str) -> DocumentTooLarge:
    """The complaint about a text over the limit."""
    problem = f"holds more than {MAX_CHARACTERS:,} characters, the limit for one document"
    return DocumentTooLarge(source, problem, "Split it, and read the parts.")
