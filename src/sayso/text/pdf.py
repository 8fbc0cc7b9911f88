"""PDF with a text layer: what the PDF yields, its lines put together to paragraphs."""

from __future__ import annotations

import logging
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from math import degrees
from shlex import quote
from typing import Any

from sayso.errors import NoTextLayer, UnreadableDocument, WrongFormat
from sayso.model import Document
from sayso.text.accept import too_long
from sayso.text.layout import Line, as_text
from sayso.text.limits import MAX_CHARACTERS
from sayso.text.transcript import kind_of

# PDFium is one machine for the whole process, and not made for two at a time.
PDFIUM = threading.Lock()
END = b"%%EOF"
LINE_ENDS = frozenset(b"\r\n")
MARKS_OF_HYPHENS = frozenset({0x02, 0xFFFE})
HYPHENS = MARKS_OF_HYPHENS | frozenset(map(ord, "-\u00ad\u2010"))
MOST_OF_A_PAGE = 0.6
ENOUGH_TO_TELL = 500
"""Characters of a page by which it is told which way it is turned."""

Box = tuple[float, float, float, float]
Place = Callable[[int], Box]
NO_NAME = re.compile(
    r"(?:untitled|anonymous|\(?(?:unspecified|anonymous)\)?|Microsoft Word - .*|.*\.(?:docx?|indd|pdf|odt|rtf))$", re.I
)


def recognises(data: bytes) -> bool:
    """Does it begin with the mark of a PDF?"""
    return b"%PDF-" in data[:1024]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a PDF holds: the lines of each page, and how many pages are pictures without text."""

    title: str | None
    author: str | None
    pages: list[list[Line]]
    scans: int


def read(data: bytes, name: str) -> Iterator[Document | UnreadableDocument]:
    """One document, and a complaint where several of its pages are pictures without text."""
    if END not in data.rstrip(b"\0\t\r\n ")[-2048:]:
        # PDFium would make do with the first pages, and nobody would know of the others.
        raise WrongFormat(name, "is cut short or no PDF: its end is missing", "Get the whole file, and read that.")
    with PDFIUM:
        found = _contents(data, name)
    text = as_text(found.pages)
    if not text:
        raise _scan(name, "holds pictures of pages and no text" if found.scans else "holds no text")
    yield Document(text, source=name, kind=kind_of(text), title=found.title, author=found.author)
    if found.scans > 1:  # one alone may be the picture on the cover
        pages = len(found.pages)
        yield _scan(name, f"has {found.scans} of {pages} pages that are pictures without text, which are left out")


def _scan(name: str, problem: str) -> NoTextLayer:
    file = name.rsplit("/", 1)[-1]
    better = f"{file.removesuffix('.pdf')}-text.pdf"
    return NoTextLayer(name, problem, f"Make it searchable (ocrmypdf {quote(file)} {quote(better)}), and read that.")


def _contents(data: bytes, name: str) -> Contents:
    # Imported here: it loads the PDFium library, which only PDF needs.
    import pypdfium2

    logging.getLogger("pypdfium2").addHandler(logging.NullHandler())
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            return _taken_from(pypdfium2.raw, pdf, name)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            advice = "Open it with its password, save a copy without one, and read that."
            raise UnreadableDocument(name, "is locked with a password", advice) from error
        advice = "Open it in a PDF viewer; if that works, save it from there."
        raise WrongFormat(name, "is damaged or no PDF at all", advice) from error


def _taken_from(raw: Any, pdf: Any, name: str) -> Contents:
    pages: list[list[Line]] = []
    scans = characters = 0
    for number in range(len(pdf)):
        page = pdf[number]
        lines = _lines(raw, page)
        scans += not lines and _is_picture(raw, page)
        page.close()
        pages.append(lines)
        characters += sum(len(line.text) for line in lines)
        if characters > MAX_CHARACTERS:
            raise too_long(name)
    return Contents(_stated(pdf, "Title"), _stated(pdf, "Author"), pages, scans)


def _stated(pdf: Any, key: str) -> str | None:
    words = pdf.get_metadata_value(key)
    return None if not words or NO_NAME.fullmatch(words.strip()) else words


def _lines(raw: Any, page: Any) -> list[Line]:
    """The lines of a page in the order in which the PDF holds them."""
    turn = _turn(raw, page)
    # PDFium puts lines in order as the page is shown: show it so that its text stands upright.
    page.set_rotation(turn)
    layer = page.get_textpage()
    try:
        codes = [raw.FPDFText_GetUnicode(layer.raw, i) for i in range(layer.count_chars())]
        place = partial(_box, raw, layer.raw, turn)
        lines = [_line(raw, layer.raw, place, codes, indices) for indices in _indices_of_lines(raw, layer.raw, codes)]
    finally:
        layer.close()
    return [line for line in lines if line]


def _turn(raw: Any, page: Any) -> int:
    """By how many degrees the text of a page is turned to the left: 0, 90, 180 or 270."""
    layer = page.get_textpage()
    try:
        characters = range(min(layer.count_chars(), ENOUGH_TO_TELL))
        angles = Counter(round(degrees(raw.FPDFText_GetCharAngle(layer.raw, i))) for i in characters)
    finally:
        layer.close()
    ((most, _),) = angles.most_common(1) or ((0, 0),)
    return -most % 360 if most % 90 == 0 else 0


def _indices_of_lines(raw: Any, layer: Any, codes: list[int]) -> Iterator[list[int]]:
    """Where the characters of each line are. After a dividing hyphen PDFium gives no end of line."""
    line: list[int] = []
    for i, code in enumerate(codes):
        if code not in LINE_ENDS:
            line.append(i)
        if code in LINE_ENDS or _divides(raw, layer, codes, i):
            yield line
            line = []
    yield line


def _divides(raw: Any, layer: Any, codes: list[int], index: int) -> bool:
    """Is this the hyphen at the end of a line whose last word goes on in the next?"""
    return codes[index] in HYPHENS and raw.FPDFText_IsHyphen(layer, index) == 1


def _line(raw: Any, layer: Any, place: Place, codes: list[int], indices: list[int]) -> Line | None:
    """One line, or None where nothing is printed."""
    text = "".join(_printed(codes[i]) for i in indices)
    # UTF-16 halves come one by one.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
    seen = [i for i in indices if not chr(codes[i]).isspace()]
    if not text or not seen:
        return None
    left, bottom, _, top = place(seen[0])
    word_end = min(len(text.split()[0]), len(seen)) - 1
    return Line(
        text,
        left=left,
        right=place(seen[-1])[2],
        bottom=bottom,
        height=top - bottom,
        first_word=place(seen[word_end])[2] - left,
        divided=_divides(raw, layer, codes, indices[-1]),
    )


def _printed(code: int) -> str:
    """A character as text: PDFium's marks for a hyphen are hyphens, and glyphs without a character give nothing."""
    if code in HYPHENS:
        return "-" if code in MARKS_OF_HYPHENS else chr(code)
    return "" if code < 32 and code != 9 else chr(code)


def _box(raw: Any, layer: Any, turn: int, index: int) -> Box:
    """Left, bottom, right and top of a character as its line runs, as high as its font."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(layer, index, box)
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    match turn:
        case 90:
            return bottom, -right, top, -left
        case 180:
            return -right, -top, -left, -bottom
        case 270:
            return -top, left, -bottom, right
    return left, bottom, right, top


def _is_picture(raw: Any, page: Any) -> bool:
    """Does one picture cover most of the page?"""
    width, height = page.get_size()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > MOST_OF_A_PAGE * width * height:
            return True
    return False
