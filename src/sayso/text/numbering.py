"""The numbers that Word prints before list points and headings without writing them into the text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

# lxml ships no types; an element is an lxml element throughout.
Element = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: its first number, the kind of numeral, and the words around it ("%1.%2)")."""

    start: int
    kind: str
    pattern: str

    @classmethod
    def of(cls, element: Element) -> Level:
        return cls(
            _number(element, "start", 1), _value(element, "numFmt") or "decimal", _value(element, "lvlText") or ""
        )


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted. Ask once for each paragraph, in order."""

    levels: dict[str, dict[int, Level]]
    """By list (numId)."""
    families: dict[str, str]
    """Lists of one family (abstractNumId) go on counting where another left off."""
    restarts: frozenset[str]
    styles: dict[str, tuple[str, int]]
    """The list and level that a paragraph style brings."""
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, word: Any) -> Numbering:
        """The numbering of a python-docx document."""
        root = next((r.target_part.element for r in word.part.rels.values() if r.reltype == NUMBERING), None)
        styles = _styles(word.styles.element)
        if root is None:
            return cls({}, {}, frozenset(), styles)
        abstract = {e.get(f"{W}abstractNumId"): e for e in root.iterchildren(f"{W}abstractNum")}
        lists = list(root.iterchildren(f"{W}num"))
        families = {e.get(f"{W}numId"): _value(e, "abstractNumId") or "" for e in lists}
        levels = {e.get(f"{W}numId"): _levels(abstract.get(_value(e, "abstractNumId")), e) for e in lists}
        restarts = frozenset(e.get(f"{W}numId") for e in lists if next(e.iter(f"{W}startOverride"), None) is not None)
        return cls(levels, families, restarts, styles)

    def next_for(self, paragraph: Element) -> str:
        """What Word prints before this paragraph: "3. ", "2.1 ", "• ", or nothing."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number, depth = place
        levels = self.levels.get(number, {})
        level = levels.get(depth)
        if level is None or level.kind == "none":
            return ""
        if level.kind == "bullet":
            return f"{BULLET} "
        counts = self._count(number, depth, level)
        return _printed(level, levels, counts)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """List and level, from the paragraph itself or from its style."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return self.styles.get("")
        style = self.styles.get(_value(properties, "pStyle") or "")
        own = properties.find(f"{W}numPr")
        if own is None:
            return style
        number = _value(own, "numId") or (style[0] if style else None)
        depth = _number(own, "ilvl", style[1] if style else 0)
        return (number, depth) if number not in (None, "0") else None

    def _count(self, number: str, depth: int, level: Level) -> dict[int, int]:
        family = self.families.get(number, number)
        if number in self.restarts and number not in self.begun:
            self.counts[family] = {}
        self.begun.add(number)
        counts = self.counts[family]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return counts


def _levels(abstract: Element | None, listing: Element) -> dict[int, Level]:
    """The levels of a list: those of its family, with the list's own changes."""
    levels: dict[int, Level] = {}
    for element in [] if abstract is None else abstract.iterchildren(f"{W}lvl"):
        levels[_depth(element)] = Level.of(element)
    for override in listing.iterchildren(f"{W}lvlOverride"):
        depth = _depth(override)
        if (own := override.find(f"{W}lvl")) is not None:
            levels[depth] = Level.of(own)
        if depth in levels:
            level = levels[depth]
            levels[depth] = Level(_number(override, "startOverride", level.start), level.kind, level.pattern)
    return levels


def _styles(root: Element) -> dict[str, tuple[str, int]]:
    """For each paragraph style that numbers: list and level, its own or of the style it builds on."""
    by_id = {e.get(f"{W}styleId"): e for e in root.iterchildren(f"{W}style")}
    found: dict[str, tuple[str, int]] = {}
    for name, style in by_id.items():
        if (place := _style_place(style, by_id)) is not None:
            found[name] = place
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1":
                found[""] = place
    return found


def _style_place(style: Element, by_id: dict[str, Element]) -> tuple[str, int] | None:
    seen: set[str] = set()
    while style is not None:
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None and (number := _value(numbered, "numId")):
            return None if number == "0" else (number, _number(numbered, "ilvl", 0))
        base = _value(style, "basedOn") or ""
        if base in seen:
            return None
        seen.add(base)
        style = by_id.get(base)
    return None


def _printed(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    def numeral(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth, level)
        return _numeral(counts.get(depth, other.start), other.kind)

    words = re.sub(r"%(\d)", numeral, level.pattern).strip()
    return f"{words} " if words else ""


def _numeral(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and number > 0:
        roman = _roman(number)
        return roman.upper() if kind == "upperRoman" else roman
    if kind == "decimalZero":
        return f"{number:02}"
    if kind == "ordinal":
        return f"{number}{_ordinal(number)}"
    return str(number)


def _roman(number: int) -> str:
    words = ""
    for value, letters in ROMAN:
        words += letters * (number // value)
        number %= value
    return words + ROMAN_ONES[number]


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")  # codespell:ignore nd


def _value(parent: Element, tag: str) -> str | None:
    child = parent.find(f"{W}{tag}")
    value = None if child is None else child.get(f"{W}val")
    return value if isinstance(value, str) else None


def _number(parent: Element, tag: str, default: int) -> int:
    value = _value(parent, tag)
    return int(value) if value and re.fullmatch(r"-?\d{1,9}", value) else default


def _depth(element: Element) -> int:
    words = element.get(f"{W}ilvl") or "0"
    return int(words) if words.isdecimal() else 0
