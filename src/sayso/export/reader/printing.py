"""Jinja set up once for every page: all text escaped, and a word that a template does not know is an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

from sayso.export.phrases import certainty, counted, date
from sayso.export.reader.marks import printable
from sayso.model import Decision

DONE = {
    Decision.CONFIRM: "confirmed by you",
    Decision.CORRECT: "corrected by you",
    Decision.REJECT: "rejected by you",
    Decision.UNSURE: "left open by you",
}


def shortened(words: str, limit: int = 80) -> str:
    """One line of at most `limit` characters."""
    line = printable(" ".join(words.split()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "certainty": certainty,
    "counted": counted,
    "date": date,
    "done": lambda decision: DONE.get(decision, decision),
    "shortened": shortened,
}


def environment(*loaders: BaseLoader) -> Environment:
    """Templates of the loaders given, and of the reader."""
    found = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("sayso.export.reader")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(FILTERS)
    return found
