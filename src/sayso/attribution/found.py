"""An attribution as an extractor finds it: places in the text, before anybody has a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sayso.model import Act, Basis, Kind, Reality, Span, Spans, Statement, digest_of, words_of

if TYPE_CHECKING:
    from sayso.language.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution. `goes_on` is true where nobody is named because the last speaker goes on."""

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    act: Act = Act.ASSERTS
    reality: Reality = Reality.SAID
    hedges: Spans = ()
    basis: Basis = Basis.NOT_STATED
    confidence: float = 1.0
    found_by: str = ""
    reasons: tuple[str, ...] = ()
    goes_on: bool = False
    kind: Kind | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end

    @property
    def place(self) -> int:
        """Where the attribution begins, cue and source counted in."""
        return min(span.start for span in (*self.content, *self.cue, *self.source))


class Extractor(Protocol):
    """Finds attributions in an analysed document. The built-in ones use this door too."""

    @property
    def name(self) -> str:
        """What `found_by` says of its statements."""
        ...

    def extract(self, analysis: Analysis) -> list[Found]:
        """Every attribution of the document, in any order. Never raises on any text."""
        ...


def as_statement(found: Found, document_id: str, text: str, kind: Kind) -> Statement:
    """The statement of these places; its id is a digest of them, so reading twice gives it twice."""
    places = [f"{part}{s.start}-{s.end}" for part in ("content", "cue", "source") for s in getattr(found, part)]
    return Statement(
        id="s" + digest_of(document_id, *places)[:14],
        kind=found.kind or kind,
        content=found.content,
        words=words_of(text, found.content),
        cue=found.cue,
        source=found.source,
        act=found.act,
        reality=found.reality,
        hedges=found.hedges,
        basis=found.basis,
        confidence=round(min(max(found.confidence, 0.01), 0.99), 2),
        found_by=found.found_by,
        reasons=found.reasons,
    )


def trimmed(text: str, span: Span, also: str = "") -> Span | None:
    """The span without spaces (and the characters of `also`) at either end; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in also):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return Span(start, end) if start < end else None
