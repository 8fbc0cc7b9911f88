"""Which characters are one character to a reader: kinds of quotation marks, dashes, spaces, and forms of a letter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

SINGLE_MARKS = frozenset("'’‘‛`´′‵ʼʻʹ＇")
DOUBLE_MARKS = frozenset('"“”„‟«»‹›‚″‶〝〞〟＂「」『』❝❞')
HYPHENS = frozenset("-‐‑⁃－﹣")
LONG_DASHES = frozenset("—―⸺⸻﹘─")
SOFT_HYPHENS = frozenset("\u00ad\x02\ufffe")
"""Invisible hyphens; PDF text has the last two where a line was broken."""

# Not Pd, but dashes to every reader: the minus sign, the hyphen bullet and the box drawing line.
_OTHER_DASHES = frozenset("−⁃─")
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_INVISIBLE = _VARIATION_SELECTORS | SOFT_HYPHENS | {"\u034f"}
_LEADERS = {"․": ".", "‥": "…"}

# Forms of one and the same character. Not here on purpose: <super>, <sub>, <fraction>, <circle>, <square>, under
# which NFKC would make x² into x2, 1½ into 11⁄2 and ① into 1.
_SAME_CHARACTER = ("<wide>", "<narrow>", "<small>", "<noBreak>", "<vertical>", "<font>")
_SAME_LETTER = ("<initial>", "<medial>", "<final>", "<isolated>", "<compat>")


@lru_cache(maxsize=8192)
def is_letter(char: str) -> bool:
    """A letter, a digit, or a mark that belongs to one."""
    if char in SINGLE_MARKS or char in _VARIATION_SELECTORS:
        return False
    return char.isalnum() or (unicodedata.category(char)[0] == "M" and char != "\u034f")


@lru_cache(maxsize=8192)
def is_mark(char: str) -> bool:
    """A combining mark, which belongs to the letter before it."""
    return unicodedata.category(char)[0] == "M" and is_letter(char)


@lru_cache(maxsize=8192)
def is_invisible(char: str) -> bool:
    """Soft hyphens, zero-width characters, direction marks."""
    return char in _INVISIBLE or unicodedata.category(char) == "Cf"


@lru_cache(maxsize=8192)
def is_dash(char: str) -> bool:
    """Hyphens, dashes and minus signs of every length."""
    return char in _OTHER_DASHES or unicodedata.category(char) == "Pd"


@lru_cache(maxsize=8192)
def is_currency(char: str) -> bool:
    """$, €, £ …"""
    return unicodedata.category(char) == "Sc"


@lru_cache(maxsize=8192)
def letter_form(char: str) -> str:
    """The letters that a letter stands for: ligatures and wide forms taken apart, accents after their letter (NFD)."""
    tag, _, _ = unicodedata.decomposition(char).partition(" ")
    if tag in _SAME_CHARACTER or (tag in _SAME_LETTER and char.isalpha()):
        plain = unicodedata.normalize("NFKC", char)
        if all(map(is_letter, plain)):
            return unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFD", char)


@lru_cache(maxsize=8192)
def symbol_form(char: str) -> str:
    """One character for all kinds of a quotation mark, dash, space or sign; nothing for an invisible one."""
    if char in SINGLE_MARKS:
        return "'"
    if char in DOUBLE_MARKS:
        return '"'
    if is_dash(char):
        return "-"
    if char.isspace():
        return " "
    if is_invisible(char):
        return ""
    return _LEADERS.get(char) or _sign_form(char)


def _sign_form(char: str) -> str:
    tag, _, _ = unicodedata.decomposition(char).partition(" ")
    return unicodedata.normalize("NFKC", char) if tag in _SAME_CHARACTER else char
