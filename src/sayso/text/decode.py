"""Bytes to text, settled here once for every format: encoding and line ends."""

from __future__ import annotations

import codecs
import re

from sayso.errors import WrongFormat

# The longer marks first: UTF-32's begins like UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOSTLY_ASCII = 0.3
"""Up to this share of high bytes, text is Western: quotation marks, dashes, accents."""


def decode(data: bytes, name: str, charset: str | None = None) -> str:
    """The text of these bytes: by mark, by the stated charset, as UTF-8, else by its looks with cp1252 as the fallback.

    Raises WrongFormat where the bytes are no text at all.
    """
    text = _marked(data, name)
    if text is None:
        text = _stated(data, charset) or _utf8(data) or _by_its_looks(data)
    if text is None or _is_junk(text):
        raise WrongFormat(name, "holds no readable text but bytes of another kind", "Export it as text, PDF or DOCX.")
    return text


def plain_text(data: bytes, name: str) -> str:
    r"""The decoded file with `\r\n` made `\n`, and nothing else touched: a lone `\r` stays."""
    return decode(data, name).replace("\r\n", "\n")


def _marked(data: bytes, name: str) -> str | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.removeprefix(codecs.BOM_UTF8).decode(encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8":
                    return data.removeprefix(mark).decode(encoding, "replace")
                advice = "Save it again as UTF-8."
                raise WrongFormat(name, f"begins as {encoding.upper()} and does not go on so", advice) from error
    return None


def _stated(data: bytes, charset: str | None) -> str | None:
    if not charset:
        return None
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also where a few bytes are damaged: no other encoding makes whole UTF-8 letters by chance."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = sum(not c.isascii() for c in text) - damaged
    return text if whole > damaged else None


def _by_its_looks(data: bytes) -> str | None:
    high = sum(byte > 127 for byte in data)
    if high > MOSTLY_ASCII * len(data) and (guess := _guessed(data)):
        return guess
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> str | None:
    # Imported here: only text that is neither UTF-8 nor Western needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best else None


def _is_junk(text: str) -> bool:
    """NULs, or more control characters than any text has."""
    return "\0" in text or len(CONTROL.findall(text)) > 0.05 * len(text)
