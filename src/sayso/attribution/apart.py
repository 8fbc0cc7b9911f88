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

_PUNCTUATION = ".,:;!?“”\"'’‘()—–-"


def with_passages(analysis: Analysis, found: Sequence[Found]) -> list[Found]:
    """The attributions, given the lists and letters that they lead to, and those of a teletype conversation."""
    places = tuple(paragraph.span for paragraph in analysis.paragraphs)
    told = [*found, *map(_sent, items(analysis.text, places))]
    for block in blocks(analysis.text, places):
        _place(analysis, block, told)
    return told


def _sent(item: Item) -> Found:
    source = (item.station,) if item.station is not None else ()
    return Found((item.words,), source=source, confidence=0.97, found_by="turns", kind=Kind.DIRECT)


def _place(analysis: Analysis, block: Block, told: list[Found]) -> None:
    """Give the block to the attribution that already has a part of it, else to the cue that leads to it."""
    at = _owner(block, told)
    if at is None:
        at = _led(analysis, block, told)
    if at is not None:
        kept = tuple(span for span in told[at].content if not _only_announces(span.of(analysis.text)))
        outside = tuple(span for span in kept if not any(span.touches(place) for place in block.content))
        kind = Kind.DIRECT if block.verbatim and not outside else told[at].kind
        told[at] = replace(told[at], content=tuple(sorted((*outside, *block.content))), kind=kind)


def _owner(block: Block, told: Sequence[Found]) -> int | None:
    """The attribution whose cue stands before the block and whose content reaches into it; of several the largest."""
    owners = [i for i, one in enumerate(told) if one.cue and one.cue[-1].end <= block.led_to and _reaches(one, block)]
    return max(owners, key=lambda i: sum(map(len, told[i].content)), default=None)


def _reaches(one: Found, block: Block) -> bool:
    return any(span.touches(place) for span in one.content for place in block.content)


def _led(analysis: Analysis, block: Block, told: list[Found]) -> int | None:
    """Index of the attribution by the cue that leads to the block, made where there is none yet."""
    paragraph = analysis.paragraph_of(Span(max(0, block.led_to - 1), block.led_to))
    one = leads.led(paragraph, block.led_to, block.content, "blocks") if paragraph is not None else None
    if one is None:
        return None
    same = next((i for i, other in enumerate(told) if other.cue and other.cue[0].touches(one.cue[0])), None)
    if same is not None:
        return same
    told.append(one)
    return len(told) - 1


def _only_announces(said: str) -> bool:
    """ "the following points" says nothing yet."""
    return all(word.strip(_PUNCTUATION) in words("announcing", "en_blocks") for word in said.lower().split())
