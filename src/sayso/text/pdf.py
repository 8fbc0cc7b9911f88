"""PDF with a text layer: what the PDF yields, its lines put together to paragraphs."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from typing import Any

from sayso.errors import NoTextLayer, UnreadableDocument, WrongFormat
from sayso.model import Document
from sayso.text.accept import too_long
from sayso.text.layout import Line, as_text
from sayso.text.limits import MAX_CHARACTERS
from sayso.text.transcript import kind_of

# PDFium is one machine for the whole process, and not made for two at a time.
PDFIUM = threading.Lock()
HYPHEN_AT_LINE_END = "\ufffe"
MOST_OF_A_PAGE = 0.6
NO_NAME = re.compile(
    r"(?:untitled|anonymous|\(?(?:unspecified|anonymous)\)?|Microsoft Word - .*|.*\.(?:docx?|indd|pdf|odt|rtf))$", re.I
)


def recognises(data: bytes) -> bool:
    """Does it begin with the mark of a PDF?"""
    return b"%PDF-" in data[:1024]


def read(data: bytes, name: str) -> Iterator[Document | UnreadableDocument]:
    """One document, and a complaint where several of its pages are pictures without text."""
    with PDFIUM:
        title, author, pages, scans = _contents(data, name)
    text = as_text(pages)
    if not text:
        raise _scan(name, "holds pictures of pages and no text" if scans else "holds no text")
    yield Document(text, source=name, kind=kind_of(text), title=title, author=author)
    if scans > 1:  # one alone may be the picture on the cover
        yield _scan(name, f"has {scans} of {len(pages)} pages that are pictures without text, which are left out")


def _scan(name: str, problem: str) -> NoTextLayer:
    stem = name.removesuffix(".pdf")
    return NoTextLayer(name, problem, f"Make it searchable (ocrmypdf {name} {stem}-text.pdf), and read that.")


def _contents(data: bytes, name: str) -> tuple[str | None, str | None, list[list[Line]], int]:
    """Title, author, the lines of each page, and how many pages are scans."""
    # Imported here: it loads the PDFium library, which only PDF needs.
    import pypdfium2

    logging.getLogger("pypdfium2").addHandler(logging.NullHandler())
    with _opened(pypdfium2, data, name) as pdf:
        pages: list[list[Line]] = []
        scans = characters = 0
        for number in range(len(pdf)):
            page = pdf[number]
            lines = _lines(pypdfium2.raw, page)
            scans += not lines and _is_picture(pypdfium2.raw, page)
            page.close()
            pages.append(lines)
            characters += sum(len(line.text) for line in lines)
            if characters > MAX_CHARACTERS:
                raise too_long(name)
        return _stated(pdf, "Title"), _stated(pdf, "Author"), pages, scans


def _opened(pypdfium2: Any, data: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            advice = "Open it with its password, save a copy without one, and read that."
            raise UnreadableDocument(name, "is locked with a password", advice) from error
        problem = "is damaged, cut short, or no PDF at all"
        raise WrongFormat(name, problem, "Open it in a PDF viewer; if that works, save it from there.") from error


def _stated(pdf: Any, key: str) -> str | None:
    words = pdf.get_metadata_value(key)
    return None if not words or NO_NAME.fullmatch(words.strip()) else words


def _lines(raw: Any, page: Any) -> list[Line]:
    """The lines of a page in the order in which the PDF holds them."""
    layer = page.get_textpage()
    lines: list[Line] = []
    line: list[int] = []
    for i in range(layer.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(layer, i))
        if character not in "\r\n":
            line.append(i)
        if character in "\r\n" or _ends_in_hyphen(raw, layer, i):
            lines.extend(_line(raw, layer, line))
            line = []
    lines.extend(_line(raw, layer, line))
    layer.close()
    return lines


def _ends_in_hyphen(raw: Any, layer: Any, index: int) -> bool:
    return bool(raw.FPDFText_IsHyphen(layer, index) == 1)


def _line(raw: Any, layer: Any, indices: list[int]) -> list[Line]:
    """One line, or none where nothing is printed."""
    text = "".join(_printed(raw.FPDFText_GetUnicode(layer, i)) for i in indices)
    seen = [i for i in indices if not chr(raw.FPDFText_GetUnicode(layer, i)).isspace()]
    if not text.strip() or not seen:
        return []
    first, last = _box(raw, layer, seen[0]), _box(raw, layer, seen[-1])
    word_end = seen[0] + len(text.split()[0]) - 1
    word = _box(raw, layer, min(word_end, seen[-1]))
    return [
        Line(
            # UTF-16 halves come one by one.
            text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip(),
            left=first[0],
            right=last[2],
            bottom=first[1],
            height=first[3] - first[1],
            first_word=word[2] - first[0],
            divided=_ends_in_hyphen(raw, layer, indices[-1]),
        )
    ]


def _printed(code: int) -> str:
    """A character as text: glyphs without a character give nothing, and PDFium's mark for a hyphen is a hyphen."""
    character = chr(code)
    if character in (HYPHEN_AT_LINE_END, "\x02"):
        return "-"
    return "" if code < 32 and character != "\t" else character


def _box(raw: Any, layer: Any, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character, as high as its font."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(layer, index, box)
    return box.left, box.bottom, box.right, box.top


def _is_picture(raw: Any, page: Any) -> bool:
    """Does one picture cover most of the page?"""
    width, height = page.get_size()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > MOST_OF_A_PAGE * width * height:
            return True
    return False
