"""A text as its letters alone, with what stands between them, so that two printings of the same words fold alike.

A joint is what stands before a letter: nothing (inside a word), a space, or signs with their spaces taken out.
Quotation marks come last in a joint: `"` may be there or not; an apostrophe `'` must be there.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

from sayso.pins.characters import (
    LONG_DASHES,
    SOFT_HYPHENS,
    is_dash,
    is_invisible,
    is_letter,
    is_mark,
    letter_form,
    symbol_form,
)
from sayso.pins.settling import BRACKETED_INITIAL, settle

LINE_BREAK = "\n"
"""The joint of a word that a hyphen broke at a line's end: "peace-/ful" is peaceful, "long-/term" long-term."""
LONG_TEXT = 20_000
"""From this many characters on, likely places are looked at before the whole text is folded."""
MINUS = "−"
"""A dash that is the sign of the number it touches."""

_RUN = re.compile("[0-9A-Za-z]+")
_BROKEN_WORD = re.compile(r"[-‐‑]\s*\n\s*")
_DOTS = re.compile(r"[.…](?:\s*[.…])+")
_DASHES = re.compile("-{2,}")
_LONGEST_BREAK = 80
_NUMBER_SIGNS = frozenset(".,:/")


@dataclass(frozen=True, slots=True)
class Folded:
    """Letters of a text, the joint before each (and one after the last), and where each letter stands."""

    letters: str
    lower: str
    joints: list[str]
    starts: array[int]
    ends: array[int]
    freed: frozenset[int]

    def __len__(self) -> int:
        return len(self.letters)


class _Folder:
    """Collects letters and joints from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters: list[str] = []
        self.joints: list[str] = []
        self.starts = array("I")
        self.ends = array("I")
        self.gap_start = 0
        self.last = ""

    def run(self, start: int, end: int) -> None:
        """Plain letters and digits, one character each."""
        word = self.text[start:end]
        self._close_gap(start, word[0])
        self.letters.append(word)
        self.joints.extend(_nothing(end - start - 1))
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))
        self._moved_past(word[-1], end)

    def cluster(self, start: int, end: int) -> None:
        """One letter with its marks, as the letters it stands for, all at the same place."""
        letters = _cluster_form(self.text[start:end])
        if is_mark(self.text[start]) and start == self.gap_start:
            self.joints.append("")
        else:
            self._close_gap(start, letters[0])
        self.letters.append(letters)
        self.joints.extend(_nothing(len(letters) - 1))
        self.starts.extend([start] * len(letters))
        self.ends.extend([end] * len(letters))
        self._moved_past(letters[-1], end)

    def _close_gap(self, start: int, following: str) -> None:
        gap = self.text[self.gap_start : start]
        self.joints.append(" " if gap == " " and self.last else _joint(gap, self.last, following))

    def _moved_past(self, last: str, end: int) -> None:
        self.last = _sort_of(last)
        self.gap_start = end

    def folded(self, freed_at: set[int]) -> Folded:
        """What was collected."""
        self.joints.append(_joint(self.text[self.gap_start :], self.last, ""))
        letters = "".join(self.letters)
        lower = letters.lower().replace("ς", "σ")
        freed = {at for at, start in enumerate(self.starts) if start in freed_at} if freed_at else set()
        same_length = lower if len(lower) == len(letters) else letters
        return Folded(letters, same_length, self.joints, self.starts, self.ends, frozenset(freed))


def fold(text: str) -> Folded:
    """The folded form of a text; every printing of the same words has the same letters and joints."""
    settled = settle(text)
    folder = _Folder(settled)
    done = 0
    for match in _RUN.finditer(settled):
        start, end = match.span()
        if not _letterless(settled[done:start]):
            _fold_slowly(folder, done, start)
        folder.run(start, end)
        done = end
    if not _letterless(settled[done:]):
        _fold_slowly(folder, done, len(settled))
    freed = {match.start(1) for match in BRACKETED_INITIAL.finditer(text)} if "[" in text else set()
    return folder.folded(freed)


def folded_once(text: str) -> Folded:
    """The folded form, kept: quotations and paragraphs are compared again and again."""
    return _fold_short(text) if len(text) < LONG_TEXT else _fold_long(text)


_fold_short = lru_cache(maxsize=1024)(fold)
_fold_long = lru_cache(maxsize=2)(fold)


def same_joint(one: str, other: str) -> bool:
    """Do two joints differ in typography only?"""
    if one == other:
        return True
    if LINE_BREAK in (one, other):
        return one + other in (LINE_BREAK, LINE_BREAK + "-", "-" + LINE_BREAK)
    if one.replace('"', "") == other.replace('"', ""):
        return True
    return _any_mark(one) == _any_mark(other)


def signs_of(gap: str) -> str:
    """The signs in a stretch without letters, without quotation marks and spaces."""
    return _core("".join(map(symbol_form, gap)), False)


def _any_mark(joint: str) -> str:
    """The joint with one sort of mark: what is a lone apostrophe in a part may close a quotation in the whole."""
    return joint.rstrip("\"'") + '"' if joint.endswith(('"', "'")) else joint


def _fold_slowly(folder: _Folder, start: int, end: int) -> None:
    """A stretch with letters beyond ASCII in it, letter by letter."""
    text, at = folder.text, start
    while at < end:
        if not is_letter(text[at]):
            at += 1
            continue
        stop = at + 1
        while stop < end and is_mark(text[stop]):
            stop += 1
        folder.cluster(at, stop)
        at = stop


@lru_cache(maxsize=8192)
def _letterless(gap: str) -> bool:
    return not any(map(is_letter, gap))


@lru_cache(maxsize=8192)
def _cluster_form(cluster: str) -> str:
    # Marks in one order, however they were typed: NFD of the whole sees to it.
    return unicodedata.normalize("NFD", "".join(map(letter_form, cluster)))


@lru_cache(maxsize=256)
def _nothing(count: int) -> tuple[str, ...]:
    return ("",) * count


@lru_cache(maxsize=4096)
def _sort_of(char: str) -> str:
    """Stands for the neighbour of a joint: a digit, a letter, or none at the text's edge."""
    if not char:
        return ""
    return "5" if char.isdigit() else "a"


