"""GUM's coreference: which words of a document mean the same person or thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from training.detokenise import Token, read_tokens

_MARK = re.compile(r"(\()?([a-z]+-\d+)(?:-[^()]*)?(\))?")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean somebody or something; those of one `entity` mean the same. `sort` is GUM's, such as "person"."""

    start: int
    end: int
    entity: str

    @property
    def sort(self) -> str:
        """GUM's sort of thing: person, organization, place…"""
        return self.entity.split("-")[0]


@dataclass(frozen=True, slots=True)
class Linked:
    """A document and its mentions."""

    id: str
    text: str
    mentions: tuple[Mention, ...]


def read_linked(folder: Path, genres: set[str]) -> list[Linked]:
    """The documents of these genres; `folder` holds `xml` and `coref`."""
    paths = sorted((folder / "coref" / "gum" / "conll").glob("GUM_*.conll"))
    return [_document(folder, path) for path in paths if path.stem.split("_")[1] in genres]


def _document(folder: Path, path: Path) -> Linked:
    text, tokens = read_tokens(folder / "xml" / f"{path.stem}.xml")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    if [row[1] for row in rows] != [token.form for token in tokens] and len(rows) != len(tokens):
        raise ValueError(f"{path.name} has other words than its text")
    return Linked(path.stem, text, tuple(_mentions([row[2] for row in rows], tokens)))


def _mentions(marks: list[str], tokens: list[Token]) -> list[Mention]:
    """Every pair of brackets with the same number."""
    open_at: dict[str, list[int]] = {}
    found: list[Mention] = []
    for token, mark in zip(tokens, marks, strict=True):
        for opens, entity, closes in _MARK.findall(mark):
            if opens:
                open_at.setdefault(entity, []).append(token.start)
            if closes and open_at.get(entity):
                found.append(Mention(open_at[entity].pop(), token.end, entity))
    return sorted(found, key=lambda m: (m.start, -m.end))
