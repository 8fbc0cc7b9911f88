"""Words set apart from the text around them, given to whoever is said to have sent them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution import leads
from sayso.attribution.blocks import Block, blocks
from sayso.attribution.found import Found
from sayso.attribution.teletype import Item, items
from sayso.language.analysis import Analysis
from sayso.language.words import words
from sayso.model import Kind, Span
from sayso.places import Places

_PUNCTUATION = ".,:;!?“”\"'’‘()—–-"


def with_passages(analysis: Analysis, found: Sequence[Found]) -> list[Found]:
    """The attributions, given the lists and letters that they lead to, and those of a teletype conversation."""
    places = tuple(paragraph.span for paragraph in analysis.paragraphs)
    told = _Told([*found, *map(_sent, items(analysis.text, places))])
    for block in blocks(analysis.text, places):
        at = told.owner(block)
        if at is None and (one := _led(analysis, block)) is not None:
            at = told.by_cue(one)
        if at is not None:
            told.each[at] = _given(told.each[at], block, analysis.text)
    return told.each


def _sent(item: Item) -> Found:
    source = (item.station,) if item.station is not None else ()
    return Found((item.words,), source=source, confidence=0.97, found_by="turns", kind=Kind.DIRECT)


class _Told:
    """The attributions of a document, found by where their cues and contents stand."""

    def __init__(self, found: list[Found]) -> None:
        self.each = found
        numbered = list(enumerate(found))
        self._contents = Places([(span, i) for i, one in numbered for span in one.content], lambda placed: placed[0])
        self._cues = Places([(one.cue[0], i) for i, one in numbered if one.cue], lambda placed: placed[0])
        self._made: dict[Span, int] = {}

    def owner(self, block: Block) -> int | None:
        """The attribution whose cue stands before the block and whose content reaches in; of several the largest."""
        reaching = {i for place in block.content for _, i in self._contents.touching(place)}
        owners = [i for i in sorted(reaching) if self.each[i].cue and self.each[i].cue[-1].end <= block.led_to]
        return max(owners, key=lambda i: sum(map(len, self.each[i].content)), default=None)

    def by_cue(self, one: Found) -> int:
        """The attribution that has this one's cue already, else this one, added."""
        cue = one.cue[0]
        same = next((i for _, i in self._cues.touching(cue)), self._made.get(cue))
        if same is not None:
            return same
        self.each.append(one)
        self._made[cue] = len(self.each) - 1
        return self._made[cue]


def _led(analysis: Analysis, block: Block) -> Found | None:
    paragraph = analysis.paragraph_of(Span(max(0, block.led_to - 1), block.led_to))
    return leads.led(paragraph, block.led_to, block.content, "blocks") if paragraph is not None else None


def _given(one: Found, block: Block, text: str) -> Found:
    """The attribution with the block as content, beside what it has outside and more than announces it."""
    kept = tuple(span for span in one.content if not _only_announces(span.of(text)))
    outside = tuple(span for span in kept if not any(span.touches(place) for place in block.content))
    kind = Kind.DIRECT if block.verbatim and not outside else one.kind
    return replace(one, content=tuple(sorted((*outside, *block.content))), kind=kind)


def _only_announces(said: str) -> bool:
    """ "the following points" says nothing yet."""
    return all(word.strip(_PUNCTUATION) in words("announcing", "en_blocks") for word in said.lower().split())
