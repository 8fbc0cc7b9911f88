"""One training text with the attributions in it, as PolNeAR's JSON lines have it; attributions may nest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[int, int]
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say what: where the words of source, cue and content stand."""

    source: Spans
    cue: Spans
    content: Spans
    composed: bool = False

    @property
    def spans(self) -> list[Span]:
        """All its spans, as they follow in the text."""
        return sorted((*self.source, *self.cue, *self.content))

    def as_json(self) -> dict[str, Any]:
        """As a line of PolNeAR has it; `composed` only where it is so."""
        parts: dict[str, Any] = {"source": self.source, "cue": self.cue, "content": self.content}
        return parts | {"composed": True} if self.composed else parts


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and its attributions."""

    id: str
    text: str
    attributions: tuple[Attribution, ...] = field(default=())

    @property
    def composed(self) -> bool:
        """Is any attribution in it made by us out of two?"""
        return any(attribution.composed for attribution in self.attributions)

    def as_json(self) -> dict[str, Any]:
        """As a line of PolNeAR has it; `composed` only where it is so."""
        lines = [attribution.as_json() for attribution in self.attributions]
        marked: dict[str, Any] = {"composed": True} if self.composed else {}
        return {"id": self.id, "text": self.text} | marked | {"attributions": lines}


def read_texts(path: Path) -> Iterator[Labelled]:
    """The texts of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            read = json.loads(line)
            found = tuple(_attribution(attribution) for attribution in read["attributions"])
            yield Labelled(read["id"], read["text"], found)


def write_texts(path: Path, texts: Iterable[Labelled]) -> None:
    """Write one text a line, having looked that every span holds words of its text."""
    with path.open("w", encoding="utf-8") as lines:
        for text in texts:
            check(text)
            lines.write(json.dumps(text.as_json(), ensure_ascii=False) + "\n")


def check(text: Labelled) -> None:
    """Raise unless every span lies in the text, holds words, and overlaps no other of its role and attribution."""
    for attribution in text.attributions:
        for spans in (attribution.source, attribution.cue, attribution.content):
            end = 0
            for start, stop in spans:
                if not (end <= start < stop <= len(text.text)) or not text.text[start:stop].strip():
                    raise ValueError(f"{text.id}: no words at {start}-{stop}: {text.text[start:stop]!r}")
                end = stop


def _attribution(read: dict[str, Any]) -> Attribution:
    source, cue, content = (tuple((start, stop) for start, stop in read[role]) for role in ("source", "cue", "content"))
    return Attribution(source, cue, content, read.get("composed", False))
