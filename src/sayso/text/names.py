"""Names that can be printed and stored, whatever a file system or a sender put into them."""

from __future__ import annotations

import os
import re
import unicodedata

SURROGATE = re.compile("[\ud800-\udfff]")
CONTROLS = (*range(9), *range(11, 32), *range(127, 160))
"""What steers a terminal, but for tab and line end."""

TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""What turns the direction of all that follows: embeddings, overrides, isolates, and what ends them."""

STEERING = dict.fromkeys((*CONTROLS, *TURNS), "\ufffd")


def tame(text: str) -> str:
    r"""The same number of characters, none of which steers a terminal, or turns round the line that it stands in.

    >>> tame("Ada\x1b[31m Vento\u202e, editor")
    'Ada\ufffd[31m Vento\ufffd, editor'
    """
    return text.translate(STEERING)


def without_halves(text: str) -> str:
    """Each half of a surrogate pair that stands alone becomes U+FFFD: no such thing can be stored, and offsets stay."""
    return SURROGATE.sub("\ufffd", text)


def printable(name: str) -> str:
    r"""A file's name on one line; bytes that are no UTF-8 are spelt out.

    >>> printable("a\nb")
    'a b'
    >>> printable("na\udcefve.txt")
    'na\\xefve.txt'
    """
    try:
        name = os.fsencode(name).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        name = without_halves(name)
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in name).strip() or "unnamed"


def one_line(words: str | None) -> str | None:
    """Metadata as one clean line, or None where nothing is left of it."""
    if words is None:
        return None
    return " ".join(without_halves(words).replace("\0", " ").split()) or None
