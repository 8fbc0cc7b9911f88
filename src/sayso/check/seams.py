"""Words that a report splits by its "he said", put together again as one person's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.model import Span, Spans
from sayso.pins import Found

_MARKS = " \t\n“”„\"'‘’«»"
# What the speaker's words may have had where the report put its comma.
_CLOSINGS = ("", ",", ".")


@dataclass(frozen=True, slots=True)
class Joined:
    """The parts of a statement as one text; `offsets` says where each character stands in the document."""

    text: str
    offsets: tuple[int, ...]

    def in_document(self, found: Found) -> Found:
        """A place in the joined text as a place in the document, the report's words in between included."""
        start, end = self.offsets[found.span.start], self.offsets[found.span.end - 1] + 1
        return replace(found, span=Span(start, end), parts=())


def joined(text: str, content: Spans) -> Iterator[Joined]:
    """The parts in one, once for each closing that may have stood at the seams. Nothing where there is no seam.

    >>> [one.text for one in joined("“So,” he said, “no.”", (Span(0, 5), Span(15, 20)))]
    ['So no.', 'So, no.', 'So. no.']
    """
    parts = [part for part in (_bare(text, span) for span in content) if len(part)]
    if len(parts) < 2:
        return
    for closing in _CLOSINGS:
        characters: list[str] = []
        offsets: list[int] = []
        for part in parts[:-1]:
            end = part.end - 1 if text[part.end - 1] in ",." else part.end
            characters += [*text[part.start : end], *closing, " "]
            offsets += [*range(part.start, end), *[end - 1] * (len(closing) + 1)]
        last = parts[-1]
        yield Joined("".join(characters) + last.of(text), (*offsets, *range(last.start, last.end)))


def _bare(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    return Span(start, max(start, span.start + len(words.rstrip(_MARKS))))
