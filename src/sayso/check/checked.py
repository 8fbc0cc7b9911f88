"""What a story puts in somebody's mouth and how it stands to the record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso.model import Difference, Pin, Span, Verdict


class Form(StrEnum):
    """Words in quotation marks or in a transcript, or a clause that is said to have been said: "she said that …"."""

    QUOTATION = "quotation"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation or claim of a story and how it stands to the record.

    `span` is the place of `words`, without their marks, in the story. `difference` tells in one line what
    `differences` list; `pin` ties the original to its document. `note` says what else an editor should know.
    """

    words: str
    span: Span
    verdict: Verdict
    difference: str | None = None
    differences: tuple[Difference, ...] = ()
    pin: Pin | None = None
    speaker_printed: str | None = None
    speaker_recorded: str | None = None
    note: str | None = None
    form: Form = Form.QUOTATION

    def as_json(self) -> dict[str, Any]:
        """The contract of `check --json`."""
        return {
            "words": self.words,
            "span": [self.span.start, self.span.end],
            "kind": str(self.form),
            "verdict": str(self.verdict),
            "difference": self.difference,
            "differences": [{"original": one.original, "printed": one.printed} for one in self.differences],
            "pin": _json(self.pin),
            "speaker_printed": self.speaker_printed,
            "speaker_recorded": self.speaker_recorded,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Retold:
    """A claim in other words than the record's: nothing to compare character by character, and no verdict.

    `nearest` is the sentence of the record that is nearest to it, if any is near. That it is the one meant, or that
    the claim is fair to it, is for a person to say.
    """

    words: str
    span: Span
    nearest: Pin | None = None
    speaker_printed: str | None = None
    speaker_recorded: str | None = None
    note: str | None = None

    def as_json(self) -> dict[str, Any]:
        """One of `in_other_words` in `check --json`."""
        return {
            "words": self.words,
            "span": [self.span.start, self.span.end],
            "nearest": _json(self.nearest),
            "speaker_printed": self.speaker_printed,
            "speaker_recorded": self.speaker_recorded,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Examined:
    """All that a story quotes or claims: what has a verdict, and what is told in other words."""

    quotes: tuple[Checked, ...]
    in_other_words: tuple[Retold, ...]

    def as_json(self) -> dict[str, Any]:
        """The contract of `check --json`."""
        return {
            "quotes": [one.as_json() for one in self.quotes],
            "in_other_words": [one.as_json() for one in self.in_other_words],
        }


def _json(pin: Pin | None) -> dict[str, Any] | None:
    return {"document": pin.document, "span": [pin.span.start, pin.span.end]} if pin else None
