"""Makes real files of every format for the tests; all people and places in them are invented."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

from sayso.errors import UnreadableDocument
from sayso.model import Document
from sayso.text import Given, read_bytes, read_documents

WORDS = "Ana Petrov denied on Friday that she had promised the Lake states a harbour."
PARAGRAPHS = (
    "The foreign minister, Ana Petrov, denied on Friday that she had promised the Lake states a harbour.",
    "“I did not say that,” she told reporters in Velden. “I said that we would read the text.”",
    "Her deputy, Karl Brandt, who had been on the call, said it lasted five minutes.",
    "A spokesman for the Lake states declined to comment.",
)


def entries(source: str | Path, given: Given | None = None) -> list[Document | UnreadableDocument]:
    """Everything that reading this source yields."""
    return list(read_documents(source, given or Given()))


def only(found: Sequence[Document | UnreadableDocument]) -> Document:
    """The one document that was found."""
    (document,) = found
    assert isinstance(document, Document), document
    return document


def complaint(found: Sequence[Document | UnreadableDocument]) -> UnreadableDocument:
    """The one complaint that was found."""
    (error,) = found
    assert isinstance(error, UnreadableDocument), error
    return error


def read(data: bytes, name: str) -> Document:
    """The one document in these bytes."""
    return only(list(read_bytes(data, name)))


def refused(data: bytes, name: str) -> UnreadableDocument:
    """The one complaint about these bytes."""
    return complaint(list(read_bytes(data, name)))


def pdf(draw: Callable[[Any], None], **options: Any) -> bytes:
    """A PDF drawn on a reportlab canvas."""
    from reportlab.pdfgen import canvas

    buffer = BytesIO()
    page = canvas.Canvas(buffer, **options)
    draw(page)
    page.save()
    return buffer.getvalue()


def pdf_of_lines(*pages: Sequence[str], **options: Any) -> bytes:
    """A PDF whose pages hold these lines, 14 points apart; an empty line leaves a gap."""

    def draw(page: Any) -> None:
        for lines in pages:
            text = page.beginText(72, 720)
            for line in lines:
                text.textLine(line)
            page.drawText(text)
            page.showPage()

    return pdf(draw, **options)


def scan(pages: int = 1) -> bytes:
    """A PDF of pictures."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("L", (60, 80), 200))

    def draw(page: Any) -> None:
        for _ in range(pages):
            page.drawImage(picture, 0, 0, 595, 842)
            page.showPage()

    return pdf(draw)


def docx(build: Callable[[Any], None]) -> bytes:
    """A DOCX made with python-docx."""
    from docx import Document as Word

    word = Word()
    build(word)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def docx_of(*paragraphs: str, style: str | None = None) -> bytes:
    """A DOCX of plain paragraphs."""

    def build(word: Any) -> None:
        for words in paragraphs:
            word.add_paragraph(words, style)

    return docx(build)


def with_part(packed: bytes, part: str, content: bytes) -> bytes:
    """The same packed file with one part put in the place of another."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, content)
    return buffer.getvalue()


def eml(plain: str | None = None, html: str | None = None, **headers: str) -> bytes:
    """A mail with these parts; header names as keywords."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        message.add_alternative(html, subtype="html") if plain is not None else message.set_content(
            html, subtype="html"
        )
    return bytes(message)


def page(body: str, head: str = "") -> bytes:
    """A page of HTML."""
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()
    )


def article(*blocks: str, head: str = "") -> bytes:
    """A page whose article is made of these blocks."""
    return page(f"<article>{''.join(blocks)}</article>", head)


def p(*paragraphs: str) -> str:
    """Paragraphs of HTML."""
    return "".join(f"<p>{words}</p>" for words in paragraphs)
