"""A page saved whole in one file, MHTML: a mail in form, a page in truth."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import WrongFormat
from sayso.model import Document
from sayso.text import html, mail


def recognises(data: bytes) -> bool:
    """Is it a mail that a browser wrote?"""
    head = data[:2000].lower()
    return mail.recognises(data) and (b"<saved by" in head or b"snapshot-content-location:" in head)


def read(data: bytes, name: str) -> Iterator[Document]:
    """One document: the page without what it is laid out with."""
    markup = mail.part_of(mail.parsed(data), "html", name)
    if not markup.strip():
        raise WrongFormat(name, "holds no page", "Save the page again, as HTML.")
    return html.read(markup.encode("utf-8-sig"), name)
