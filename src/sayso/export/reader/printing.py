"""Jinja set up once for every page: text escaped and tamed, and a word that a template does not know is an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sayso.export.phrases import capital, certainty, counted, date, day
from sayso.export.reader.cards import NEVER_SAID
from sayso.export.reader.marks import printable
from sayso.model import Decision, Judgement, Verdict
from sayso.text.names import tame

DONE = {
    Decision.CONFIRM: "confirmed",
    Decision.CORRECT: "corrected",
    Decision.REJECT: "rejected",
    Decision.UNSURE: "left open",
    Decision.SAME: "the same",
    Decision.DIFFERENT: "not the same",
}
VERDICTS = {
    Verdict.VERBATIM: "verbatim",
    Verdict.TYPOGRAPHIC: "differs in typography only",
    Verdict.ALTERED: "altered",
    Verdict.ABSENT: "not in the record",
    Verdict.OTHER_SPEAKER: "somebody else’s words",
}


def shortened(words: str, limit: int = 80) -> str:
    """One line of at most `limit` characters."""
    line = printable(" ".join(words.split()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def meant(judgement: Judgement, text: str = "") -> str:
    """What a correction sets, in words: places in the text, where it is at hand, by the words that stand there."""
    field, value = judgement.field or "", judgement.value or ""
    name = _FIELDS.get(field, field)
    if field in ("content", "cue", "source"):
        places = [part.split("-") for part in value.replace(" ", "").split(",") if part]
        value = " … ".join(text[int(start) : int(end)] for start, end in places)
    if field == "when":
        edtf, _, place = value.partition(" ")
        start, _, end = place.partition("-")
        printed = text[int(start) : int(end)] if end else ""
        return (
            f"{name} is {date(edtf)}" + (f", printed “{printed}”" if printed else "") if edtf else f"{name} is not told"
        )
    return f"{name} is “{value.replace('_', ' ')}”" if value else f"{name} is not told"


_FIELDS = {"addressees": "spoken to", "content": "what was said", "source": "the words for the speaker"}


def shown(value: Any) -> Any:
    """What a page prints for a value; no word of a document steers what stands beside it.

    Markup is printed as it is: its maker has seen to that.
    """
    return printable(tame(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def exact(value: str) -> Markup:
    """For the value of a field, which comes back when the form is sent: every character as it is."""
    return escape(value)


def address(id: str) -> Markup:
    """An id as a part of an address: whatever stands in it, it is one part."""
    return Markup(quote(id, safe=""))


FILTERS: Mapping[str, Callable[..., Any]] = {
    "address": address,
    "capital": capital,
    "certainty": certainty,
    "counted": counted,
    "date": date,
    "day": day,
    "done": lambda decision: DONE.get(decision, decision),
    "exact": exact,
    "meant": meant,
    "never_said": lambda reality: NEVER_SAID.get(reality, ""),
    "verdict": VERDICTS.__getitem__,
    "shortened": shortened,
}


def environment(*loaders: BaseLoader) -> Environment:
    """Templates of the loaders given, and of the reader."""
    found = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("sayso.export.reader")]),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(FILTERS)
    return found
