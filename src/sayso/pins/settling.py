"""Marks whose meaning hangs on their surroundings, settled before a text is folded. Offsets stay as they are.

An apostrophe is part of a word; a single quotation mark is not. They are one character on a typewriter.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise

from sayso.pins.characters import SINGLE_MARKS, is_letter

NOTHING = "\u200b"
QUOTE = '"'
APOSTROPHE = "'"

_SINGLES = "".join(sorted(SINGLE_MARKS))
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_ACCENTS = "\u0300-\u036f"
BRACKETED_INITIAL = re.compile(rf"(?<!\w)\[[{_UNSEEN}]*([^\W\d_])[{_ACCENTS}{_UNSEEN}]*\](?=[{_UNSEEN}]*\w)")
_DOUBLED = re.compile(rf"([{_SINGLES}])\1")
_SINGLE = re.compile(rf"[{_SINGLES}]")
_ELIDED = re.compile(r"(?:em|cause|til|till|tis|twas|n|bout|round|neath|ere|kay|\d+s?)\b", re.IGNORECASE)
_INCHES = re.compile(r'(?<=\d)["”″＂]')
_LOOKBACK = 500
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


def settle(text: str) -> str:
    """The text with brackets around initials gone, and every single mark either an apostrophe or a quotation mark."""
    has_single = _SINGLE.search(text) is not None
    has_initial = "[" in text and BRACKETED_INITIAL.search(text) is not None
    if not has_single and not has_initial and not _INCHES.search(text):
        return text
    characters = list(text)
    for match in BRACKETED_INITIAL.finditer(text):
        characters[match.start()] = characters[match.end() - 1] = NOTHING
    for at, char in _settled_marks(text):
        characters[at] = char
    return "".join(characters)


def _settled_marks(text: str) -> Iterator[tuple[int, str]]:
    doubled: set[int] = set()
    for match in _DOUBLED.finditer(text):
        doubled.update((match.start(), match.end() - 1))
        between_letters = _letter_at(text, match.start() - 1) and _letter_at(text, match.end())
        yield match.start(), APOSTROPHE if between_letters else QUOTE
        yield match.end() - 1, NOTHING
    yield from _inch_marks(text)
    edges = [m.start() for m in _SINGLE.finditer(text) if m.start() not in doubled]
    yield from _paired(text, [at for at in edges if not _inside_word(text, at)])


def _inch_marks(text: str) -> Iterator[tuple[int, str]]:
    """A double mark after a digit is a measure unless a quotation is open there: 6" of snow."""
    for match in _INCHES.finditer(text):
        at = match.start()
        before = text[max(0, at - _LOOKBACK) : at].rpartition("\n")[2]
        is_open = before.count('"') % 2 == 1 or before.count("“") > before.count("”")
        if not is_open and match.group() != "”":
            yield at, APOSTROPHE


def _paired(text: str, edges: list[int]) -> Iterator[tuple[int, str]]:
    """Quotation marks for the single marks that open and close something; the rest stay apostrophes."""
    paragraph_ends = [match.start() for match in _PARAGRAPH_END.finditer(text)]
    opened: int | None = None
    for at, following in pairwise([*edges, len(text)]):
        paragraph = bisect(paragraph_ends, at)
        if opened is not None and bisect(paragraph_ends, opened) != paragraph:
            opened = None
        same_paragraph = following < len(text) and bisect(paragraph_ends, following) == paragraph
        if _may_open(text, at):
            opened = at
        elif _is_apostrophe(text, at, opened, following if same_paragraph else None):
            continue
        else:
            yield at, QUOTE
            if opened is not None:
                yield opened, QUOTE
                opened = None


def _may_open(text: str, at: int) -> bool:
    before_is_free = not _letter_at(text, at - 1) and text[at - 1 : at] not in tuple(".,!?…")
    return before_is_free and _letter_at(text, at + 1) and not _ELIDED.match(text, at + 1)


def _is_apostrophe(text: str, at: int, opened: int | None, following: int | None) -> bool:
    """A mark that opens nothing: does it also close nothing?"""
    if not _letter_at(text, at - 1):
        return _ELIDED.match(text, at + 1) is not None
    if opened is None:
        return True
    # 'The dogs' bowls are here': a mark after s, while a later one closes what is open.
    return text[at - 1] in "sS" and following is not None and not _may_open(text, following)


def _inside_word(text: str, at: int) -> bool:
    return _letter_at(text, at - 1) and _letter_at(text, at + 1)


def _letter_at(text: str, at: int) -> bool:
    return 0 <= at < len(text) and is_letter(text[at])
