"""A quotation of a story and how it stands to the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.model import Difference, Pin, Span, Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation of a story and how it stands to the record.

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

    def as_json(self) -> dict[str, Any]:
        """The contract of `check --json`."""
        return {
            "words": self.words,
            "span": [self.span.start, self.span.end],
            "verdict": str(self.verdict),
            "difference": self.difference,
            "differences": [{"original": one.original, "printed": one.printed} for one in self.differences],
            "pin": {"document": self.pin.document, "span": [self.pin.span.start, self.pin.span.end]}
            if self.pin
            else None,
            "speaker_printed": self.speaker_printed,
            "speaker_recorded": self.speaker_recorded,
            "note": self.note,
        }