def _joint(gap: str, last: str, following: str) -> str:
    return _joint_between(gap, last, _sort_of(following))


@lru_cache(maxsize=65536)
def _joint_between(gap: str, last: str, following: str) -> str:
    visible = "".join(char for char in gap if not is_invisible(char))
    if last == following == "a" and "\n" in gap and len(gap) < _LONGEST_BREAK:
        if _BROKEN_WORD.fullmatch(visible):
            return LINE_BREAK
        if visible.isspace() and _begins_with_soft_hyphen(gap):
            return ""
    signs = "".join(map(symbol_form, visible))
    spaced = " " in signs or not last or not following
    if following == "5" and _ends_in_minus(visible, at_edge=not last):
        return _with_marks(_core(signs[:-1], False) + MINUS, signs, spaced)
    return _with_marks(_core(signs, last == following == "5"), signs, spaced)


def _begins_with_soft_hyphen(gap: str) -> bool:
    return next((char in SOFT_HYPHENS for char in gap if char in SOFT_HYPHENS or not is_invisible(char)), False)


def _ends_in_minus(gap: str, at_edge: bool) -> bool:
    """Is the last sign a short dash on its own, touching the number but no word before it?"""
    before = gap[-2:-1]
    touches_word = not before and not at_edge
    alone = not before or before in LONG_DASHES or (not is_dash(before) and before not in ")]")
    return is_dash(gap[-1:] or " ") and gap[-1] not in LONG_DASHES and alone and not touches_word


def _core(signs: str, between_digits: bool) -> str:
    """The signs without spaces and quotation marks."""
    bare = _DASHES.sub("-", _DOTS.sub("…", signs)).replace('"', "").replace("'", "")
    closed = "".join(bare.split())
    if between_digits and closed in _NUMBER_SIGNS and bare != closed:
        # "in 2020, 500 men" is not "2020,500".
        return closed + " "
    return closed


def _with_marks(core: str, signs: str, spaced: bool) -> str:
    has_apostrophe, has_quote = "'" in signs, '"' in signs
    if not core and not spaced:
        # Between two letters without a space any mark is an apostrophe.
        return "'" if has_apostrophe or has_quote else ""
    return (core or " ") + ("'" if has_apostrophe else "") + ('"' if has_quote else "")
