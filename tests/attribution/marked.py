"""Sentences with their attribution marked: [source], <cue>, {content}."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sayso.attribution.assess import assessed
from sayso.attribution.found import Found
from sayso.language.analysis import analyse
from sayso.model import Document, Span, Spans

_PARTS = {"[": "source", "<": "cue", "{": "content"}


def unmarked(sentence: str) -> tuple[str, Found]:
    """The sentence without its marks, and the attribution that they mark."""
    text, part, start = "", "", 0
    spans: dict[str, Spans] = {"source": (), "cue": (), "content": ()}
    for character in sentence:
        if character in "[<{":
            part, start = _PARTS[character], len(text)
        elif character in "]>}":
            spans[part] += (Span(start, len(text)),)
        else:
            text += character
    return text, Found(spans["content"], spans["cue"], spans["source"])


def assessment(sentence: str) -> tuple[str, Found]:
    """The text, and the marked attribution as assessed."""
    text, found = unmarked(sentence)
    return text, assessed(found, analyse(Document(text)))


def cases(*tables: str) -> list[tuple[str, str]]:
    """Every wanted reality with its sentence."""
    folder = Path(__file__).parent
    read = [tomllib.loads((folder / table).read_text(encoding="utf-8")) for table in tables]
    return [(wanted, sentence) for table in read for wanted, sentences in table.items() for sentence in sentences]
