"""A folded text cut into words, which is what differences are told in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sayso.pins.folding import LINE_BREAK, LONG_TEXT, Folded, folded_once

_INSIDE = frozenset(("", "'", LINE_BREAK))
_INSIDE_NUMBER = frozenset(".,:/")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: each in lower case with its apostrophes, and at which letter each begins."""

    text: str
    folded: Folded
    keys: list[str]
    firsts: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def after(self, word: int) -> int:
        """The letter after a word's last one."""
        return self.firsts[word + 1] if word + 1 < len(self.firsts) else len(self.folded)

    def start(self, word: int) -> int:
        """Offset of a word's first character."""
        return self.folded.starts[self.firsts[word]]

    def end(self, word: int) -> int:
        """Offset after a word's last character."""
        return self.folded.ends[self.after(word) - 1]

    def joint(self, word: int) -> str:
        """What stands before a word."""
        return self.folded.joints[self.firsts[word]]

    def between(self, first: int, stop: int) -> str:
        """The text from one word up to, not with, another."""
        return self.text[self.start(first) : self.end(stop - 1)] if first < stop else ""


def words_of_folded(text: str, folded: Folded) -> Words:
    """Cut into words: "twenty-eight" is two with a joint that counts, "don't" is one, and so is "1.5"."""
    joints = folded.joints
    breaks = [at for at, joint in enumerate(joints[:-1]) if joint not in _INSIDE and not _in_number(folded, at)]
    firsts = [0, *breaks[breaks[:1] == [0] :]] if folded.letters else []
    stops = [*firsts[1:], len(folded)][: len(firsts)]
    return Words(text, folded, [_key(folded, *pair) for pair in zip(firsts, stops, strict=True)], firsts)


def words_in(text: str) -> Words:
    """The words of a text, kept for the next comparison."""
    return _short_words(text) if len(text) < LONG_TEXT else _long_words(text)


def _words_in(text: str) -> Words:
    return words_of_folded(text, folded_once(text))


_short_words = lru_cache(maxsize=512)(_words_in)
_long_words = lru_cache(maxsize=2)(_words_in)


def _in_number(folded: Folded, at: int) -> bool:
    """Does what stands before this letter hold two digits together?"""
    if at == 0 or folded.joints[at] not in _INSIDE_NUMBER:
        return False
    return folded.letters[at - 1].isdigit() and folded.letters[at].isdigit()


def _key(folded: Folded, first: int, stop: int) -> str:
    joints = folded.joints[first + 1 : stop]
    if not any(joints):
        return folded.lower[first:stop]
    signs = ["", *("" if joint == LINE_BREAK else joint for joint in joints)]
    return "".join(map("".join, zip(signs, folded.lower[first:stop], strict=True)))
