"""GUM's tokens as natural text again: spaces, quotation marks and paragraphs from its TEI files."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

# Elements that stand apart from what is before and after them, unless they stand inside a sentence.
BLOCKS = {"p", "head", "item", "caption", "figure", "sp", "quote", "l", "lg", "cell", "row", "list", "note", "date"}
NO_SPACE_BEFORE = re.compile(r"[,.;:?!)\]}”%…]+|\.\.+|n['’]t|['’](?:s|re|ve|ll|d|m|S)|/", re.IGNORECASE)
NO_SPACE_AFTER = re.compile(r"[(\[{“‘$£€#/]")
INFORMAL = {("gon", "na"), ("wan", "na"), ("got", "ta"), ("can", "not"), ("lem", "me"), ("gim", "me")}
OPENING, CLOSING = "``", "''"
RANGE = re.compile(r"[-–]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with where it stands in the text and what GUM says of it."""

    form: str
    start: int
    end: int
    tag: str
    lemma: str
    pos: str
    relation: str
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A token line, with the elements that it stands in, each by its number; 0 for no orthographic word."""

    columns: list[str]
    sentence: int
    paragraph: int
    orthographic: int


def read_tokens(path: Path) -> tuple[str, list[Token]]:
    """The text of a TEI file of GUM, and its tokens."""
    reader = _Reader()
    reader.read(ET.parse(path).getroot())
    _mend_marks(reader.words)
    text, tokens = "", list[Token]()
    before: _Word | None = None
    for word in reader.words:
        form, tag, lemma, _, pos, relation = word.columns[:6]
        text += _gap(before, word)
        start, before = len(text), word
        text += form
        tokens.append(Token(form, start, len(text), tag, lemma, pos, relation, word.sentence, word.paragraph))
    return text, tokens


class _Reader:
    """Walks through a document's elements and keeps its token lines."""

    def __init__(self) -> None:
        self.words: list[_Word] = []
        self.paragraph = self.sentence = self.orthographic = 0
        self.in_sentence = False

    def read(self, element: ET.Element, orthographic: int = 0) -> None:
        """Read an element with all in it."""
        apart = element.tag in BLOCKS and not self.in_sentence
        self.paragraph += apart
        if element.tag == "s":
            self.sentence += 1
            self.in_sentence = True
        if element.tag == "w":
            self.orthographic += 1
            orthographic = self.orthographic
        self._lines(element.text, orthographic)
        for child in element:
            self.read(child, orthographic)
            self._lines(child.tail, orthographic)
        self.in_sentence = self.in_sentence and element.tag != "s"
        self.paragraph += apart

    def _lines(self, lines: str | None, orthographic: int) -> None:
        for line in (lines or "").splitlines():
            if "\t" in line:
                self.words.append(_Word(line.split("\t"), self.sentence, self.paragraph, orthographic))


def _mend_marks(words: list[_Word]) -> None:
    """A straight quotation mark opens if none is open and closes if one is, whatever its tag says."""
    marks = [word for word in words if word.columns[0] == '"']
    opened = False
    for before, word in zip([None, *marks], marks, strict=False):
        new_paragraph = before is not None and before.paragraph != word.paragraph
        if opened and new_paragraph and word.columns[1] == OPENING:
            opened = False
        opened = not opened
        word.columns[1] = OPENING if opened else CLOSING


def _gap(before: _Word | None, word: _Word) -> str:
    """What stands between a word and the one before it."""
    if before is None:
        return ""
    if before.paragraph != word.paragraph:
        return "\n\n"
    if word.orthographic and word.orthographic == before.orthographic:
        return ""
    return "" if before.sentence == word.sentence and _joined(before, word) else " "


def _joined(before: _Word, word: _Word) -> bool:
    """Are the two of one sentence written without a space between them?"""
    form, tag = word.columns[:2]
    form_before, tag_before = before.columns[:2]
    if (form_before.lower(), form.lower()) in INFORMAL:
        return True
    if RANGE.fullmatch(form) and tag in ("SYM", "HYPH") and form_before[-1:].isdigit():
        return True
    if RANGE.fullmatch(form_before) and tag_before in ("SYM", "HYPH"):
        return form[0].isdigit() or tag_before == "HYPH"
    opens = tag_before in (OPENING, "(") or NO_SPACE_AFTER.fullmatch(form_before) is not None
    if tag in (OPENING, "("):
        return opens
    return opens or tag in (CLOSING, ")", "POS") or NO_SPACE_BEFORE.fullmatch(form) is not None
