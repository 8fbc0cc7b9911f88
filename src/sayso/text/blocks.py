"""The paragraphs of a tree of HTML, as a reader of the page sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.text.lists import words

# lxml ships no types; an element is an lxml element throughout.
Element = Any

BREAKS = frozenset({"br", "lb"})
SPACE = re.compile(r"[ \t\n\r\f]+")
LAYOUT_HINTS = re.compile("[\u00ad\u200b\ufeff]")
NUMBERED = re.compile(r"\(?\w{1,3}[.)]\s")
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list point or row: the element it stands in, its number in a list, and how many of its
    characters are links."""

    element: Element
    text: str
    number: str = ""
    linked: int = 0

    @property
    def key(self) -> str:
        """Its letters and digits alone, to find it again whatever became of its spaces and marks."""
        return key_of(self.text)


def key_of(text: str) -> str:
    """Letters and digits of a text, case left out."""
    return "".join(c for c in text.casefold() if c.isalnum())


def blocks(root: Element) -> list[Block]:
    """Everything visible under the root, in order. List points of an `<ol>` carry their numbers."""
    walk = _Walk()
    _finish(walk.into(root, root))
    walk.close(root)
    return walk.found


def as_text(found: list[Block]) -> str:
    """Paragraphs apart by blank lines."""
    return "\n\n".join(block.number + block.text for block in found)


Steps = Iterator["Steps"]
"""Part of a walk: gives what must be walked before it goes on."""


def _finish(steps: Steps) -> None:
    """Walk to the end. Pages are nested deeper than Python lets functions call each other."""
    waiting = [steps]
    while waiting:
        deeper = next(waiting[-1], None)
        if deeper is None:
            waiting.pop()
        else:
            waiting.append(deeper)


@dataclass(slots=True)
class _Walk:
    found: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    number: str = ""
    linked: int = 0
    counts: dict[Element, int] = field(default_factory=dict)

    def into(self, element: Element, owner: Element, in_link: bool = False) -> Steps:
        """Add what the element shows; `owner` is the block that its words belong to."""
        tag = element.tag if isinstance(element.tag, str) else None
        in_link = in_link or tag == "a"
        self.say(element.text, owner, in_link)
        for child in element:
            yield self.child(child, owner, in_link)
            self.say(child.tail, owner, in_link)

    def child(self, child: Element, owner: Element, in_link: bool) -> Steps:
        tag = child.tag
        if not isinstance(tag, str) or tag in words("html", "unseen") or is_hidden(child):
            return
        if tag in BREAKS:
            self.pieces.append("\n")
        elif tag in ("tr", "row") and not _has_blocks(child):
            yield self.row(child, owner)
        elif is_inline(child):
            mark, end = ("“", "”") if tag == "q" else ("", "")
            self.pieces.append(mark)
            yield self.into(child, owner, in_link)
            self.pieces.append(end)
        else:
            self.close(owner)
            self.number = self.number_of(child) or self.number
            yield self.into(child, child, in_link)
            self.close(child)
            self.number = "" if tag == "li" else self.number

    def number_of(self, point: Element) -> str:
        """The number that a browser prints before this point of an `<ol>`; one that brings its own gets no other."""
        listing = point.getparent()
        if point.tag != "li" or listing.tag != "ol":
            return ""
        step = -1 if listing.get("reversed") is not None else 1
        if listing not in self.counts:
            first = len(listing.findall("li")) if step < 0 else 1
            self.counts[listing] = _whole(listing.get("start"), first) - step
        self.counts[listing] = _whole(point.get("value"), self.counts[listing] + step)
        if NUMBERED.match(SPACE.sub(" ", point.text_content()).lstrip()):
            return ""
        return _numeral(self.counts[listing], listing.get("type") or "1") + ". "

    def row(self, row: Element, owner: Element) -> Steps:
        """The cells of a plain row on one line, apart by tabs."""
        self.close(owner)
        for cell in row:
            yield self.into(cell, row)
            self.pieces.append("\t")
        self.close(row)

    def say(self, words: str | None, owner: Element, in_link: bool) -> None:
        if not words:
            return
        words = LAYOUT_HINTS.sub("", words)
        if owner.tag == "pre":
            self.pieces.append(words.replace("\r\n", "\n"))
        else:
            self.pieces.append(SPACE.sub(" ", words))
        self.linked += len(words.strip()) if in_link else 0

    def close(self, owner: Element) -> None:
        """End the paragraph in hand; two line breaks on end make two of it."""
        text = "".join(self.pieces)
        parts = [text] if owner.tag == "pre" else re.split(r"\n{2,}", _tidy(text))
        for part in parts:
            if part.strip():
                self.found.append(Block(owner, part.strip(), self.number, min(self.linked, len(part))))
                self.number = ""
        self.pieces, self.linked = [], 0


def _tidy(text: str) -> str:
    """Spaces as a browser shows them: one at most, and none at a line's end."""
    return re.sub(r" *([\n\t]) *", r"\1", re.sub(" {2,}", " ", text))


def is_inline(element: Element) -> bool:
    """Does it run on within a line? The source under a block quotation does not."""
    tag, parent = element.tag, element.getparent()
    if tag == "cite" and parent is not None and parent.tag == "blockquote":
        return False
    return tag in words("html", "inline") or "-" in tag


def is_hidden(element: Element) -> bool:
    """Does the page itself keep it from sight?"""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _has_blocks(element: Element) -> bool:
    inside: Iterator[Element] = element.iterdescendants()
    return any(isinstance(e.tag, str) and e.tag not in ("td", "th", "cell") and not is_inline(e) for e in inside)


def _whole(words: str | None, default: int) -> int:
    return int(words) if words and re.fullmatch(r"-?\d{1,6}", words.strip()) else default


def _numeral(number: int, kind: str) -> str:
    if kind in "aA" and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in "iI" and 1 <= number < 40:
        roman = _roman(number)
        return roman.upper() if kind == "I" else roman
    return str(number)


def _roman(number: int) -> str:
    words = ""
    for value, letters in ROMAN:
        words += letters * (number // value)
        number %= value
    return words
