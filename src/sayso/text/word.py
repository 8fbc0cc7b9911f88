"""DOCX: paragraphs, tables and text boxes as they read with all changes accepted; automatic numbers made visible."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from sayso.errors import DocumentTooLarge, WrongFormat
from sayso.model import Document
from sayso.text.limits import MAX_UNPACKED_BYTES
from sayso.text.numbering import Numbering
from sayso.text.transcript import kind_of

# lxml ships no types; an element is an lxml element throughout.
Element = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MAX_PARTS = 20_000
TAKEN_OUT = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}rt", FALLBACK})
SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
ENDNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
NO_AUTHOR = frozenset({"python-docx", "Unknown", "Author", "User", "Microsoft Office User"})


def recognises(data: bytes) -> bool:
    """Is it a packed Word document?"""
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def read(data: bytes, name: str) -> Iterator[Document]:
    """One document."""
    _check_size(data, name)
    word = _opened(data, name)
    text = "\n\n".join([*_body(word), *_notes(word)])
    facts = word.core_properties
    author = facts.author if facts.author not in NO_AUTHOR else None
    yield Document(text, source=name, kind=kind_of(text), title=facts.title or None, author=author or None)


def _check_size(data: bytes, name: str) -> None:
    """Look at the sizes that the archive states before anything is unpacked; zipfile unpacks no more than stated."""
    # Imported here with the rest of the unpacking, so that asking the record does not load it.
    import zipfile

    try:
        parts = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise _damaged(name) from error
    if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES or len(parts) > MAX_PARTS:
        problem = f"would unpack to more than {MAX_UNPACKED_BYTES // 1_000_000} MB"
        raise DocumentTooLarge(
            name, problem, "No ordinary document does: do not open it before you know where it is from."
        )


def _opened(data: bytes, name: str) -> Any:
    # Imported here, so that asking the record does not load it.
    import docx

    try:
        return docx.Document(BytesIO(data))
    except Exception as error:  # python-docx lets out whatever its XML, zip and package layers raise
        raise _damaged(name) from error


def _damaged(name: str) -> WrongFormat:
    return WrongFormat(
        name, "is damaged, cut short, or no DOCX at all", "Open it in a word processor, and save it anew."
    )


def _body(word: Any) -> Iterator[str]:
    numbering = Numbering.of(word)
    for block in _blocks(word.element.body):
        if block.tag == f"{W}tbl":
            yield from _table(block, numbering)
        else:
            yield from _paragraph(block, numbering)


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, also those within content controls and changes."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in TAKEN_OUT:
            yield from _blocks(child)


def _paragraph(paragraph: Element, numbering: Numbering) -> Iterator[str]:
    """The paragraph, then the text boxes anchored in it."""
    number = numbering.next_for(paragraph)
    words = "".join(_words(paragraph)).strip()
    if words:
        yield number + words
    for box in _boxes(paragraph):
        for block in _blocks(box):
            yield from _paragraph(block, numbering) if block.tag == f"{W}p" else _table(block, numbering)


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in TAKEN_OUT and child.tag != f"{W}txbxContent":
            yield from _words(child)


def _boxes(element: Element) -> Iterator[Element]:
    """Text boxes; Word writes each twice, and the fallback is left out."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif isinstance(child.tag, str) and child.tag not in TAKEN_OUT:
            yield from _boxes(child)


def _table(table: Element, numbering: Numbering) -> Iterator[str]:
    """A row whose cells hold one paragraph each is one line, apart by tabs; else every paragraph stands alone."""
    for row in table.iterchildren(f"{W}tr"):
        cells = [[words for block in _blocks(cell) for words in _cell(block, numbering)] for cell in row.iter(f"{W}tc")]
        if all(len(cell) <= 1 for cell in cells):
            if line := "\t".join(words for cell in cells for words in cell):
                yield line
        else:
            yield from (words for cell in cells for words in cell)


def _cell(block: Element, numbering: Numbering) -> Iterator[str]:
    return _table(block, numbering) if block.tag == f"{W}tbl" else _paragraph(block, numbering)


def _notes(word: Any) -> Iterator[str]:
    """Footnotes and endnotes, after the text, in order."""
    # Imported here with the rest of python-docx.
    from docx.oxml import parse_xml

    for kind in (NOTES, ENDNOTES):
        for relation in word.part.rels.values():
            if relation.reltype == kind:
                yield from _noted(parse_xml(relation.target_part.blob))


def _noted(notes: Element) -> Iterator[str]:
    ordinary = [note for note in notes if note.get(f"{W}type") in (None, "normal")]
    for number, note in enumerate(ordinary, 1):
        words = " ".join(filter(None, ("".join(_words(paragraph)).strip() for paragraph in note.iter(f"{W}p"))))
        if words:
            yield f"[{number}] {words}"
